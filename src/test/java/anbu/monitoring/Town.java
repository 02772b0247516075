package anbu.monitoring;

import anbu.platform.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many homes of group HIGH with four weeks of activity, put into the database in a few statements. */
final class Town {
    private static final int ACTIVITIES = 112;

    private final JdbcClient jdbc;
    private int founded;

    Town(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * New homes whose plugs report until now, and in which nobody did anything since {@code quiet} before the moment of each.
     *
     * @param first the moment of the first home
     * @param within the moments of all homes are spread evenly over this span
     */
    Map<String, Instant> quietHomes(int homes, Duration quiet, Instant first, Duration within) {
        var from = founded + 1;
        founded += homes;
        var moments = new HashMap<String, Instant>();
        for (var i = 0; i < homes; i++) {
            moments.put("town-%06d".formatted(from + i), first.plusMillis(within.toMillis() * i / homes));
        }
        fill(from, founded, quiet, first, within);
        return moments;
    }

    private void fill(int from, int to, Duration quiet, Instant first, Duration within) {
        var home = "CONCAT('town-', LPAD(s.seq, 6, '0'))";
        var moment = "TIMESTAMPADD(MICROSECOND, FLOOR(%d * (s.seq - %d) / %d) * 1000, :first)"
                .formatted(within.toMillis(), from, to - from + 1);
        var still = "TIMESTAMPADD(SECOND, -%d, %s)".formatted(quiet.toSeconds(), moment);
        var some = " FROM seq_%d_to_%d s".formatted(from, to);
        write("""
                INSERT INTO household (id, district, dong, risk_group, watched_since)
                SELECT %s, '한결구', '누리동', 'HIGH', TIMESTAMPADD(DAY, -60, :first)""".formatted(home) + some, first);
        write("""
                INSERT INTO device (no, id, household_id, appliance, installed_at)
                SELECT s.seq, CONCAT('plug-', s.seq), %s, 'TELEVISION', TIMESTAMPADD(DAY, -60, :first)""".formatted(home) + some, first);
        write("""
                INSERT INTO device_state (device_no, household_id, first_measured_at, last_measured_at, last_received_at,
                    last_power_w, last_power_at, last_activity_at, last_activity)
                SELECT s.seq, %s, TIMESTAMPADD(DAY, -60, :first), :first, :first, 1.5, :first, %s,
                    '{"device":"plug","appliance":"TELEVISION","source":"POWER","before":92.0,"after":1.5}'""".formatted(home, still) + some, first);
        write("""
                INSERT INTO activity (device_no, start_at, end_at, source, before_value, after_value)
                SELECT s.seq, TIMESTAMPADD(HOUR, -6 * CAST(a.seq AS INT), %s), TIMESTAMPADD(HOUR, -6 * CAST(a.seq AS INT), %s), 'POWER', 92, 1.5""".formatted(still, still) + some + " JOIN seq_0_to_%d a".formatted(ACTIVITIES - 1), first);
        write("""
                INSERT INTO deadline (household_id, look_at, watched_since)
                SELECT %s, %s, TIMESTAMPADD(DAY, -60, :first)""".formatted(home, moment) + some, first);
    }

    private void write(String sql, Instant first) {
        jdbc.sql(sql).param("first", Row.column(first)).update();
    }
}
