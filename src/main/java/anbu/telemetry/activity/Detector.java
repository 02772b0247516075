package anbu.telemetry.activity;

import java.time.Duration;
import java.util.List;

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
        memory = new Memory(sample.at(), sample.powerW(), sample.at(), sample.illuminanceLux());
        return profile == null ? List.of() : List.of();
    }

    public Memory memory() {
        return memory;
    }
}
