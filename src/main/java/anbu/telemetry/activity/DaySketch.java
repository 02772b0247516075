package anbu.telemetry.activity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What one day of one plug adds to its profile, a few hundred bytes instead of thousands of samples. */
public record DaySketch(LocalDate day) {
    /** @param samples those of that day in that zone, in order of time */
    public static DaySketch of(LocalDate day, ZoneId zone, List<Sample> samples) {
        return new DaySketch(day);
    }
}
