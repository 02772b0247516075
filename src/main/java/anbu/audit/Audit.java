package anbu.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The trail of what was done, by whom, in the caller's transaction. Details carry ids and numbers, never personal data. */
@Service
public class Audit {
    /** One entry as stored; {@code details} as given. */
    public record Entry(
            long id, String subject, int seq, Instant at, String actor, String action, Map<String, Object> details) {}

    /** Appends with the signed-in person (or "system") as actor. Needs a running transaction. */
    public void record(String subject, String action, Map<String, ? extends @Nullable Object> details) {
        throw new UnsupportedOperationException();
    }

    /** Appends in the name of someone else, such as "resident". Needs a running transaction. */
    public void recordAs(String actor, String subject, String action, Map<String, ? extends @Nullable Object> details) {
        throw new UnsupportedOperationException();
    }

    /** The chain of one subject, oldest first. */
    public List<Entry> list(String subject) {
        throw new UnsupportedOperationException();
    }
}
