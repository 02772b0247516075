package anbu.telemetry.replay;

/** A row cannot be read; the message says line, column, value and what to do. */
final class BadRow extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadRow(String message) {
        super(message);
    }
}
