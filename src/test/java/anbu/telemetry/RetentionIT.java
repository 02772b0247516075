package anbu.telemetry;

import static anbu.telemetry.TelemetryFixture.NOON;
import static anbu.telemetry.TelemetryFixture.STORAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import anbu.audit.Audit;
import anbu.platform.Misconfigured;
import anbu.testing.EmbeddedDatabase;
import anbu.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Years of readings pass through the partitions: none falls into a hole, and what is past its time goes. */
class RetentionIT {
    private final TestDatabase database = TestDatabase.create("retention");
    private final Partitions partitions = new Partitions(database.jdbc());
    private final Readings readings = new Readings(database.jdbc(), new ManyRows(new JdbcTemplate(database.source())));
    private final Audit audit = mock(Audit.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database.source());
    private final QuarantineShares shares = new QuarantineShares(database.jdbc(), STORAGE, meters);
    private final Quarantine quarantine = new Quarantine(database.jdbc(), shares);
    private final Retention retention = new Retention(
            partitions,
            new QuarantineRetention(new QuarantineRetention.Shelf(quarantine, shares), STORAGE, audit, transactions),
            STORAGE,
            new Retention.Trail(audit, transactions, meters));

    @AfterEach
    void close() {
        database.source().close();
    }

    @Test
    void fourYearsPassAndOnlyWhatIsPastItsTimeIsGone() {
        var stored = new ArrayList<Instant>();
        for (var now = NOON; now.isBefore(NOON.plus(Duration.ofDays(4 * 365))); now = now.plus(Duration.ofDays(5))) {
            retention.keep(now);
            var late = now.minus(Duration.ofDays(399));
            readings.add(List.of(reading(now), reading(late)));
            stored.add(now);
            var cutoff = now.minus(STORAGE.retention());
            assertThat(present())
                    .containsAll(
                            stored.stream().filter(at -> !at.isBefore(cutoff)).toList())
                    .contains(late);
        }

        var bounds = partitions.of(Partitions.Table.READING);
        assertThat(bounds).hasSizeBetween(60, 68);
        assertThat(bounds.get(bounds.size() - 1).before()).isNull();
        assertThat(present().get(0)).isAfter(NOON.plus(Duration.ofDays(4 * 365 - 400 - 5 - 7 - 5)));
        assertThat(partitions.of(Partitions.Table.READING_HOUR)).hasSizeBetween(20, 25);
        verify(audit, atLeastOnce()).record(eq("retention"), eq("readings.expired"), anyMap());
        assertThat(meters.counter("anbu.retention.partitions", "table", "reading")
                        .count())
                .isGreaterThan(100);
    }

    @Test
    void whatCameWhileNobodyMadePartitionsIsMovedIntoItsWeek() {
        var far = NOON.plus(Duration.ofDays(3000));
        readings.add(List.of(reading(far)));

        retention.keep(far);
        retention.keep(far);

        assertThat(readings.between(1, far, far)).hasSize(1);
        var week = Partitions.Table.READING.boundAfter(far);
        assertThat(partitions.of(Partitions.Table.READING))
                .anySatisfy(each -> assertThat(each.before()).isEqualTo(week));
    }

    @Test
    void aLookAtAFewHoursOpensTheWeeksItNeeds() {
        retention.keep(NOON);
        var sql = """
                EXPLAIN PARTITIONS
                SELECT device_no, measured_at, power_w FROM reading
                WHERE device_no = 1 AND measured_at %s ORDER BY measured_at
                """;

        assertThat(opened(sql.formatted("BETWEEN '2026-03-02 10:00:00.000' AND '2026-03-03 12:00:00.000'")))
                .isEqualTo("before_20260309");
        assertThat(opened(sql.formatted("IN ('2026-03-01 23:59:59.999', '2026-03-02 00:00:00.000')")))
                .isEqualTo("before_20260302,before_20260309");
    }

    @Test
    void weeksBeginOnMondaysAtMidnight() {
        var monday = Instant.parse("2026-03-02T00:00:00Z");

        assertThat(Partitions.Table.READING.boundAfter(monday)).isEqualTo(LocalDate.parse("2026-03-09"));
        assertThat(Partitions.Table.READING.boundAfter(monday.minusMillis(1))).isEqualTo(LocalDate.parse("2026-03-02"));
    }

    @Test
    void theTableOfTheLastVersionIsCutWithAllThatIsInIt() {
        var url = EmbeddedDatabase.shared()
                .url("upgrade_" + UUID.randomUUID().toString().substring(0, 8));
        var flyway = Flyway.configure().dataSource(url, "root", "").locations("classpath:db-migrations");
        flyway.target("10").load().migrate();
        var jdbc = JdbcClient.create(new DriverManagerDataSource(url, "root", ""));
        jdbc.sql("""
                INSERT INTO reading (device_no, measured_at, power_w, received_at)
                SELECT seq MOD 50, UTC_TIMESTAMP(3) - INTERVAL seq HOUR + INTERVAL 40 DAY, seq / 100, UTC_TIMESTAMP(3)
                FROM seq_1_to_20000
                """).update();
        var before = jdbc.sql("SELECT SUM(CRC32(CONCAT_WS(',', device_no, measured_at, power_w))) FROM reading")
                .query(Long.class)
                .single();

        flyway.target("latest").outOfOrder(true).load().migrate();

        assertThat(jdbc.sql("SELECT SUM(CRC32(CONCAT_WS(',', device_no, measured_at, power_w))) FROM reading")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
        assertThat(new Partitions(jdbc).of(Partitions.Table.READING)).hasSize(64);
    }

    @Test
    void believingWhatIsNotKeptIsRefused() {
        assertThatThrownBy(() -> STORAGE.mustHold(Duration.ofDays(401)))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("401")
                .hasMessageContaining("400");
    }

    @Test
    void oneNodeAtATimeIsAtIt() throws Exception {
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        var duties = new Duties(database.jdbc(), transactions, clock);
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var other = new Thread(() -> duties.take("RETENTION", () -> {
            begun.countDown();
            await(end);
        }));
        other.start();
        begun.await();

        var while1 = duties.take("RETENTION", () -> {});
        end.countDown();
        other.join();

        assertThat(while1).isFalse();
        assertThat(duties.take("RETENTION", () -> {})).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String opened(String sql) {
        return database.jdbc()
                .sql(sql)
                .query((row, n) -> row.getString("partitions"))
                .single();
    }

    private List<Instant> present() {
        return database.jdbc()
                .sql("SELECT measured_at FROM reading ORDER BY measured_at")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list();
    }

    private static Reading reading(Instant at) {
        return new Reading(1, at, true, 5.0, null, null, null, at);
    }
}
