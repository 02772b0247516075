package anbu.households;

import anbu.platform.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    Map<String, Device> list(Collection<String> ids) {
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
