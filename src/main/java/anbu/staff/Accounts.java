package anbu.staff;

import anbu.platform.Row;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code account}. */
@Repository
class Accounts {
    /** An account as stored, with the hash of its password; {@code roles} separated by commas. */
    record Stored(
            String username,
            String passwordHash,
            String displayName,
            String roles,
            @Nullable Team team,
            boolean enabled,
            Instant createdAt) {
        @Override
        public String toString() {
            return "account " + username;
        }
    }

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Stored account) {
        var sql = """
                INSERT INTO account (username, password_hash, display_name, roles, team, enabled, created_at)
                VALUES (:username, :passwordHash, :displayName, :roles, :team, :enabled, :createdAt)
                """;
        jdbc.sql(sql).paramSource(new Row(account)).update();
    }

    Optional<Stored> find(String username) {
        var sql = """
                SELECT username, password_hash, display_name, roles, team, enabled, created_at
                FROM account
                WHERE username = :username
                """;
        return jdbc.sql(sql).param("username", username).query(Stored.class).optional();
    }

    boolean none() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM account)")
                .query(Boolean.class)
                .single();
    }
}
