package anbu.telemetry;

import anbu.telemetry.PowerHours.Measured;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is usual for a device, from the hours of its last weeks.
 *
 * @param dayWh median energy of a good day; null where there is none
 * @param goodDays days of which almost all is known
 * @param restW at most so much power means at rest; null where the device does not come to rest nearly each day, or is not known for long
 * @param darkLux the same for light
 */
record Norm(
        int deviceNo,
        Instant countedAt,
        @Nullable Double dayWh,
        int goodDays,
        @Nullable Double restW,
        @Nullable Double darkLux) {
    /** At rest a device takes hardly more than it ever does. */
    private static final double ABOVE_REST_W = 5;

    private static final double ABOVE_DARK_LUX = 10;
    private static final double SHARE_ABOVE = 1.5;
    private static final long GOOD_DAY_S = 20 * 3600;
    private static final double NEARLY_EACH_DAY = 0.8;
    private static final int LEAST_DAYS = 14;

    static Norm of(int deviceNo, Instant countedAt, List<Measured> hours) {
        Map<Long, List<Measured>> days = hours.stream()
                .collect(Collectors.groupingBy(hour -> hour.block() / 24, TreeMap::new, Collectors.toList()));
        var good = days.values().stream()
                .filter(day -> day.stream().mapToLong(Measured::knownS).sum() >= GOOD_DAY_S)
                .map(day -> day.stream().mapToDouble(Measured::wh).sum())
                .toList();
        return new Norm(
                deviceNo,
                countedAt,
                good.isEmpty() ? null : quantile(good, 0.5),
                good.size(),
                rest(days, Measured::leastW, ABOVE_REST_W),
                rest(days, Measured::leastLux, ABOVE_DARK_LUX));
    }

    /** What one hour in ten does not exceed, and a little; null unless nearly every day has such an hour, and not all its hours are such. */
    private static @Nullable Double rest(
            Map<Long, List<Measured>> days, Function<Measured, @Nullable Double> least, double above) {
        var known = days.values().stream()
                .map(day -> day.stream().map(least).filter(Objects::nonNull).toList())
                .filter(day -> !day.isEmpty())
                .toList();
        if (known.size() < LEAST_DAYS) {
            return null;
        }
        var low = quantile(known.stream().flatMap(List::stream).toList(), 0.1);
        var rest = Math.max(low + above, low * SHARE_ABOVE);
        var resting = known.stream()
                .filter(day -> day.stream().anyMatch(value -> value <= rest))
                .count();
        return resting >= NEARLY_EACH_DAY * known.size() ? (Double) rest : null;
    }

    private static double quantile(List<Double> values, double share) {
        var sorted = new ArrayList<>(values);
        sorted.sort(Double::compare);
        return sorted.get((int) Math.floor(share * (sorted.size() - 1)));
    }
}
