package anbu.casework;

import anbu.monitoring.ConcernEvent;
import anbu.staff.DutyRoster;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.ZoneId;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens a case for every concern, in the transaction of the judgement: no concern without its case. */
@Component
class ConcernListener {
    private final CaseFiles files;
    private final Journal journal;
    private final Desk desk;

    ConcernListener(CaseFiles files, Journal journal, Desk desk) {
        this.files = files;
        this.journal = journal;
        this.desk = desk;
    }

    @EventListener
    void on(ConcernEvent.Raised concern) {
        if (files.findByConcern(concern.concernId()).isPresent()) {
            return;
        }
        var file = desk.file(concern);
        files.add(file);
        journal.write(file.no(), "case.opened", explanation(file));
        desk.count(file);
        journal.tell(new CaseEvent.Opened(file.no(), file.householdId(), file.kind(), file.level()));
    }

    @EventListener
    void on(ConcernEvent.LevelRaised raised) {
        files.findByConcern(raised.concernId()).ifPresent(file -> {
            files.update(file.raisedTo(raised.level()));
            var details = new TreeMap<String, @Nullable Object>();
            details.put("from", file.level());
            details.put("to", raised.level());
            details.put("rule", raised.rule());
            details.put("basis", raised.basis());
            details.put("limit_hours", raised.limitHours());
            details.put("breached_at", raised.breachedAt());
            journal.write(file.no(), "case.level-raised", details);
            journal.tell(new CaseEvent.LevelRaised(file.no(), raised.level()));
        });
    }

    @EventListener
    void on(ConcernEvent.ActivityAfter seen) {
        files.findByConcern(seen.concernId())
                .ifPresent(file -> journal.write(
                        file.no(), "case.activity-after", java.util.Map.of("activity_at", seen.activityAt())));
    }

    @EventListener
    void on(ConcernEvent.ReportsAgain again) {
        files.findByConcern(again.concernId())
                .ifPresent(file -> journal.write(file.no(), "case.reports-again", java.util.Map.of()));
    }

    private static TreeMap<String, @Nullable Object> explanation(CaseFile file) {
        var details = new TreeMap<String, @Nullable Object>();
        details.put("household", file.householdId());
        details.put("kind", file.kind());
        details.put("level", file.level());
        details.put("rule", file.ruleName());
        details.put("basis", file.basis());
        details.put("limit_hours", file.limitHours());
        details.put("breached_at", file.breachedAt());
        details.put("risk_group", file.riskGroup());
        details.put("last_activity_at", file.lastActivityAt());
        details.put("last_report_at", file.lastReportAt());
        details.put("policy_version", file.policyVersion());
        details.put("model_version", file.modelVersion());
        details.put("score", file.score());
        details.put("owner_team", file.ownerTeam());
        return details;
    }

    /** Puts a new file together and counts it. */
    @Component
    static class Desk {
        private final CaseNumbers numbers;
        private final DutyRoster roster;
        private final ZoneId zone;
        private final MeterRegistry meters;

        Desk(CaseNumbers numbers, DutyRoster roster, ZoneId serviceZone, MeterRegistry meters) {
            this.numbers = numbers;
            this.roster = roster;
            this.zone = serviceZone;
            this.meters = meters;
        }

        private CaseFile file(ConcernEvent.Raised concern) {
            var no = numbers.next(concern.raisedAt().atZone(zone).getYear());
            return CaseFile.opened(no, concern, roster.owner(concern.raisedAt()).name());
        }

        private void count(CaseFile file) {
            meters.counter("anbu.cases.opened", "kind", file.kind(), "level", file.level())
                    .increment();
        }
    }
}
