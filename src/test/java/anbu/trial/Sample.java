package anbu.trial;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a plug measures at a moment, in W and lx; light only where it has a sensor. */
record Sample(
        Plug plug, Instant at, double powerWatts, @Nullable Double illuminanceLux) {
    /** As the plug sends it. */
    String json() {
        var light =
                illuminanceLux == null ? "" : String.format(Locale.ROOT, ",\"illuminance_lux\":%.0f", illuminanceLux);
        return String.format(Locale.ROOT, "{\"t\":%d,\"power_w\":%.1f%s}", at.toEpochMilli(), powerWatts, light);
    }
}
