package anbu.policy;

import anbu.audit.Audit;
import anbu.policy.PolicyVersions.Mark;
import anbu.policy.PolicyVersions.Stored;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores a version, its audit entry and its event together or not at all. */
@Component
class Publication {
    private final PolicyVersions versions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Publication(PolicyVersions versions, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.versions = versions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Stores the artefact as the next version; when the newest one is the same already, stores nothing. Returns the number that holds it. */
    @Transactional
    int add(String name, Artefact artefact, String by) {
        var newest = versions.newest();
        var sha256 = artefact.sha256();
        if (newest.isPresent() && newest.get().sha256().equals(sha256)) {
            return newest.get().number();
        }
        int number = newest.map(Mark::number).orElse(0) + 1;
        versions.add(new Stored(number, name, artefact.tableJson(), artefact.drl(), sha256, clock.instant(), by));
        audit.record("policy:" + number, "policy.published", Map.of("number", number, "sha256", sha256, "by", by));
        events.publishEvent(new PolicyPublished(number));
        return number;
    }
}
