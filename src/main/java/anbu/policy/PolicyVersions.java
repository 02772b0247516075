package anbu.policy;

import anbu.platform.Row;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored versions. Rows are only ever added. */
@Repository
class PolicyVersions {
    /** One stored version, its data and rules as text. */
    record Stored(
            int number,
            String name,
            String tableJson,
            String drl,
            String sha256,
            Instant publishedAt,
            String publishedBy) {

        Artefact artefact() {
            return new Artefact(tableJson, drl);
        }
    }

    /** What tells one version from another. */
    record Mark(int number, String sha256) {}

    private final JdbcClient jdbc;

    PolicyVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Mark> newest() {
        var sql = """
                SELECT number, sha256
                FROM policy_version
                ORDER BY number DESC
                LIMIT 1
                """;
        return jdbc.sql(sql).query(Mark.class).optional();
    }

    Optional<Stored> find(int number) {
        var sql = """
                SELECT number, name, table_json, drl, sha256, published_at, published_by
                FROM policy_version
                WHERE number = :number
                """;
        return jdbc.sql(sql).param("number", number).query(Stored.class).optional();
    }

    /** Throws {@link org.springframework.dao.DuplicateKeyException} when the number was taken meanwhile. */
    void add(Stored version) {
        var sql = """
                INSERT INTO policy_version (number, name, table_json, drl, sha256, published_at, published_by)
                VALUES (:number, :name, :tableJson, :drl, :sha256, :publishedAt, :publishedBy)
                """;
        jdbc.sql(sql).paramSource(new Row(version)).update();
    }
}
