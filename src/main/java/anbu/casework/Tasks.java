package anbu.casework;

import anbu.platform.Row;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Tasks {
    private static final String COLUMNS = """
            t.id, t.case_no, t.step, t.opened_at, t.due_at, t.assignee, t.claimed_at, t.done_at, t.done_by, t.result, t.note, t.version
            """;
    /** Most serious first, then by when it is due. */
    private static final String URGENCY = """
            ORDER BY FIELD(c.level, 'CRITICAL', 'DANGER', 'ATTENTION'), t.due_at, t.id
            """;

    private final JdbcClient jdbc;

    Tasks(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        Gauge.builder("anbu.tasks.open", this, Tasks::countOpen)
                .description("Tasks that wait for a person")
                .register(meters);
    }

    /** Opens the step and returns its task; empty when it was open already. */
    Optional<Task> open(String caseNo, Step step, Instant openedAt, Instant dueAt) {
        var sql = """
                INSERT IGNORE INTO task (case_no, step, opened_at, due_at)
                VALUES (:caseNo, :step, :openedAt, :dueAt)
                """;
        var opened = jdbc.sql(sql)
                .param("caseNo", caseNo)
                .param("step", step.name())
                .param("openedAt", Row.column(openedAt))
                .param("dueAt", Row.column(dueAt))
                .update();
        return opened == 0 ? Optional.empty() : findOpen(caseNo, step);
    }

    Optional<Task> findOpen(String caseNo, Step step) {
        var sql = "SELECT " + COLUMNS + " FROM task t WHERE t.open_key = :key";
        return jdbc.sql(sql)
                .param("key", caseNo + ":" + step.name())
                .query(Task.class)
                .optional();
    }

    Optional<Task> find(long id) {
        var sql = "SELECT " + COLUMNS + " FROM task t WHERE t.id = :id";
        return jdbc.sql(sql).param("id", id).query(Task.class).optional();
    }

    List<Task> ofCase(String caseNo) {
        var sql = "SELECT " + COLUMNS + " FROM task t WHERE t.case_no = :no ORDER BY t.id";
        return jdbc.sql(sql).param("no", caseNo).query(Task.class).list();
    }

    List<Task> open() {
        var sql = "SELECT " + COLUMNS + " FROM task t JOIN case_file c ON c.no = t.case_no WHERE t.done_at IS NULL "
                + URGENCY;
        return jdbc.sql(sql).query(Task.class).list();
    }

    /** The most urgent task that nobody holds, locked; one that another person is just taking is passed over. */
    Optional<Task> lockNextFree() {
        var sql = "SELECT " + COLUMNS + """
                 FROM task t JOIN case_file c ON c.no = t.case_no
                WHERE t.done_at IS NULL AND t.assignee IS NULL
                """ + URGENCY + " LIMIT 1 FOR UPDATE SKIP LOCKED";
        return jdbc.sql(sql).query(Task.class).optional();
    }

    void update(Task task) {
        var sql = """
                UPDATE task
                SET assignee = :assignee, claimed_at = :claimedAt, done_at = :doneAt, done_by = :doneBy, result = :result, note = :note,
                    version = version + 1
                WHERE id = :id AND version = :version
                """;
        if (jdbc.sql(sql).paramSource(new Row(task)).update() == 0) {
            throw new OptimisticLockingFailureException(
                    "Task %d was changed by someone else just now.".formatted(task.id()));
        }
    }

    long countOpen() {
        return jdbc.sql("SELECT COUNT(*) FROM task WHERE done_at IS NULL")
                .query(Long.class)
                .single();
    }
}
