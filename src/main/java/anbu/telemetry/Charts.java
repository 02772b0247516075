package anbu.telemetry;

import anbu.households.Households;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Gathers what is drawn of one home. */
@Service
class Charts {
    private final Readings readings;
    private final Telemetry telemetry;
    private final Households households;
    private final ZoneId serviceZone;

    Charts(Readings readings, Telemetry telemetry, Households households, ZoneId serviceZone) {
        this.readings = readings;
        this.telemetry = telemetry;
        this.households = households;
        this.serviceZone = serviceZone;
    }

    Chart of(String householdId, Instant until, Duration length) {
        var from = until.minus(length);
        var lines = new ArrayList<Chart.Line>();
        var reports = new ArrayList<Instant>();
        for (var device : households.devicesOf(householdId)) {
            var values = readings.between(device.no(), from, until);
            lines.add(Chart.Line.of(device, values));
            values.forEach(reading -> reports.add(reading.measuredAt()));
        }
        var activity = telemetry.activities(Set.of(householdId), from, until).getOrDefault(householdId, List.of());
        return new Chart(
                serviceZone,
                from,
                until,
                lines,
                activity.stream().map(Chart::span).toList(),
                Chart.gaps(from, reports.stream().sorted(), until));
    }
}
