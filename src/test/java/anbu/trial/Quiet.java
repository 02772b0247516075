package anbu.trial;

import java.time.Duration;
import java.time.Instant;

/**
 * A span in which nobody does anything in a home.
 *
 * @param from the last activity before it, to the millisecond
 * @param to from when life goes on
 * @param decline whether the days before it grew emptier, as before an emergency
 */
record Quiet(Instant from, Instant to, Decline decline) {
    enum Decline {
        GRADUAL,
        NONE
    }

    /** The last thing a person did before the span: switched on this long before it and off at its start. */
    static final Duration LAST_USE = Duration.ofMinutes(25);

    static final Duration DECLINE = Duration.ofDays(4);

    boolean covers(Instant moment) {
        return !moment.isBefore(from.minus(LAST_USE)) && moment.isBefore(to);
    }

    /** The share of their usual doings that a person leaves out at this moment. */
    double omitted(Instant moment) {
        if (decline == Decline.NONE || moment.isAfter(from) || moment.isBefore(from.minus(DECLINE))) {
            return 0;
        }
        var left = (double) Duration.between(moment, from).toMinutes() / DECLINE.toMinutes();
        return 0.85 - 0.5 * left;
    }
}
