package anbu.households;

import anbu.platform.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code device}. */
@Repository
class Devices {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    Devices(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void add(List<Device> devices) {
        var sql = """
                INSERT INTO device (id, household_id, appliance, room, installed_at)
                VALUES (:id, :householdId, :appliance, :room, :installedAt)
                """;
        for (var part : Chunks.of(devices)) {
            batch.batchUpdate(sql, part.stream().map(Row::new).toArray(Row[]::new));
        }
    }

    /** By their ids or aliases, as asked for. */
    Map<String, Device> list(Collection<String> ids) {
        var found = named(ids);
        var others = ids.stream().filter(id -> !found.containsKey(id)).toList();
        for (var part : Chunks.of(others)) {
            aliased(part, found);
        }
        return found;
    }

    private void aliased(List<String> aliases, Map<String, Device> found) {
        var sql = """
                SELECT a.alias, d.no, d.id, d.household_id, d.appliance, d.room, d.installed_at
                FROM device_alias a JOIN device d ON d.no = a.device_no
                WHERE a.alias IN (:aliases)
                """;
        jdbc.sql(sql)
                .param("aliases", aliases)
                .query(Aliased.class)
                .list()
                .forEach(each -> found.put(
                        each.alias(),
                        new Device(
                                each.no(),
                                each.id(),
                                each.householdId(),
                                each.appliance(),
                                each.room(),
                                each.installedAt())));
    }

    private record Aliased(
            String alias,
            int no,
            String id,
            String householdId,
            Appliance appliance,
            @Nullable String room,
            Instant installedAt) {}

    /** The aliases of each of these devices, by its id. */
    Map<String, List<String>> aliases(Collection<Device> devices) {
        var sql = """
                SELECT alias, device_no
                FROM device_alias
                WHERE device_no IN (:nos)
                ORDER BY alias
                """;
        var ids = new HashMap<Integer, String>();
        devices.forEach(device -> ids.put(device.no(), device.id()));
        var aliases = new HashMap<String, List<String>>();
        for (var part : Chunks.of(ids.keySet())) {
            jdbc.sql(sql).param("nos", part).query(row -> {
                var id = Objects.requireNonNull(ids.get(row.getInt("device_no")));
                aliases.computeIfAbsent(id, any -> new ArrayList<>()).add(row.getString("alias"));
            });
        }
        return aliases;
    }

    void addAlias(String alias, Device device, Instant at) {
        var sql = """
                INSERT INTO device_alias (alias, device_no, added_at)
                VALUES (:alias, :deviceNo, :at)
                """;
        jdbc.sql(sql)
                .param("alias", alias)
                .param("deviceNo", device.no())
                .param("at", Row.column(at))
                .update();
    }

    int removeAlias(String alias) {
        return jdbc.sql("DELETE FROM device_alias WHERE alias = :alias")
                .param("alias", alias)
                .update();
    }

    private Map<String, Device> named(Collection<String> ids) {
        var sql = """
                SELECT no, id, household_id, appliance, room, installed_at
                FROM device
                WHERE id IN (:ids)
                """;
        var found = new HashMap<String, Device>();
        for (var part : Chunks.of(ids)) {
            jdbc.sql(sql)
                    .param("ids", part)
                    .query(Device.class)
                    .list()
                    .forEach(device -> found.put(device.id(), device));
        }
        return found;
    }

    Map<Integer, Device> byNo(Collection<Integer> numbers) {
        var sql = """
                SELECT no, id, household_id, appliance, room, installed_at
                FROM device
                WHERE no IN (:numbers)
                """;
        var found = new HashMap<Integer, Device>();
        for (var part : Chunks.of(numbers)) {
            jdbc.sql(sql)
                    .param("numbers", part)
                    .query(Device.class)
                    .list()
                    .forEach(device -> found.put(device.no(), device));
        }
        return found;
    }

    List<Device> of(String householdId) {
        var sql = """
                SELECT no, id, household_id, appliance, room, installed_at
                FROM device
                WHERE household_id = :householdId
                ORDER BY id
                """;
        return jdbc.sql(sql)
                .param("householdId", householdId)
                .query(Device.class)
                .list();
    }
}
