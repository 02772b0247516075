package anbu.telemetry;

import anbu.platform.Row;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Work that one node does at a time, however many there are. Who dies over it frees it, for the lock is that of a row. */
@Component
class Duties {
    private final JdbcClient jdbc;
    private final TransactionTemplate own;
    private final TransactionTemplate apart;
    private final Clock clock;

    Duties(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.clock = clock;
    }

    /** Does the work unless another node is at it, and returns whether. The work runs outside the transaction that holds the lock. */
    boolean take(String name, Runnable work) {
        return Boolean.TRUE.equals(own.execute(status -> {
            if (isTaken(name)) {
                return false;
            }
            apart.executeWithoutResult(none -> work.run());
            done(name);
            return true;
        }));
    }

    private boolean isTaken(String name) {
        var sql = "SELECT name FROM telemetry_duty WHERE name = :name FOR UPDATE SKIP LOCKED";
        return jdbc.sql(sql).param("name", name).query(String.class).optional().isEmpty();
    }

    private void done(String name) {
        jdbc.sql("UPDATE telemetry_duty SET done_at = :now WHERE name = :name")
                .param("now", Row.column(clock.instant()))
                .param("name", name)
                .update();
    }
}
