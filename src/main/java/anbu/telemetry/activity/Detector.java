package anbu.telemetry.activity;

import java.time.Duration;
import java.util.List;

/** Finds the steps that a person made among the samples of one plug. */
public final class Detector {
    /** What is found at a moment depends on the samples of this span before it, and on nothing else but the profile. */
    public static final Duration HORIZON = Duration.ofHours(8);

    private final PowerSteps power;
    private final LightSteps light;
    private long newest;

    public Detector(Profile profile, Memory memory) {
        this.power = new PowerSteps(profile, memory.power());
        this.light = new LightSteps(profile, memory.light());
        this.newest = Math.max(
                memory.power() == null ? 0 : memory.power().at(),
                memory.light() == null ? 0 : memory.light().at());
    }

    /** The steps that this sample shows, which is later than those before; none, one, or one of each measure. */
    public List<Step> accept(Sample sample) {
        newest = sample.at().toEpochMilli();
        var watts = sample.powerW();
        var lux = sample.illuminanceLux();
        var before = power.watts();
        var switched = watts != null && power.accept(newest, watts);
        var lit = lux != null && light.accept(newest, lux);
        if (!switched && !lit) {
            return List.of();
        }
        var shown = new Step(sample.at(), Measure.LIGHT, light.from(), lux == null ? 0 : lux);
        if (!switched) {
            return List.of(shown);
        }
        var step = new Step(sample.at(), Measure.POWER, before, watts == null ? 0 : watts);
        return lit ? List.of(step, shown) : List.of(step);
    }

    /** Whether the plug drew more than at rest when last heard; since when is for who keeps more than the horizon. */
    public boolean on() {
        return power.on();
    }

    public Memory memory() {
        return new Memory(power.memory(newest), light.memory(newest));
    }
}
