package anbu.platform;

/** A rule says no. The message is a sentence for the person who asked: who, what, the current value, and what to do. Shown with status 409. */
public class Refused extends RuntimeException {
    public Refused(String message) {
        super(message);
    }
}
