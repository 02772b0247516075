package anbu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbu.testing.TestClock;
import anbu.testing.TestDatabase;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail cannot be changed, and where somebody forced it, it shows. */
class AuditIT {
    private static final TestDatabase DATABASE = TestDatabase.create("audit");

    private final JdbcClient jdbc = DATABASE.jdbc();
    private final TransactionTemplate inTransaction = DATABASE.transactions();
    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T18:00:00.123Z"));
    private final Audit audit = new Audit(new AuditEntries(jdbc), clock);

    @AfterAll
    static void close() {
        DATABASE.source().close();
    }

    @Test
    void aChainThatNobodyTouchedIsWhole() {
        write("case:whole", 3);

        assertThat(audit.firstBreak("case:whole")).isEmpty();
        assertThat(audit.list("case:whole")).extracting(Audit.Entry::seq).containsExactly(1, 2, 3);
        assertThat(audit.firstBreak("case:without-entries")).isEmpty();
    }

    @Test
    void theDatabaseRefusesToChangeOrRemoveAnEntry() {
        write("case:refused", 1);

        assertThatThrownBy(() -> jdbc.sql("UPDATE audit_entry SET actor = 'nobody' WHERE subject = 'case:refused'")
                        .update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM audit_entry WHERE subject = 'case:refused'")
                        .update())
                .hasMessageContaining("append-only");
        assertThat(audit.firstBreak("case:refused")).isEmpty();
    }

    @Test
    void aForgedARemovedAndACutOffEntryAreFoundAtTheirPlace() {
        for (var subject : new String[] {"case:forged", "case:removed", "case:cut", "case:beheaded"}) {
            write(subject, 3);
        }

        forced("UPDATE audit_entry SET details = '{\"n\":7}' WHERE subject = 'case:forged' AND seq = 2");
        forced("DELETE FROM audit_entry WHERE subject = 'case:removed' AND seq = 1");
        forced("DELETE FROM audit_entry WHERE subject = 'case:cut' AND seq = 3");
        forced("DELETE FROM audit_head WHERE subject = 'case:beheaded'");

        assertThat(audit.firstBreak("case:forged")).contains(2);
        assertThat(audit.firstBreak("case:removed")).contains(1);
        assertThat(audit.firstBreak("case:cut")).contains(3);
        assertThat(audit.firstBreak("case:beheaded")).contains(4);
    }

    @Test
    void manyWritersOfOneSubjectKeepItsChainWhole() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        Callable<Boolean> writer = () -> {
            for (var i = 0; i < 20; i++) {
                write("case:busy", 1);
            }
            return true;
        };
        try {
            for (var done : threads.invokeAll(Collections.nCopies(4, writer))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(audit.list("case:busy")).hasSize(80);
        assertThat(audit.firstBreak("case:busy")).isEmpty();
    }

    @Test
    void whatIsRolledBackLeavesNoEntry() {
        inTransaction.executeWithoutResult(status -> {
            audit.record("case:undone", "case.opened", Map.of());
            status.setRollbackOnly();
        });

        assertThat(audit.list("case:undone")).isEmpty();
        assertThat(audit.firstBreak("case:undone")).isEmpty();
    }

    private void write(String subject, int entries) {
        inTransaction.executeWithoutResult(status -> {
            for (var i = 1; i <= entries; i++) {
                audit.record(subject, "case.noted", Map.of("n", i));
            }
        });
    }

    /** As somebody with all rights on the server can. */
    private void forced(String sql) {
        jdbc.sql("DROP TRIGGER IF EXISTS audit_entry_no_update").update();
        jdbc.sql("DROP TRIGGER IF EXISTS audit_entry_no_delete").update();
        try {
            jdbc.sql(sql).update();
        } finally {
            trigger("update");
            trigger("delete");
        }
    }

    private void trigger(String event) {
        jdbc.sql("""
                CREATE TRIGGER audit_entry_no_%s BEFORE %s ON audit_entry FOR EACH ROW
                    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_entry is append-only'
                """.formatted(event, event)).update();
    }
}
