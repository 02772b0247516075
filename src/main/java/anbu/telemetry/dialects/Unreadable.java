package anbu.telemetry.dialects;

import anbu.telemetry.dialects.Said.Fault;
import anbu.telemetry.dialects.Said.Rejected;

/** Thrown inside a dialect and turned into {@link Rejected} by {@link Dialects}. The message is a sentence for the operator. */
class Unreadable extends RuntimeException {
    private final Fault fault;

    Unreadable(Fault fault, String why) {
        super(why, null, false, false);
        this.fault = fault;
    }

    static Unreadable payload(String why) {
        return new Unreadable(Fault.PAYLOAD, why);
    }

    Rejected rejected() {
        return new Rejected(fault, String.valueOf(getMessage()));
    }
}
