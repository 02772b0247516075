package anbu.outreach;

import anbu.audit.Audit;
import anbu.platform.NotFound;
import anbu.platform.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reaching the resident by machine. A call bot fetches ringing calls and reports their results; the attempt's id is its idempotency
 * key, so a call that was fetched twice is still one call.
 */
@Service
@EnableConfigurationProperties(Outreach.Settings.class)
public class Outreach {
    private static final String AUTO_CALL = "AUTO_CALL";

    private final Attempts attempts;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Context context;

    Outreach(Attempts attempts, Audit audit, ApplicationEventPublisher events, Context context) {
        this.attempts = attempts;
        this.audit = audit;
        this.events = events;
        this.context = context;
    }

    /** {@code anbu.outreach.automatic-calls}: whether a call bot is connected. */
    @ConfigurationProperties("anbu.outreach")
    record Settings(@DefaultValue("false") boolean automaticCalls) {}

    /** Time and settings. */
    @org.springframework.stereotype.Component
    record Context(Clock clock, Settings settings) {}

    /** One automatic call. {@code result} is null while it is ringing. */
    public record Attempt(
            UUID id,
            String caseNo,
            String householdId,
            String channel,
            int number,
            Instant requestedAt,
            @Nullable ContactResult result,
            @Nullable Instant resultedAt) {

        Attempt answered(ContactResult result, Instant at) {
            if (this.result != null && this.result != result) {
                throw new Refused("Call %s already ended with %s at %s and cannot end with %s."
                        .formatted(id, this.result, resultedAt, result));
            }
            return new Attempt(id, caseNo, householdId, channel, number, requestedAt, result, at);
        }
    }

    /** Without a call bot, people call at once. */
    public boolean automaticCalls() {
        return context.settings().automaticCalls();
    }

    /** Asks for the next automatic call in this case. */
    @Transactional
    public Attempt callResident(String caseNo, String householdId) {
        var number = attempts(caseNo).size() + 1;
        var now = context.clock().instant();
        var attempt = new Attempt(UUID.randomUUID(), caseNo, householdId, AUTO_CALL, number, now, null, null);
        attempts.add(attempt);
        audit.record("case:" + caseNo, "call.requested", Map.of("attempt", attempt.id(), "number", number));
        return attempt;
    }

    /** Calls that nobody has reported on yet, oldest first, at most {@code limit}. */
    public List<Attempt> ringing(int limit) {
        return attempts.ringing(limit);
    }

    /** Takes the result of a call; the same result twice changes nothing, another one is refused. Publishes {@link OutreachEvent.Answered}. */
    @Transactional
    public Attempt report(UUID attemptId, ContactResult result) {
        var ringing =
                attempts.lock(attemptId).orElseThrow(() -> new NotFound("There is no call %s.".formatted(attemptId)));
        var answered = ringing.answered(result, context.clock().instant());
        if (ringing.result() != null) {
            return ringing;
        }
        attempts.answered(answered);
        audit.record(
                "case:" + answered.caseNo(),
                "call.answered",
                Map.of("attempt", attemptId, "number", answered.number(), "result", result.name()));
        events.publishEvent(new OutreachEvent.Answered(attemptId, answered.caseNo(), result));
        return answered;
    }

    /** All attempts of a case, oldest first. */
    public List<Attempt> attempts(String caseNo) {
        return attempts.ofCase(caseNo);
    }
}
