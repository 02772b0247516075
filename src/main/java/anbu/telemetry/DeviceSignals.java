package anbu.telemetry;

import static java.util.stream.Collectors.groupingBy;

import anbu.platform.Row;
import anbu.telemetry.DeviceQuery.Show;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What is known of devices now, one by one and as a list. The list judges in SQL as {@link SignalState} and {@link Ladder} do. */
@Repository
@EnableConfigurationProperties(DeviceSettings.class)
public class DeviceSignals {
    private static final String SKEW = """
            CASE WHEN h.skew_before_s IS NOT NULL THEN LEAST(COALESCE(h.skew_s, h.skew_before_s), h.skew_before_s)
                 WHEN h.noted_at >= h.skew_from + INTERVAL 1 HOUR THEN h.skew_s END AS skew_s
            """;
    private static final String COLUMNS = """
            d.no, d.id, d.household_id, d.appliance, d.room, d.installed_at,
            s.first_measured_at AS first_report_at, s.last_measured_at AS last_report_at, s.last_power_w, s.last_illuminance_lux,
            s.last_activity_at, s.last_activity, h.interval_s, h.interval_set_s, h.hint, h.hint_at,
            """ + SKEW;
    private static final String TABLES = """
            FROM device d
            LEFT JOIN device_state s ON s.device_no = d.no
            LEFT JOIN device_health h ON h.device_no = d.no
            """;
    private static final String JUDGED = """
            CASE WHEN s.last_measured_at IS NULL THEN 'NEVER_SEEN'
                 WHEN s.last_measured_at <= :offlineBefore THEN 'SILENT'
                 WHEN s.last_activity_at > :activeAfter THEN 'ACTIVE'
                 ELSE 'QUIET' END AS state,
            s.last_measured_at > :offlineBefore AND TIMESTAMPDIFF(MICROSECOND, s.last_measured_at, :now) >= 1000000 * LEAST(
                :offlineAfterSeconds,
                GREATEST(:soonest, COALESCE(:missedReports * COALESCE(h.interval_set_s, h.interval_s), :suspectAfterSeconds)))
                AS suspect,
            s.last_activity_at IS NULL AND d.appliance IN (:blind) AS blind
            """;

    private final JdbcClient jdbc;
    private final DeviceSettings settings;

    DeviceSignals(JdbcClient jdbc, DeviceSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** How many devices there are in each state; the other numbers cut across states. */
    public record Counts(
            long all,
            long active,
            long quiet,
            long silent,
            long neverSeen,
            long suspect,
            long skewed,
            long blind,
            long attention) {}

    /** The devices of these homes, by home and id. Homes without any are not in it. */
    public Map<String, List<DeviceSignal>> of(Collection<String> householdIds) {
        if (householdIds.isEmpty()) {
            return Map.of();
        }
        var sql = "SELECT " + COLUMNS + TABLES + "WHERE d.household_id IN (:homes) ORDER BY d.id";
        return jdbc.sql(sql).param("homes", householdIds).query(DeviceSignal.class).list().stream()
                .collect(groupingBy(DeviceSignal::householdId));
    }

    public Optional<DeviceSignal> find(String deviceId) {
        return jdbc.sql("SELECT " + COLUMNS + TABLES + "WHERE d.id = :id")
                .param("id", deviceId)
                .query(DeviceSignal.class)
                .optional();
    }

    /** One page, by id. */
    public List<DeviceSignal> list(DeviceQuery query) {
        var where = """
                WHERE d.id > :after AND (:search = '' OR LOCATE(:search, d.id) > 0 OR LOCATE(:search, d.household_id) > 0)
                HAVING %s
                ORDER BY d.id
                LIMIT :most
                """.formatted(condition(query.show()));
        var sql = "SELECT " + COLUMNS + ", " + JUDGED + TABLES + where;
        return judged(sql, query)
                .param("after", query.after())
                .param("search", query.search())
                .param("most", query.most())
                .query(DeviceSignal.class)
                .list();
    }

    /** Over all devices, whatever is searched for. */
    public Counts counts(DeviceQuery query) {
        var sql = """
                SELECT COUNT(*) AS `all`, COALESCE(SUM(state = 'ACTIVE'), 0) AS active, COALESCE(SUM(state = 'QUIET'), 0) AS quiet,
                       COALESCE(SUM(state = 'SILENT'), 0) AS silent, COALESCE(SUM(state = 'NEVER_SEEN'), 0) AS never_seen,
                       COALESCE(SUM(suspect), 0) AS suspect, COALESCE(SUM(ABS(skew_s) > :skewLimit), 0) AS skewed,
                       COALESCE(SUM(blind), 0) AS blind, COALESCE(SUM(%s), 0) AS attention
                FROM (SELECT %s, %s %s) judged
                """.formatted(condition(Show.ATTENTION), SKEW, JUDGED, TABLES);
        return judged(sql, query).query(Counts.class).single();
    }

    /** How many clocks are further off than allowed. */
    long skewed() {
        var sql = "SELECT COUNT(*) FROM (SELECT " + SKEW + "FROM device_health h) clocks WHERE ABS(skew_s) > :limit";
        return jdbc.sql(sql)
                .param("limit", settings.skewLimit().toSeconds())
                .query(Long.class)
                .single();
    }

    /** Whether the clock of a device is further off than allowed. */
    public boolean isSkewed(DeviceSignal device) {
        var skew = device.skew();
        return skew != null && skew.abs().compareTo(settings.skewLimit()) > 0;
    }

    private static String condition(Show show) {
        return switch (show) {
            case ALL -> "TRUE";
            case ATTENTION ->
                "COALESCE(state IN ('SILENT', 'NEVER_SEEN') OR suspect OR ABS(skew_s) > :skewLimit, FALSE)";
            case ACTIVE, QUIET, SILENT, NEVER_SEEN -> "state = '" + show + "'";
            case SUSPECT -> "suspect";
            case SKEWED -> "ABS(skew_s) > :skewLimit";
            case BLIND -> "blind";
        };
    }

    private StatementSpec judged(String sql, DeviceQuery query) {
        return jdbc.sql(sql)
                .param("offlineBefore", Row.column(query.offlineBefore()))
                .param("activeAfter", Row.column(query.activeAfter()))
                .param("now", Row.column(query.now()))
                .param("offlineAfterSeconds", query.offlineAfterSeconds())
                .param("soonest", query.soonest().toSeconds())
                .param("missedReports", query.missedReports())
                .param("suspectAfterSeconds", query.suspectAfterSeconds())
                .param("blind", Witness.blind())
                .param("skewLimit", settings.skewLimit().toSeconds());
    }
}
