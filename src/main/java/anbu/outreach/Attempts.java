package anbu.outreach;

import anbu.outreach.Outreach.Attempt;
import anbu.platform.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Attempts {
    private static final String COLUMNS =
            "id, case_no, household_id, channel, number, requested_at, result, resulted_at";

    private final JdbcClient jdbc;

    Attempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Attempt attempt) {
        var sql = """
                INSERT INTO contact_attempt (id, case_no, household_id, channel, number, requested_at)
                VALUES (:id, :caseNo, :householdId, :channel, :number, :requestedAt)
                """;
        jdbc.sql(sql).paramSource(new Row(attempt)).update();
    }

    /** Writes the result of a call that has none yet. */
    void answered(Attempt attempt) {
        var sql = """
                UPDATE contact_attempt
                SET result = :result, resulted_at = :resultedAt
                WHERE id = :id AND result IS NULL
                """;
        jdbc.sql(sql).paramSource(new Row(attempt)).update();
    }

    /** Locks the attempt until the transaction ends, so that two reports of one call do not cross. */
    Optional<Attempt> lock(UUID id) {
        var sql = "SELECT " + COLUMNS + " FROM contact_attempt WHERE id = :id FOR UPDATE";
        return jdbc.sql(sql).param("id", id.toString()).query(Attempt.class).optional();
    }

    List<Attempt> ringing(int limit) {
        var sql = "SELECT " + COLUMNS + " FROM contact_attempt WHERE result IS NULL ORDER BY requested_at LIMIT :limit";
        return jdbc.sql(sql).param("limit", limit).query(Attempt.class).list();
    }

    List<Attempt> ofCase(String caseNo) {
        var sql = "SELECT " + COLUMNS + " FROM contact_attempt WHERE case_no = :no ORDER BY channel, number";
        return jdbc.sql(sql).param("no", caseNo).query(Attempt.class).list();
    }
}
