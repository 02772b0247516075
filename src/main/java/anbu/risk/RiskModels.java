package anbu.risk;

import anbu.platform.Row;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored models. Rows are only ever added. */
@Repository
class RiskModels {
    /** One stored model with its serialized form and the names of its features. */
    @SuppressWarnings("ArrayRecordComponent") // a row, never compared
    record Stored(
            int version,
            String algorithm,
            byte[] model,
            String features,
            int examples,
            int positives,
            @Nullable Double auc,
            @Nullable Double averagePrecision,
            String sha256,
            Instant trainedAt) {

        RiskModel summary() {
            return new RiskModel(version, algorithm, examples, positives, auc, averagePrecision, sha256, trainedAt);
        }
    }

    /** What tells one model from another. */
    record Mark(int version, String sha256) {}

    private final JdbcClient jdbc;

    RiskModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Mark> newest() {
        var sql = """
                SELECT version, sha256
                FROM risk_model
                ORDER BY version DESC
                LIMIT 1
                """;
        return jdbc.sql(sql).query(Mark.class).optional();
    }

    Optional<Stored> find(int version) {
        var sql = """
                SELECT version, algorithm, model, features, examples, positives, auc, average_precision, sha256, trained_at
                FROM risk_model
                WHERE version = :version
                """;
        return jdbc.sql(sql).param("version", version).query(Stored.class).optional();
    }

    /** Throws {@link org.springframework.dao.DuplicateKeyException} when the version was taken meanwhile. */
    void add(Stored model) {
        var sql = """
                INSERT INTO risk_model (version, algorithm, model, features, examples, positives, auc, average_precision, sha256, trained_at)
                VALUES (:version, :algorithm, :model, :features, :examples, :positives, :auc, :averagePrecision, :sha256, :trainedAt)
                """;
        jdbc.sql(sql).paramSource(new Row(model)).update();
    }
}
