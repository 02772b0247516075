package anbu.telemetry;

import anbu.platform.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When nothing in a home reported. */
@Repository
class Silences {
    private final JdbcClient jdbc;

    Silences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The spans of each home longer than {@link Chart#SILENCE} in which no device reported, as [from ms, to ms], by start. */
    Map<String, List<long[]>> of(Collection<String> householdIds, Instant from, Instant to) {
        if (householdIds.isEmpty()) {
            return Map.of();
        }
        var sql = """
                WITH report AS (
                    SELECT s.household_id, r.measured_at AS moment
                    FROM device_state s
                    JOIN reading r ON r.device_no = s.device_no
                    WHERE s.household_id IN (:homes) AND r.measured_at BETWEEN :from AND :to
                    UNION ALL
                    SELECT DISTINCT household_id, :from FROM device_state WHERE household_id IN (:homes)
                    UNION ALL
                    SELECT DISTINCT household_id, :to FROM device_state WHERE household_id IN (:homes)
                ), pair AS (
                    SELECT household_id, moment, LAG(moment) OVER (PARTITION BY household_id ORDER BY moment) AS previous
                    FROM report
                )
                SELECT household_id, previous, moment
                FROM pair
                WHERE moment > previous + INTERVAL :seconds SECOND
                ORDER BY household_id, moment
                """;
        return jdbc
                .sql(sql)
                .param("homes", householdIds)
                .param("from", Row.column(from))
                .param("to", Row.column(to))
                .param("seconds", Chart.SILENCE.toSeconds())
                .query(Gap.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Gap::householdId, Collectors.mapping(Gap::span, Collectors.toList())));
    }

    private record Gap(String householdId, Instant previous, Instant moment) {
        long[] span() {
            return new long[] {previous.toEpochMilli(), moment.toEpochMilli()};
        }
    }
}
