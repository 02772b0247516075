package anbu.audit;

import anbu.platform.Row;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditEntries {
    private final JdbcClient jdbc;

    AuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next place in a chain and the hash before it. */
    record Head(int seq, String hash) {}

    record Stored(long id, AuditLine line) {}

    /** Takes the next place in the chain; other writers of the same subject wait until this transaction ends. */
    Head advance(String subject) {
        var take = """
                INSERT INTO audit_head (subject, seq, hash)
                VALUES (:subject, 1, :first)
                ON DUPLICATE KEY UPDATE seq = seq + 1
                RETURNING seq, hash
                """;
        return jdbc.sql(take)
                .param("subject", subject)
                .param("first", AuditLine.FIRST)
                .query(Head.class)
                .single();
    }

    void append(AuditLine line) {
        var sql = """
                INSERT INTO audit_entry (subject, seq, at, actor, action, details, prev_hash, hash)
                VALUES (:subject, :seq, :at, :actor, :action, :details, :prevHash, :hash)
                """;
        jdbc.sql(sql).paramSource(new Row(line)).update();
    }

    void head(String subject, String hash) {
        var sql = "UPDATE audit_head SET hash = :hash WHERE subject = :subject";
        jdbc.sql(sql).param("subject", subject).param("hash", hash).update();
    }

    boolean isHead(String subject, int seq, String hash) {
        var sql = "SELECT seq, hash FROM audit_head WHERE subject = :subject";
        var head = jdbc.sql(sql).param("subject", subject).query(Head.class).optional();
        return head.map(found -> found.seq() == seq && found.hash().equals(hash))
                .orElse(seq == 0);
    }

    List<Stored> list(String subject) {
        var sql = """
                SELECT id, subject, seq, at, actor, action, details, prev_hash, hash
                FROM audit_entry
                WHERE subject = :subject
                ORDER BY seq
                """;
        return jdbc.sql(sql)
                .param("subject", subject)
                .query((row, number) -> new Stored(
                        row.getLong("id"),
                        new AuditLine(
                                row.getString("subject"),
                                row.getInt("seq"),
                                row.getObject("at", Instant.class),
                                row.getString("actor"),
                                row.getString("action"),
                                row.getString("details"),
                                row.getString("prev_hash"),
                                row.getString("hash"))))
                .list();
    }
}
