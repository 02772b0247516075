package anbu.telemetry.activity;

import anbu.households.Appliance;
import java.util.List;

/** Makes a profile from days. */
public final class Learning {
    /** A profile of day D looks at sketches from this many days before D up to {@link #LAG_DAYS} before it. */
    public static final int WINDOW_DAYS = 60;

    /** So that there is a whole day's time to sketch the day before. */
    public static final int LAG_DAYS = 2;

    private Learning() {}

    /** @param days sketches in order of days, those without samples left out; none gives the prior */
    public static Profile profile(Appliance appliance, List<DaySketch> days) {
        return Profile.prior(appliance);
    }
}
