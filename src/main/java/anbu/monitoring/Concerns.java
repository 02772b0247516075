package anbu.monitoring;

import anbu.platform.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Concerns {
    private final JdbcClient jdbc;

    Concerns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Concern concern) {
        var sql = """
                INSERT INTO concern (id, household_id, kind, level, raised_at, level_since)
                VALUES (:id, :householdId, :kind, :level, :raisedAt, :levelSince)
                """;
        jdbc.sql(sql).paramSource(new Row(concern)).update();
    }

    /** False when the concern was settled by someone else meanwhile: then nothing changed. */
    boolean raiseLevel(Concern concern) {
        var sql = """
                UPDATE concern
                SET level = :level, level_since = :levelSince
                WHERE id = :id AND settled_at IS NULL
                """;
        return jdbc.sql(sql).paramSource(new Row(concern)).update() > 0;
    }

    /** False when the concern was settled by someone else meanwhile: then nothing changed. */
    boolean tellActivity(Concern concern) {
        var sql = "UPDATE concern SET activity_after = :activityAfter WHERE id = :id AND settled_at IS NULL";
        return jdbc.sql(sql).paramSource(new Row(concern)).update() > 0;
    }

    void settle(Concern concern) {
        var sql = "UPDATE concern SET settled_at = :settledAt, true_alarm = :trueAlarm WHERE id = :id";
        jdbc.sql(sql).paramSource(new Row(concern)).update();
    }

    /** The household that a concern is about, without locking anything. */
    Optional<String> homeOf(UUID id) {
        return jdbc.sql("SELECT household_id FROM concern WHERE id = :id")
                .param("id", id.toString())
                .query(String.class)
                .optional();
    }

    /** Locks the concern until the transaction ends. */
    Optional<Concern> lock(UUID id) {
        var sql = """
                SELECT id, household_id, kind, level, raised_at, level_since, activity_after, settled_at, true_alarm
                FROM concern
                WHERE id = :id
                FOR UPDATE
                """;
        return jdbc.sql(sql).param("id", id.toString()).query(Concern.class).optional();
    }

    /** Open concerns of these homes, of both kinds. */
    List<Concern> open(Collection<String> householdIds) {
        if (householdIds.isEmpty()) {
            return List.of();
        }
        var keys = householdIds.stream()
                .flatMap(id -> java.util.stream.Stream.of(id + ":WELLBEING", id + ":DEVICE"))
                .toList();
        var sql = """
                SELECT id, household_id, kind, level, raised_at, level_since, activity_after, settled_at, true_alarm
                FROM concern
                WHERE open_key IN (:keys)
                """;
        return jdbc.sql(sql).param("keys", keys).query(Concern.class).list();
    }

    /** Wellbeing concerns raised in the span, for labels and counts. */
    List<Concern> wellbeing(Instant from, Instant to) {
        var sql = """
                SELECT id, household_id, kind, level, raised_at, level_since, activity_after, settled_at, true_alarm
                FROM concern
                WHERE kind = 'WELLBEING' AND raised_at >= :from AND raised_at < :to
                """;
        return jdbc.sql(sql)
                .param("from", Row.column(from))
                .param("to", Row.column(to))
                .query(Concern.class)
                .list();
    }
}
