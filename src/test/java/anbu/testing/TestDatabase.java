package anbu.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A schema of its own on the shared MariaDB, with all migrations run, for tests that build their services by hand. */
public record TestDatabase(HikariDataSource source) {
    public static TestDatabase create(String name) {
        var schema = name + "_" + UUID.randomUUID().toString().substring(0, 8);
        var source = new HikariDataSource();
        source.setJdbcUrl(EmbeddedDatabase.shared().url(schema));
        source.setUsername("root");
        source.setPassword("");
        source.setMaximumPoolSize(4);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db-migrations")
                .load()
                .migrate();
        return new TestDatabase(source);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    public NamedParameterJdbcTemplate batch() {
        return new NamedParameterJdbcTemplate(source);
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }
}
