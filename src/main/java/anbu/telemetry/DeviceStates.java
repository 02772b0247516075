package anbu.telemetry;

import anbu.households.Device;
import anbu.platform.Columns;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeviceStates {
    private static final String COLUMNS = """
            device_no, household_id, first_measured_at, last_measured_at, last_received_at,
            last_power_w, last_power_at, last_illuminance_lux, last_illuminance_at, last_activity_at, last_activity,
            memory, sketched_to, sketch_version, last_seq
            """;

    private static final Columns<DeviceState> STATES = new Columns<>(DeviceState.class);
    private static final Columns<Newest> NEWEST = new Columns<>(Newest.class);

    private final JdbcClient jdbc;
    private final ManyRows rows;

    DeviceStates(JdbcClient jdbc, ManyRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** A device starts anew in another home: what it saw before says nothing about that one. */
    void install(Collection<Device> devices) {
        var tail = """
                ON DUPLICATE KEY UPDATE
                    first_measured_at    = IF(household_id = VALUES(household_id), first_measured_at, NULL),
                    last_measured_at     = IF(household_id = VALUES(household_id), last_measured_at, NULL),
                    last_received_at     = IF(household_id = VALUES(household_id), last_received_at, NULL),
                    last_power_w         = IF(household_id = VALUES(household_id), last_power_w, NULL),
                    last_power_at        = IF(household_id = VALUES(household_id), last_power_at, NULL),
                    last_illuminance_lux = IF(household_id = VALUES(household_id), last_illuminance_lux, NULL),
                    last_illuminance_at  = IF(household_id = VALUES(household_id), last_illuminance_at, NULL),
                    last_activity_at     = IF(household_id = VALUES(household_id), last_activity_at, NULL),
                    last_activity        = IF(household_id = VALUES(household_id), last_activity, NULL),
                    memory               = IF(household_id = VALUES(household_id), memory, NULL),
                    sketched_to          = IF(household_id = VALUES(household_id), sketched_to, NULL),
                    sketch_version       = IF(household_id = VALUES(household_id), sketch_version, sketch_version + 1),
                    rolled_up_to         = IF(household_id = VALUES(household_id), rolled_up_to, NULL),
                    household_id         = VALUES(household_id)""";
        var values = devices.stream()
                .map(device -> new Object[] {device.no(), device.householdId()})
                .toList();
        rows.write("INSERT INTO device_state (device_no, household_id) VALUES", values, tail);
    }

    /** The states of these devices, locked in the order of their numbers so that two nodes cannot wait for each other. */
    SortedMap<Integer, DeviceState> lock(Collection<Device> devices) {
        var states = locked(devices);
        var missing = devices.stream().filter(d -> !states.containsKey(d.no())).toList();
        if (missing.isEmpty()) {
            return states;
        }
        install(missing);
        return locked(devices);
    }

    private SortedMap<Integer, DeviceState> locked(Collection<Device> devices) {
        if (devices.isEmpty()) {
            return new TreeMap<>();
        }
        var sql = "SELECT " + COLUMNS
                + """
                FROM device_state FORCE INDEX (PRIMARY)
                WHERE device_no IN (%s)
                ORDER BY device_no
                FOR UPDATE
                """.formatted(devices.stream()
                        .map(device -> Integer.toString(device.no()))
                        .collect(Collectors.joining(",")));
        return jdbc.sql(sql).query(STATES).stream()
                .collect(Collectors.toMap(DeviceState::deviceNo, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    /** Locks some devices whose days are not sketched up to that one, and that no other node has in hand. */
    List<DeviceState> claimUnsketched(LocalDate to, int most) {
        var sql = "SELECT " + COLUMNS + """
                FROM device_state
                WHERE first_measured_at IS NOT NULL AND (sketched_to IS NULL OR sketched_to < :to)
                ORDER BY device_no
                LIMIT :most
                FOR UPDATE SKIP LOCKED
                """;
        return jdbc.sql(sql)
                .param("to", to)
                .param("most", most)
                .query(DeviceState.class)
                .list();
    }

    void save(List<DeviceState> states) {
        var tail = """
                ON DUPLICATE KEY UPDATE
                    first_measured_at = VALUES(first_measured_at), last_measured_at = VALUES(last_measured_at),
                    last_received_at = VALUES(last_received_at),
                    last_power_w = VALUES(last_power_w), last_power_at = VALUES(last_power_at),
                    last_illuminance_lux = VALUES(last_illuminance_lux), last_illuminance_at = VALUES(last_illuminance_at),
                    last_activity_at = VALUES(last_activity_at), last_activity = VALUES(last_activity),
                    memory = VALUES(memory), sketched_to = VALUES(sketched_to), sketch_version = VALUES(sketch_version),
                    last_seq = VALUES(last_seq)""";
        rows.write(
                "INSERT INTO device_state (" + COLUMNS + ") VALUES",
                states.stream().map(DeviceStates::values).toList(),
                tail);
    }

    private static Object[] values(DeviceState s) {
        return new Object[] {
            s.deviceNo(),
            s.householdId(),
            s.firstMeasuredAt(),
            s.lastMeasuredAt(),
            s.lastReceivedAt(),
            s.lastPowerW(),
            s.lastPowerAt(),
            s.lastIlluminanceLux(),
            s.lastIlluminanceAt(),
            s.lastActivityAt(),
            s.lastActivity(),
            s.memory(),
            s.sketchedTo(),
            s.sketchVersion(),
            s.lastSeq()
        };
    }

    /** Every device of these homes. */
    List<DeviceState> of(Collection<String> householdIds) {
        if (householdIds.isEmpty()) {
            return List.of();
        }
        var sql = "SELECT " + COLUMNS + "FROM device_state WHERE household_id IN (:homes) ORDER BY device_no";
        return jdbc.sql(sql)
                .param("homes", householdIds)
                .query(DeviceState.class)
                .list();
    }

    /** Newest report and activity of each of these homes that has any device. */
    Map<String, Newest> newest(Collection<String> householdIds) {
        if (householdIds.isEmpty()) {
            return Map.of();
        }
        var sql = """
                SELECT household_id, MAX(last_measured_at) AS report_at, MAX(last_activity_at) AS activity_at
                FROM device_state
                WHERE household_id IN (:homes)
                GROUP BY household_id
                """;
        return jdbc.sql(sql).param("homes", householdIds).query(NEWEST).stream()
                .collect(Collectors.toMap(Newest::householdId, Function.identity()));
    }

    record Newest(
            String householdId,
            @Nullable Instant reportAt,
            @Nullable Instant activityAt) {}
}
