package anbu.telemetry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What all readings of one device in one hour come to. Power in W, light in lx, energy in Wh; nulls where nothing was measured.
 *
 * @param gapFrom where nothing came for more than {@link Chart#SILENCE}; there is at most one such gap in an hour
 */
record Hour(
        int deviceNo,
        Instant hourAt,
        int readings,
        Instant firstAt,
        Instant lastAt,
        @Nullable Instant gapFrom,
        @Nullable Instant gapTo,
        int powerCount,
        @Nullable BigDecimal powerSum,
        @Nullable BigDecimal powerMin,
        @Nullable BigDecimal powerMax,
        int lightCount,
        @Nullable BigDecimal lightSum,
        @Nullable BigDecimal lightMin,
        @Nullable BigDecimal lightMax,
        @Nullable Double energyFirstWh,
        @Nullable Double energyLastWh) {

    @Nullable Double meanPowerW() {
        return mean(powerSum, powerCount);
    }

    @Nullable Double meanLightLux() {
        return mean(lightSum, lightCount);
    }

    private static @Nullable Double mean(@Nullable BigDecimal sum, int count) {
        return sum == null
                ? null
                : sum.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP).doubleValue();
    }
}
