package anbu.casework;

import anbu.audit.Audit;
import anbu.monitoring.Monitoring;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Everything that happens to a case is written to the trail and told to the others, in the same transaction. */
@Component
class Journal {
    private final Audit audit;
    private final Monitoring monitoring;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Journal(Audit audit, Monitoring monitoring, ApplicationEventPublisher events, Clock clock) {
        this.audit = audit;
        this.monitoring = monitoring;
        this.events = events;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void write(String caseNo, String action, Map<String, ?> details) {
        audit.record("case:" + caseNo, action, details);
    }

    void tell(CaseEvent event) {
        events.publishEvent(event);
    }

    /** Ends the concern; before the file is written, so that closing and judging lock in the same order. */
    void settle(CaseFile file, Outcome outcome) {
        monitoring.settle(file.concernId(), outcome.trueAlarm());
    }

    void closed(CaseFile file) {
        if (file.outcome() == null || file.cause() == null) {
            throw new IllegalStateException("Case %s is closed without outcome or cause.".formatted(file.no()));
        }
        write(
                file.no(),
                "case.closed",
                Map.of(
                        "outcome",
                        file.outcome().name(),
                        "cause",
                        file.cause().name(),
                        "by",
                        String.valueOf(file.closedBy())));
        tell(new CaseEvent.Closed(file.no(), file.outcome(), file.cause()));
    }
}
