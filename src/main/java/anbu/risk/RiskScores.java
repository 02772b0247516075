package anbu.risk;

import anbu.platform.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The newest score of each home. */
@Repository
class RiskScores {
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    RiskScores(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void put(List<RiskScore> scores) {
        var sql = """
                INSERT INTO risk_score (household_id, score, model_version, scored_at)
                VALUES (:householdId, :score, :modelVersion, :scoredAt)
                ON DUPLICATE KEY UPDATE
                    score = VALUES(score), model_version = VALUES(model_version), scored_at = VALUES(scored_at)
                """;
        for (int from = 0; from < scores.size(); from += BATCH) {
            var rows = scores.subList(from, Math.min(from + BATCH, scores.size())).stream()
                    .map(Row::new)
                    .toArray(SqlParameterSource[]::new);
            batches.batchUpdate(sql, rows);
        }
    }

    List<RiskScore> list(Collection<String> householdIds) {
        var sql = """
                SELECT household_id, score, model_version, scored_at
                FROM risk_score
                WHERE household_id IN (:ids)
                """;
        var ids = List.copyOf(householdIds);
        var scores = new ArrayList<RiskScore>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            var some = ids.subList(from, Math.min(from + BATCH, ids.size()));
            scores.addAll(
                    jdbc.sql(sql).param("ids", some).query(RiskScore.class).list());
        }
        return scores;
    }
}
