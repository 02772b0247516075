package anbu.platform;

/** What was asked for by its id does not exist (or is not for this person to see). Shown with status 404. */
public class NotFound extends RuntimeException {
    public NotFound(String message) {
        super(message);
    }
}
