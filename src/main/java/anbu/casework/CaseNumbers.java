package anbu.casework;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Numbers of cases, from 1 in each year. */
@Repository
class CaseNumbers {
    private final JdbcClient jdbc;

    CaseNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the next number of the year at once, so that cases that open side by side do not wait for each other; one that fails leaves a gap. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public String next(int year) {
        var sql = """
                INSERT INTO case_number (year, last) VALUES (:year, 1)
                ON DUPLICATE KEY UPDATE last = last + 1
                RETURNING last
                """;
        var last = jdbc.sql(sql).param("year", year).query(Integer.class).single();
        return "%d-%06d".formatted(year, last);
    }
}
