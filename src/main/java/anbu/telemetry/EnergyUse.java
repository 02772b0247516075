package anbu.telemetry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What devices used, hour by hour. */
@Service
public class EnergyUse {
    private final HourlySums sums;

    EnergyUse(HourlySums sums) {
        this.sums = sums;
    }

    /**
     * One hour (of UTC) of one device in which it measured power.
     *
     * @param meanPowerW the mean of what it reported, in W
     * @param energyWh the difference of its counter within the hour where it has one that did not start anew, else what the mean power
     *     comes to in an hour; in Wh
     */
    public record Hourly(int deviceNo, Instant hourAt, double meanPowerW, double energyWh) {}

    /**
     * By device number and time; devices and hours without any power are not in it. The last hour holds what is known so far.
     *
     * @param from its hour is the first
     * @param to exclusive
     */
    public Map<Integer, List<Hourly>> of(Collection<Integer> deviceNos, Instant from, Instant to) {
        return sums.of(deviceNos, from, to).values().stream()
                .flatMap(List::stream)
                .flatMap(hour -> Stream.ofNullable(hourly(hour)))
                .collect(Collectors.groupingBy(Hourly::deviceNo));
    }

    private static @Nullable Hourly hourly(Hour hour) {
        var mean = hour.meanPowerW();
        if (mean == null) {
            return null;
        }
        var first = hour.energyFirstWh();
        var last = hour.energyLastWh();
        var wattHours = first != null && last != null && last > first ? last - first : mean;
        return new Hourly(hour.deviceNo(), hour.hourAt(), mean, wattHours);
    }
}
