package anbu.telemetry;

import anbu.telemetry.dialects.Limits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code anbu.telemetry.*}: the limits of what is believed.
 *
 * @param maxPayload a larger message is quarantined, cut at this size
 * @param futureTolerance how far a device's clock may be ahead
 * @param oldest how long ago a reading may have been taken
 * @param maxPowerW more is absurd, in watts
 * @param maxIlluminanceLux more is absurd, in lux (bright sun is about 120,000)
 * @param resumedAfter a home without reports for so long is looked at when it reports again
 */
@ConfigurationProperties("anbu.telemetry")
record TelemetrySettings(
        @DefaultValue("256KB") DataSize maxPayload,
        @DefaultValue("5m") Duration futureTolerance,
        @DefaultValue("400d") Duration oldest,
        @DefaultValue("100000") double maxPowerW,
        @DefaultValue("200000") double maxIlluminanceLux,
        @DefaultValue("30m") Duration resumedAfter) {
    Limits limits() {
        return new Limits((int) maxPayload.toBytes(), maxPowerW, maxIlluminanceLux, futureTolerance);
    }
}
