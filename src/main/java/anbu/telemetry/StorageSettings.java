package anbu.telemetry;

import anbu.platform.Misconfigured;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code anbu.telemetry.*}: how long things are kept.
 *
 * @param retention how long readings are kept, by event time; they go by the week, so up to a week later
 * @param rollupRetention how long their hourly sums are kept
 * @param quarantineRetention how long a message that could not be used is kept, from its arrival
 * @param quarantinePerDay how many messages of one device (or topic) and one reason are kept of a day; more are only counted
 */
@ConfigurationProperties("anbu.telemetry")
record StorageSettings(
        @DefaultValue("400d") Duration retention,
        @DefaultValue("1100d") Duration rollupRetention,
        @DefaultValue("90d") Duration quarantineRetention,
        @DefaultValue("1000000") int quarantinePerDay) {

    /** What would be believed must also be kept: a reading that may be dropped at once would count as stored and be gone. */
    void mustHold(Duration oldest) {
        if (oldest.compareTo(retention) > 0) {
            throw new Misconfigured(
                    "anbu.telemetry.oldest is %d days, but anbu.telemetry.retention only %d: readings would be taken in that are dropped at once."
                            .formatted(oldest.toDays(), retention.toDays()),
                    "Set ANBU_TELEMETRY_RETENTION to at least as long as ANBU_TELEMETRY_OLDEST, or ANBU_TELEMETRY_OLDEST to less.");
        }
    }

    /** Readings from before this are gone or may go at any moment. */
    Instant expired(Instant now) {
        return now.minus(retention);
    }
}
