package anbu.outreach;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reaching the resident by machine. A call bot fetches ringing calls and reports their results; the attempt's id is its idempotency key. */
@Service
public class Outreach {
    /** One automatic call. {@code result} is null while it is ringing. */
    public record Attempt(
            UUID id,
            String caseNo,
            String householdId,
            String channel,
            int number,
            Instant requestedAt,
            @Nullable ContactResult result,
            @Nullable Instant resultedAt) {}

    /** Whether a call bot is connected ({@code anbu.outreach.automatic-calls}); without one, people call at once. */
    public boolean automaticCalls() {
        throw new UnsupportedOperationException();
    }

    /** Asks for the next automatic call in this case. */
    public Attempt callResident(String caseNo, String householdId) {
        throw new UnsupportedOperationException();
    }

    /** Calls that nobody has reported on yet, oldest first, at most {@code limit}. */
    public List<Attempt> ringing(int limit) {
        throw new UnsupportedOperationException();
    }

    /** Takes the result of a call; the same result twice changes nothing, another one is refused. Publishes {@link OutreachEvent.Answered}. */
    public Attempt report(UUID attemptId, ContactResult result) {
        throw new UnsupportedOperationException();
    }

    /** All attempts of a case, oldest first. */
    public List<Attempt> attempts(String caseNo) {
        throw new UnsupportedOperationException();
    }
}
