package anbu.telemetry.activity;

import anbu.households.Appliance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the steps that a person made among the samples of one plug. */
public final class Detector {
    /** What is found at a moment depends on the samples of this span before it, and on nothing else but the profile. */
    public static final Duration HORIZON = Duration.ofHours(2);

    private final Profile profile;
    private Memory memory;

    public Detector(Profile profile, Memory memory) {
        this.profile = profile;
        this.memory = memory;
    }

    /** The steps that this sample shows, which is later than those before; none, one, or one of each measure. */
    public List<Step> accept(Sample sample) {
        var steps = new ArrayList<Step>(0);
        var before = memory;
        if (sample.powerW() != null && isNear(before.powerAt(), sample.at()) && before.powerW() != null) {
            if (power(profile.appliance(), before.powerW(), sample.powerW())) {
                steps.add(new Step(sample.at(), Measure.POWER, before.powerW(), sample.powerW()));
            }
        }
        memory = new Memory(
                sample.powerW() == null ? before.powerAt() : sample.at(),
                sample.powerW() == null ? before.powerW() : sample.powerW(),
                sample.illuminanceLux() == null ? before.lightAt() : sample.at(),
                sample.illuminanceLux() == null ? before.illuminanceLux() : sample.illuminanceLux());
        return steps;
    }

    private static boolean isNear(@Nullable Instant before, Instant at) {
        return before != null && !before.plus(HORIZON).isBefore(at);
    }

    private static boolean power(Appliance appliance, double before, double after) {
        return switch (appliance) {
            case TELEVISION -> Math.abs(after - before) >= 20;
            case LAMP -> Math.abs(after - before) >= 4;
            case COMPUTER -> Math.abs(after - before) >= 25;
            case FAN -> Math.abs(after - before) >= 10;
            case OTHER -> Math.abs(after - before) >= 30;
            case RICE_COOKER -> after - before >= 300;
            case MICROWAVE -> after - before >= 100;
            case KETTLE -> after - before >= 200;
            case WASHING_MACHINE, DISHWASHER -> before <= 5 && after - before >= 100;
            default -> false;
        };
    }

    public Memory memory() {
        return memory;
    }
}
