package anbu.households;

import anbu.platform.Row;
import anbu.platform.Sealing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code household} and {@code contact}. What is personal is sealed on the way in and opened on the way out. */
@Repository
class Homes {
    private static final String COLUMNS = """
            id, district, dong, risk_group, name_sealed, phone_sealed, address_sealed, birth_year, sex, visit_note_sealed,
            watched_since, version
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Sealing sealing;

    Homes(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Sealing sealing) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.sealing = sealing;
    }

    void add(List<Household> homes) {
        var sql = """
                INSERT INTO household (id, district, dong, risk_group, name_sealed, phone_sealed, address_sealed, birth_year, sex,
                    visit_note_sealed, watched_since, version)
                VALUES (:id, :district, :dong, :riskGroup, :nameSealed, :phoneSealed, :addressSealed, :birthYear, :sex,
                    :visitNoteSealed, :watchedSince, 1)
                """;
        for (var part : Chunks.of(homes)) {
            batch.batchUpdate(
                    sql,
                    rows(part.stream()
                            .map(home -> SealedHousehold.of(home, sealing))
                            .toList()));
        }
    }

    void update(Household home) {
        var sql = """
                UPDATE household
                SET district = :district, dong = :dong, risk_group = :riskGroup, name_sealed = :nameSealed,
                    phone_sealed = :phoneSealed, address_sealed = :addressSealed, birth_year = :birthYear, sex = :sex,
                    visit_note_sealed = :visitNoteSealed, watched_since = :watchedSince, version = version + 1
                WHERE id = :id AND version = :version
                """;
        var row = new Row(SealedHousehold.of(home, sealing));
        if (jdbc.sql(sql).paramSource(row).update() == 0) {
            throw new OptimisticLockingFailureException(
                    "Household %s was changed by someone else; version %d is not the current one. Load it again and repeat the change."
                            .formatted(home.id(), home.version()));
        }
    }

    Map<String, Household> list(Collection<String> ids) {
        var sql = "SELECT " + COLUMNS + " FROM household WHERE id IN (:ids)";
        var found = new HashMap<String, Household>();
        for (var part : Chunks.of(ids)) {
            jdbc.sql(sql).param("ids", part).query(SealedHousehold.class).list().stream()
                    .map(row -> row.open(sealing))
                    .forEach(home -> found.put(home.id(), home));
        }
        return found;
    }

    List<Household> page(String afterId, int limit) {
        var sql = "SELECT " + COLUMNS + " FROM household WHERE id > :afterId ORDER BY id LIMIT :limit";
        return jdbc
                .sql(sql)
                .param("afterId", afterId)
                .param("limit", limit)
                .query(SealedHousehold.class)
                .list()
                .stream()
                .map(row -> row.open(sealing))
                .toList();
    }

    Map<String, RiskGroup> riskGroups(Collection<String> ids) {
        var sql = "SELECT id, risk_group FROM household WHERE id IN (:ids)";
        var groups = new HashMap<String, RiskGroup>();
        for (var part : Chunks.of(ids)) {
            jdbc.sql(sql)
                    .param("ids", part)
                    .query((row, index) ->
                            groups.put(row.getString("id"), RiskGroup.valueOf(row.getString("risk_group"))))
                    .list();
        }
        return groups;
    }

    void removeContacts(String householdId) {
        jdbc.sql("DELETE FROM contact WHERE household_id = :householdId")
                .param("householdId", householdId)
                .update();
    }

    void addContacts(List<Contact> contacts) {
        var sql = """
                INSERT INTO contact (household_id, position, kind, name_sealed, phone_sealed, has_key)
                VALUES (:householdId, :position, :kind, :nameSealed, :phoneSealed, :hasKey)
                """;
        for (var part : Chunks.of(contacts)) {
            batch.batchUpdate(
                    sql,
                    rows(part.stream()
                            .map(contact -> SealedContact.of(contact, sealing))
                            .toList()));
        }
    }

    List<Contact> contacts(String householdId) {
        var sql = """
                SELECT household_id, position, kind, name_sealed, phone_sealed, has_key
                FROM contact
                WHERE household_id = :householdId
                ORDER BY position
                """;
        return jdbc.sql(sql).param("householdId", householdId).query(SealedContact.class).list().stream()
                .map(row -> row.open(sealing))
                .toList();
    }

    private static Row[] rows(List<? extends Record> records) {
        var rows = new ArrayList<Row>();
        records.forEach(each -> rows.add(new Row(each)));
        return rows.toArray(new Row[0]);
    }
}
