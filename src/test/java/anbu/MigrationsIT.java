package anbu;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.testing.EmbeddedDatabase;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The schema builds itself from nothing, and a second run changes nothing. */
class MigrationsIT {
    @Test
    void buildTheSchemaFromEmptyAndRunAgainWithoutEffect() {
        var url = EmbeddedDatabase.shared()
                .url("migrations_" + UUID.randomUUID().toString().substring(0, 8));
        var flyway = Flyway.configure()
                .dataSource(url, "root", "")
                .locations("classpath:db-migrations")
                .load();

        var first = flyway.migrate();
        var second = flyway.migrate();

        assertThat(first.migrationsExecuted).isGreaterThanOrEqualTo(10);
        assertThat(second.migrationsExecuted).isZero();
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
    }
}
