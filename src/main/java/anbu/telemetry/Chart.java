package anbu.telemetry;

import anbu.households.Appliance;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page draws of one home. Times are milliseconds since 1970.
 *
 * @param silent spans in which no device of the home reported
 */
record Chart(ZoneId zone, Instant from, Instant to, List<Line> devices, List<Object[]> activity, List<long[]> silent) {
    /** After so long without a report a line is not drawn on: nobody knows how it went. */
    static final Duration SILENCE = Duration.ofMinutes(30);

    private static final int MOST_POINTS = 1000;

    /**
     * One device's values, {@code [ms, value]}; a null value breaks the line. Of long spans they are means, and the bands hold
     * {@code [ms, least, greatest]} around them; of short ones they are the readings, and there are no bands.
     */
    record Line(
            String id,
            Appliance appliance,
            List<@Nullable Object[]> power,
            List<@Nullable Object[]> light,
            List<@Nullable Object[]> powerBand,
            List<@Nullable Object[]> lightBand) {
        static Line of(anbu.households.Device device, List<Reading> readings) {
            return new Line(
                    device.id(),
                    device.appliance(),
                    points(readings, Reading::powerW),
                    points(readings, Reading::illuminanceLux),
                    List.of(),
                    List.of());
        }
    }

    static Object[] span(Activity activity) {
        return new Object[] {
            activity.startAt().toEpochMilli(),
            activity.endAt().toEpochMilli(),
            activity.source().name()
        };
    }

    /** The gaps longer than {@link #SILENCE} between spans in which something reported, and up to the ends of the whole. */
    static List<long[]> gaps(Instant from, Stream<Reported> reports, Instant to) {
        var gaps = new ArrayList<long[]>();
        var last = from;
        var spans = reports.filter(
                        span -> !span.to().isBefore(from) && !span.from().isAfter(to))
                .sorted(Comparator.comparing(Reported::from));
        for (var span : Stream.concat(spans, Stream.of(new Reported(to, to))).toList()) {
            if (Duration.between(last, span.from()).compareTo(SILENCE) > 0) {
                gaps.add(new long[] {last.toEpochMilli(), span.from().toEpochMilli()});
            }
            last = last.isBefore(span.to()) ? span.to() : last;
        }
        return gaps;
    }

    /** In which no pause was longer than {@link #SILENCE}. */
    record Reported(Instant from, Instant to) {
        static Stream<Reported> in(Hour hour) {
            return hour.gapFrom() == null || hour.gapTo() == null
                    ? Stream.of(new Reported(hour.firstAt(), hour.lastAt()))
                    : Stream.of(
                            new Reported(hour.firstAt(), hour.gapFrom()), new Reported(hour.gapTo(), hour.lastAt()));
        }
    }

    private static List<@Nullable Object[]> points(List<Reading> readings, Function<Reading, @Nullable Double> value) {
        var points = new ArrayList<@Nullable Object[]>();
        Instant last = null;
        for (var reading : thinned(readings, value)) {
            if (last != null && Duration.between(last, reading.measuredAt()).compareTo(SILENCE) > 0) {
                points.add(new @Nullable Object[] {last.toEpochMilli() + 1, null});
            }
            points.add(new @Nullable Object[] {reading.measuredAt().toEpochMilli(), value.apply(reading)});
            last = reading.measuredAt();
        }
        return points;
    }

    /** Of each portion the least and the greatest, so that no peak is lost. */
    private static List<Reading> thinned(List<Reading> all, Function<Reading, @Nullable Double> value) {
        var readings = all.stream().filter(r -> value.apply(r) != null).toList();
        if (readings.size() <= MOST_POINTS) {
            return readings;
        }
        var portion = (readings.size() + MOST_POINTS / 2 - 1) / (MOST_POINTS / 2);
        Comparator<Reading> byValue = Comparator.comparingDouble(r -> number(value.apply(r)));
        var thinned = new ArrayList<Reading>();
        for (int i = 0; i < readings.size(); i += portion) {
            var some = readings.subList(i, Math.min(readings.size(), i + portion));
            Stream.of(some.stream().min(byValue), some.stream().max(byValue))
                    .flatMap(java.util.Optional::stream)
                    .distinct()
                    .sorted(Comparator.comparing(Reading::measuredAt))
                    .forEach(thinned::add);
        }
        return thinned;
    }

    private static double number(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
