package anbu.telemetry.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one day of one plug adds to its profile, a few hundred bytes instead of thousands of samples.
 *
 * @param offsetSeconds of local time from UTC, at noon
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DaySketch(
        LocalDate day,
        int offsetSeconds,
        @Nullable PowerDay power,
        @Nullable LightDay light) {
    /** @param samples those of that day in that zone, in order of time */
    public static DaySketch of(LocalDate day, ZoneId zone, List<Sample> samples) {
        var midnight = day.atStartOfDay(zone).toEpochSecond();
        var offset = zone.getRules().getOffset(day.atTime(12, 0)).getTotalSeconds();
        var power = samples.stream().filter(sample -> sample.powerW() != null).toList();
        var light = samples.stream()
                .filter(sample -> sample.illuminanceLux() != null)
                .toList();
        return new DaySketch(
                day,
                offset,
                power.isEmpty()
                        ? null
                        : new PowerSketcher(seconds(power, midnight), values(power, Sample::powerW)).sketch(),
                light.isEmpty()
                        ? null
                        : new LightSketcher(seconds(light, midnight), values(light, Sample::illuminanceLux)).sketch());
    }

    private static long[] seconds(List<Sample> samples, long midnight) {
        return samples.stream()
                .mapToLong(sample -> sample.at().getEpochSecond() - midnight)
                .toArray();
    }

    private static double[] values(List<Sample> samples, Function<Sample, @Nullable Double> value) {
        return samples.stream()
                .mapToDouble(sample -> java.util.Objects.requireNonNull(value.apply(sample)))
                .toArray();
    }

    /** As JSON of about half a kilobyte. */
    public String toJson() {
        return Json.text(this);
    }

    /** From what {@link #toJson} gave. */
    public static DaySketch of(String json) {
        return Json.read(json, DaySketch.class);
    }
}
