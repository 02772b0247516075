package anbu.casework;

import anbu.platform.Row;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CaseFiles {
    private static final String COLUMNS = """
            no, concern_id, household_id, kind, level, status, opened_at, owner_team, rule_name, basis, limit_hours, breached_at,
            risk_group, last_activity_at, last_activity, last_report_at, usual_hours, score, model_version, policy_version,
            outcome, cause, closing_note, closed_at, closed_by, version
            """;

    private final JdbcClient jdbc;

    CaseFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CaseFile file) {
        var sql = """
                INSERT INTO case_file
                    (no, concern_id, household_id, kind, level, status, opened_at, owner_team, rule_name, basis, limit_hours,
                     breached_at, risk_group, last_activity_at, last_activity, last_report_at, usual_hours, score, model_version,
                     policy_version)
                VALUES
                    (:no, :concernId, :householdId, :kind, :level, :status, :openedAt, :ownerTeam, :ruleName, :basis, :limitHours,
                     :breachedAt, :riskGroup, :lastActivityAt, :lastActivity, :lastReportAt, :usualHours, :score, :modelVersion,
                     :policyVersion)
                """;
        jdbc.sql(sql).paramSource(new Row(file)).update();
    }

    void update(CaseFile file) {
        var sql = """
                UPDATE case_file
                SET level = :level, status = :status, outcome = :outcome, cause = :cause, closing_note = :closingNote,
                    closed_at = :closedAt, closed_by = :closedBy, version = version + 1
                WHERE no = :no AND version = :version
                """;
        if (jdbc.sql(sql).paramSource(new Row(file)).update() == 0) {
            throw new OptimisticLockingFailureException("Case %s was changed by someone else.".formatted(file.no()));
        }
    }

    Optional<CaseFile> find(String no) {
        var sql = "SELECT " + COLUMNS + " FROM case_file WHERE no = :no";
        return jdbc.sql(sql).param("no", no).query(CaseFile.class).optional();
    }

    Optional<CaseFile> findByConcern(UUID concernId) {
        var sql = "SELECT " + COLUMNS + " FROM case_file WHERE concern_id = :id";
        return jdbc.sql(sql)
                .param("id", concernId.toString())
                .query(CaseFile.class)
                .optional();
    }

    List<CaseFile> list(Collection<String> nos) {
        if (nos.isEmpty()) {
            return List.of();
        }
        var sql = "SELECT " + COLUMNS + " FROM case_file WHERE no IN (:nos)";
        return jdbc.sql(sql).param("nos", nos).query(CaseFile.class).list();
    }

    List<CaseFile> list(@Nullable CaseStatus status, int limit) {
        var sql = "SELECT " + COLUMNS + """
                 FROM case_file
                WHERE :status IS NULL OR status = :status
                ORDER BY opened_at DESC, no DESC
                LIMIT :limit
                """;
        return jdbc.sql(sql)
                .param("status", Row.column(status))
                .param("limit", limit)
                .query(CaseFile.class)
                .list();
    }
}
