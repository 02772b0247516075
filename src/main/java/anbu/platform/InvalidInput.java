package anbu.platform;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was sent cannot be understood or is out of its bounds. Shown with status 422 and the list of errors. */
public class InvalidInput extends RuntimeException {
    private final List<Error> errors;
    private final Map<String, Object> facts;

    /**
     * One mistake.
     *
     * @param line line of a file, from 1, or null where there is no file
     * @param column field or column
     * @param value what was found there; null for personal data, which is never repeated
     */
    public record Error(
            @Nullable Integer line, String column, @Nullable String value, String message) {}

    public InvalidInput(String message, List<Error> errors) {
        this(message, errors, Map.of());
    }

    /** @param facts more members of the answer, such as the total count of errors */
    public InvalidInput(String message, List<Error> errors, Map<String, Object> facts) {
        super(message);
        this.errors = List.copyOf(errors);
        this.facts = Map.copyOf(facts);
    }

    public List<Error> errors() {
        return errors;
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
