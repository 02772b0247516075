package anbu.telemetry;

import anbu.households.Device;
import anbu.households.Households;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Gathers what is drawn of one home. */
@Service
class Charts {
    /** So long every reading is looked at, beyond it the sums of hours. */
    static final Duration EXACT = Duration.ofHours(72);

    /** As many as are worth drawing in one line. */
    private static final int STEPS = 750;

    private final Series series;
    private final Telemetry telemetry;
    private final Households households;
    private final ZoneId serviceZone;

    Charts(Series series, Telemetry telemetry, Households households, ZoneId serviceZone) {
        this.series = series;
        this.telemetry = telemetry;
        this.households = households;
        this.serviceZone = serviceZone;
    }

    /** Where the values come from. */
    @Component
    record Series(Readings readings, HourlySums sums) {}

    /** The lines of all devices, and when these reported. */
    private record Drawn(List<Chart.Line> lines, List<Chart.Reported> reports) {}

    Chart of(String householdId, Instant until, Duration length) {
        var from = until.minus(length);
        var devices = households.devicesOf(householdId);
        var drawn = length.compareTo(EXACT) <= 0 ? exact(devices, from, until) : summed(devices, from, until);
        var activity = telemetry.activities(Set.of(householdId), from, until).getOrDefault(householdId, List.of());
        return new Chart(
                serviceZone,
                from,
                until,
                drawn.lines(),
                activity.stream().map(Chart::span).toList(),
                Chart.gaps(from, drawn.reports().stream(), until));
    }

    private Drawn exact(List<Device> devices, Instant from, Instant until) {
        var drawn = new Drawn(new ArrayList<>(), new ArrayList<>());
        for (var device : devices) {
            var values = series.readings().between(device.no(), from, until);
            drawn.lines().add(Chart.Line.of(device, values));
            values.forEach(
                    reading -> drawn.reports().add(new Chart.Reported(reading.measuredAt(), reading.measuredAt())));
        }
        return drawn;
    }

    private Drawn summed(List<Device> devices, Instant from, Instant until) {
        var hours = Duration.between(from, until).toHours();
        var step = Duration.ofHours((hours + STEPS - 1) / STEPS);
        var sums = series.sums().of(devices.stream().map(Device::no).toList(), from, until);
        var drawn = new Drawn(new ArrayList<>(), new ArrayList<>());
        for (var device : devices) {
            var values = sums.getOrDefault(device.no(), List.of());
            drawn.lines().add(new SummedLine(device, values, step).line());
            values.forEach(hour -> Chart.Reported.in(hour).forEach(drawn.reports()::add));
        }
        return drawn;
    }
}
