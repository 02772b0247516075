package anbu.telemetry;

import anbu.platform.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages in the quarantine, to be read again or to be let go of. */
@Repository
class KeptMessages {
    private final JdbcClient jdbc;

    KeptMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A message as it arrived, and the place where it is kept. */
    record Kept(long id, Message message) {}

    /** The next after an id in the order of arrival, locked; without those that another node has and those that were cut. */
    List<Kept> lock(Quarantine.Filter filter, Collection<Long> ids, long afterId, int most) {
        var sql = "SELECT id, arrived_at, source, topic, retained, payload FROM quarantine " + Quarantine.WHERE + """
                AND id > :afterId AND (:anyId OR id IN (:ids)) AND reason <> 'TOO_LARGE'
                ORDER BY id
                LIMIT :most
                FOR UPDATE SKIP LOCKED
                """;
        return Quarantine.filtered(jdbc.sql(sql), filter)
                .param("afterId", afterId)
                .param("anyId", ids.isEmpty())
                .param("ids", ids.isEmpty() ? List.of(0L) : List.copyOf(ids))
                .param("most", most)
                .query(KeptMessages::kept)
                .list();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        var message = new Message(
                row.getString("source"),
                row.getString("topic"),
                row.getBytes("payload"),
                row.getTimestamp("arrived_at").toInstant(),
                row.getBoolean("retained"));
        return new Kept(row.getLong("id"), message);
    }

    void remove(Collection<Kept> entries) {
        if (!entries.isEmpty()) {
            jdbc.sql("DELETE FROM quarantine WHERE id IN (:ids)")
                    .param("ids", new ArrayList<>(entries.stream().map(Kept::id).toList()))
                    .update();
        }
    }

    /** It could not be used this time either. */
    void stays(long id, Item.Bad why, Instant now) {
        var sql = """
                UPDATE quarantine
                SET reason = :reason, detail = :detail, device_id = COALESCE(:deviceId, device_id),
                    attempts = attempts + 1, tried_at = :now
                WHERE id = :id
                """;
        jdbc.sql(sql)
                .param("reason", why.reason().name())
                .param("detail", Quarantine.cut(why.detail()))
                .param("deviceId", why.deviceId())
                .param("now", Row.column(now))
                .param("id", id)
                .update();
    }

    /** Some of those that arrived before; returns how many. */
    int expire(Instant before, int most) {
        return jdbc.sql("DELETE FROM quarantine WHERE arrived_at < :before ORDER BY arrived_at LIMIT :most")
                .param("before", Row.column(before))
                .param("most", most)
                .update();
    }
}
