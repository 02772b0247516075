package anbu.testing;

import anbu.households.Household;
import anbu.households.Households;
import anbu.households.RiskGroup;
import anbu.monitoring.ConcernEvent;
import anbu.platform.Row;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Raises concerns as monitoring does, for tests of what comes after. */
public class Concerned {
    private final Households households;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate inTransaction;
    private final Clock clock;

    public Concerned(
            Households households,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            TransactionTemplate inTransaction,
            Clock clock) {
        this.households = households;
        this.jdbc = jdbc;
        this.events = events;
        this.inTransaction = inTransaction;
        this.clock = clock;
    }

    /** A new home of group HIGH with an invented resident. */
    public String home() {
        var id = "home-" + UUID.randomUUID().toString().substring(0, 8);
        households.register(List.of(new Household(
                id,
                "한결구",
                "누리동",
                RiskGroup.HIGH,
                "김표식",
                "010-0000-4821",
                "한결구 누리로 1",
                1958,
                "M",
                null,
                clock.instant(),
                1)));
        return id;
    }

    /** A concern about a home that has none open of this kind; returns its id. */
    public UUID raise(String householdId, String kind, String level) {
        var id = UUID.randomUUID();
        var now = clock.instant();
        inTransaction.executeWithoutResult(status -> {
            var sql = """
                    INSERT INTO concern (id, household_id, kind, level, raised_at, level_since)
                    VALUES (:id, :home, :kind, :level, :now, :now)
                    """;
            jdbc.sql(sql)
                    .param("id", id.toString())
                    .param("home", householdId)
                    .param("kind", kind)
                    .param("level", level)
                    .param("now", Row.column(now))
                    .update();
            var silent = kind.equals("DEVICE");
            events.publishEvent(new ConcernEvent.Raised(
                    id,
                    householdId,
                    kind,
                    level,
                    now,
                    1,
                    silent
                            ? "home without a report for as long as its limit"
                            : "home unchanged for as long as its limit",
                    silent ? "SILENT" : "UNCHANGED",
                    silent ? 2 : 24,
                    now,
                    "HIGH",
                    now.minus(Duration.ofHours(24)),
                    null,
                    silent ? now.minus(Duration.ofHours(2)) : now,
                    11.5,
                    null,
                    null));
        });
        return id;
    }

    /** The concern became more serious. */
    public void raiseLevel(UUID concernId, String householdId, String level) {
        inTransaction.executeWithoutResult(status -> events.publishEvent(new ConcernEvent.LevelRaised(
                concernId,
                householdId,
                level,
                "danger unresolved for as long as its limit",
                "UNRESOLVED",
                4,
                clock.instant())));
    }
}
