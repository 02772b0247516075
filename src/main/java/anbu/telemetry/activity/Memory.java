package anbu.telemetry.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a detector stands between two samples, small enough to be kept with each device. It depends on the samples of the last
 * {@link Detector#HORIZON} only: a detector that starts empty that long ago ends with the same memory.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Memory(@Nullable Power power, @Nullable Light light) {
    public static final Memory NONE = new Memory(null, null);

    /**
     * The last power.
     *
     * @param at in milliseconds since 1970
     * @param onAt when it was last on, in milliseconds; null is not within the horizon
     * @param onsets when it was switched on of late, whoever did it, in milliseconds
     */
    public record Power(long at, double watts, @Nullable Long onAt, List<Long> onsets) {}

    /**
     * The last light.
     *
     * @param at in milliseconds since 1970
     * @param before the light before that, if it is close enough to be part of the same change
     * @param pending how much the newest light differs from the one before, as a logarithm, if that is daylight for all we know
     * @param slot the number of ten minutes since 1970 to which the last of the flickers belongs
     * @param flickers the greatest change that was no lamp, of each of the last slots, as logarithms
     */
    public record Light(
            long at, double lux, @Nullable Double before, double pending, long slot, List<Double> flickers) {}

    /** As JSON of a few hundred bytes. */
    public String toJson() {
        return Json.text(this);
    }

    /** From what {@link #toJson} gave. */
    public static Memory of(String json) {
        return Json.read(json, Memory.class);
    }
}
