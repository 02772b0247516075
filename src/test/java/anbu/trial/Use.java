package anbu.trial;

import java.time.Instant;

/** A person switched something on and off again: on from the first moment, off from the second. */
record Use(Plug plug, Instant from, Instant to) {
    boolean overlaps(Instant start, Instant end) {
        return from.isBefore(end) && to.isAfter(start);
    }

    Use until(Instant end) {
        return to.isAfter(end) ? new Use(plug, from, end) : this;
    }
}
