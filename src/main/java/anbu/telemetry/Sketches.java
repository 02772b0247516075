package anbu.telemetry;

import anbu.telemetry.activity.DaySketch;
import anbu.telemetry.activity.Profile;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The days of each plug, and what was learned from them. */
@Repository
class Sketches {
    private final JdbcClient jdbc;
    private final ManyRows rows;

    Sketches(JdbcClient jdbc, ManyRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    void add(int deviceNo, List<DaySketch> days) {
        var values = days.stream()
                .map(day -> new Object[] {deviceNo, day.day(), day.toJson()})
                .toList();
        rows.write(
                "INSERT INTO device_day (device_no, day, sketch) VALUES",
                values,
                "ON DUPLICATE KEY UPDATE sketch = VALUES(sketch)");
    }

    /** In order of days, both ends included. */
    List<DaySketch> between(int deviceNo, LocalDate from, LocalDate to) {
        var sql = """
                SELECT sketch
                FROM device_day
                WHERE device_no = :deviceNo AND day BETWEEN :from AND :to
                ORDER BY day
                """;
        return jdbc
                .sql(sql)
                .param("deviceNo", deviceNo)
                .param("from", from)
                .param("to", to)
                .query(String.class)
                .list()
                .stream()
                .map(DaySketch::of)
                .toList();
    }

    /** Forgets this day and those after it, and the profiles that came of them. */
    void forget(int deviceNo, LocalDate from) {
        jdbc.sql("DELETE FROM device_day WHERE device_no = :deviceNo AND day >= :from")
                .param("deviceNo", deviceNo)
                .param("from", from)
                .update();
        jdbc.sql("DELETE FROM device_profile WHERE device_no = :deviceNo AND day > :from")
                .param("deviceNo", deviceNo)
                .param("from", from)
                .update();
    }

    /** Forgets all that those of these devices learned elsewhere which have just begun anew. */
    void forgetStrangers(Collection<Integer> deviceNos) {
        for (var table : List.of("device_day", "device_profile")) {
            var sql = """
                    DELETE learned
                    FROM %s learned
                    JOIN device_state s ON s.device_no = learned.device_no
                    WHERE learned.device_no IN (:deviceNos) AND s.first_measured_at IS NULL
                    """.formatted(table);
            jdbc.sql(sql).param("deviceNos", deviceNos).update();
        }
    }

    Optional<Profile> profile(Profiles.Key key) {
        var sql = """
                SELECT profile
                FROM device_profile
                WHERE device_no = :deviceNo AND day = :day AND version = :version AND appliance = :appliance
                """;
        return jdbc.sql(sql)
                .param("deviceNo", key.deviceNo())
                .param("day", key.day())
                .param("version", key.version())
                .param("appliance", key.appliance().name())
                .query(String.class)
                .optional()
                .map(Profile::of);
    }

    void keep(Profiles.Key key, Profile profile) {
        var sql = """
                REPLACE INTO device_profile (device_no, day, version, appliance, profile)
                VALUES (:deviceNo, :day, :version, :appliance, :profile)
                """;
        jdbc.sql(sql)
                .param("deviceNo", key.deviceNo())
                .param("day", key.day())
                .param("version", key.version())
                .param("appliance", key.appliance().name())
                .param("profile", profile.toJson())
                .update();
    }

    /** The newest that is kept of a plug. */
    Optional<Profile> newest(int deviceNo) {
        var sql = """
                SELECT profile
                FROM device_profile
                WHERE device_no = :deviceNo
                ORDER BY day DESC
                LIMIT 1
                """;
        return jdbc.sql(sql)
                .param("deviceNo", deviceNo)
                .query(String.class)
                .optional()
                .map(Profile::of);
    }

    /** Deletes sketches and profiles of days before these. */
    void expire(LocalDate sketchesBefore, LocalDate profilesBefore) {
        jdbc.sql("DELETE FROM device_day WHERE day < :day")
                .param("day", sketchesBefore)
                .update();
        jdbc.sql("DELETE FROM device_profile WHERE day < :day")
                .param("day", profilesBefore)
                .update();
    }
}
