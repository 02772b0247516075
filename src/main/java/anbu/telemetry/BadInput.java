package anbu.telemetry;

/** Thrown inside a dialect and turned into {@link Item.Bad} there. The message is the sentence kept in the quarantine. */
class BadInput extends RuntimeException {
    private final Reason reason;

    BadInput(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    Item.Bad of(Message origin) {
        return new Item.Bad(origin, reason, String.valueOf(getMessage()));
    }
}
