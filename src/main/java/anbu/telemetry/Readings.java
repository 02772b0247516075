package anbu.telemetry;

import anbu.platform.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Readings {
    private final JdbcClient jdbc;
    private final ManyRows rows;

    Readings(JdbcClient jdbc, ManyRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** A moment that is known already keeps its first values. */
    void add(List<Reading> readings) {
        var head = """
                INSERT IGNORE INTO reading
                    (device_no, measured_at, power_w, illuminance_lux, energy_wh, seq, received_at)
                VALUES""";
        var values = readings.stream()
                .map(r -> new Object[] {
                    r.deviceNo(), r.measuredAt(), r.powerW(), r.illuminanceLux(), r.energyWh(), r.seq(), r.receivedAt()
                })
                .toList();
        rows.write(head, values, "");
    }

    /** Those of the moments at which a reading of the device is stored. */
    Set<Instant> known(int deviceNo, Collection<Instant> moments) {
        var sql = """
                SELECT measured_at
                FROM reading
                WHERE device_no = :deviceNo AND measured_at IN (:moments)
                """;
        var columns = moments.stream().map(Row::column).collect(Collectors.toList());
        return new HashSet<>(jdbc.sql(sql)
                .param("deviceNo", deviceNo)
                .param("moments", columns)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list());
    }

    /** In order of time, both ends included. */
    List<Reading> between(int deviceNo, Instant from, Instant to) {
        var sql = """
                SELECT device_no, measured_at, TRUE AS own_time, power_w, illuminance_lux, energy_wh, seq, received_at
                FROM reading
                WHERE device_no = :deviceNo AND measured_at BETWEEN :from AND :to
                ORDER BY measured_at
                """;
        return jdbc.sql(sql)
                .param("deviceNo", deviceNo)
                .param("from", Row.column(from))
                .param("to", Row.column(to))
                .query(Readings::reading)
                .list();
    }

    /** By hand, for the general way takes ten times as long, and there are thousands of them. */
    private static Reading reading(ResultSet row, int n) throws SQLException {
        return new Reading(
                row.getInt(1),
                row.getTimestamp(2).toInstant(),
                row.getBoolean(3),
                number(row, 4),
                number(row, 5),
                number(row, 6),
                row.getObject(7) == null ? null : Long.valueOf(row.getLong(7)),
                row.getTimestamp(8).toInstant());
    }

    private static @Nullable Double number(ResultSet row, int column) throws SQLException {
        var value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
