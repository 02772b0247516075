package anbu.telemetry;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import anbu.audit.Audit;
import anbu.households.Appliance;
import anbu.households.Device;
import anbu.households.Households;
import anbu.telemetry.Filing.Shelves;
import anbu.telemetry.dialects.Dialects;
import anbu.testing.EmbeddedDatabase;
import anbu.testing.TestClock;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.util.unit.DataSize;

/** Intake put together by hand on a schema of its own. */
final class TelemetryFixture implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final TelemetrySettings SETTINGS = new TelemetrySettings(
            DataSize.ofKilobytes(256),
            Duration.ofMinutes(5),
            Duration.ofDays(400),
            100_000,
            200_000,
            Duration.ofMinutes(30));

    static final StorageSettings STORAGE =
            new StorageSettings(Duration.ofDays(400), Duration.ofDays(1100), Duration.ofDays(90), 20_000);

    final HikariDataSource database;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<Reply> replies = new CopyOnWriteArrayList<>();
    final List<TelemetryEvent> events = new CopyOnWriteArrayList<>();
    /** How often a batch was begun. */
    final AtomicInteger lookups = new AtomicInteger();

    final Map<String, Device> installed = new HashMap<>();
    final JdbcClient jdbc;
    final Hours hours;
    final DeviceStates states;
    final DeviceHealth health;
    final Activities activities;
    final Readings readings;
    final Quarantine quarantine;
    final Intake intake;
    final Telemetry telemetry;
    final Rollup rollup;
    final Audit audit = mock(Audit.class);
    final Redrive redrive;
    final HistoryPortions portions;
    final ReadingImports imports;
    final Sketches sketches;
    final DayWork days;
    final TestClock clock = new TestClock(NOON);

    TelemetryFixture() {
        this(List.of());
    }

    TelemetryFixture(List<MqttSources.Source> sources) {
        this(sources, emptied());
    }

    /** Another node on the same database. */
    TelemetryFixture(List<MqttSources.Source> sources, HikariDataSource database) {
        this.database = database;
        jdbc = JdbcClient.create(database);
        var rows = new ManyRows(new JdbcTemplate(database));
        states = new DeviceStates(jdbc, rows);
        health = new DeviceHealth(jdbc, rows);
        activities = new Activities(jdbc, rows);
        readings = new Readings(jdbc, rows);
        quarantine = new Quarantine(jdbc, new QuarantineShares(jdbc, STORAGE, meters));
        sketches = new Sketches(jdbc, rows);
        var profiles = new Profiles(readings, sketches, ZoneId.of("Asia/Seoul"));
        var recognition = new Recognition(readings, activities, profiles);
        var transactions = new DataSourceTransactionManager(database);
        days = new DayWork(
                states, profiles, households(), new DayWork.Surroundings(sketches, SETTINGS, clock, transactions));
        telemetry = new Telemetry(states, activities, sketches);
        hours = new Hours(jdbc, rows);
        rollup = new Rollup(hours, STORAGE, new Rollup.Work(transactions, clock));
        var shelves = new Shelves(
                new Evidence(states, readings, recognition),
                states,
                health,
                rollup,
                quarantine,
                new Sequences(jdbc, rows, clock));
        var filing =
                new Filing(new Directory(households()), shelves, event -> events.add((TelemetryEvent) event), SETTINGS);
        var dialect = new OwnDialect(SETTINGS);
        var interpreter = new Interpreter(
                new Interpreter.Tongues(
                        dialect,
                        new Dialects(SETTINGS.limits()),
                        new DialectMemories(jdbc, rows, Clock.fixed(NOON, ZoneOffset.UTC)),
                        SETTINGS),
                new Sources(new MqttSources(sources), ZoneId.of("Asia/Seoul")),
                event -> replies.add((Reply) event),
                meters);
        intake = new Intake(interpreter, filing, new IntakeMetrics(meters, clock), transactions);
        redrive = new Redrive(
                new KeptMessages(jdbc),
                new Rereading(interpreter, dialect, SETTINGS, clock),
                filing,
                new Redrive.Around(households(), audit, new IntakeMetrics(meters, clock), transactions, clock));
        imports = new ReadingImports(jdbc, rows);
        portions = new HistoryPortions(intake, dialect, imports, clock);
    }

    private static HikariDataSource emptied() {
        var database = new HikariDataSource();
        database.setJdbcUrl(Schema.URL);
        database.setUsername("root");
        database.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        database.setMaximumPoolSize(6);
        database.setConnectionTimeout(2000);
        for (var table : List.of(
                "reading",
                "activity",
                "device_state",
                "device_health",
                "quarantine",
                "device_day",
                "device_profile",
                "reading_hour",
                "reading_hour_due",
                "quarantine_day",
                "reading_import",
                "reading_import_error",
                "dialect_memory",
                "sequence_gap")) {
            JdbcClient.create(database).sql("TRUNCATE TABLE " + table).update();
        }
        return database;
    }

    /** Migrated once; each fixture empties it. */
    private static final class Schema {
        static final String URL = migrated();

        private static String migrated() {
            var url = EmbeddedDatabase.shared()
                    .url("telemetry_" + UUID.randomUUID().toString().substring(0, 8));
            Flyway.configure()
                    .dataSource(url, "root", "")
                    .locations("classpath:db-migrations")
                    .load()
                    .migrate();
            return url;
        }
    }

    private Households households() {
        var households = mock(Households.class);
        when(households.devicesByNo(any())).thenAnswer(call -> {
            Collection<Integer> numbers = call.getArgument(0);
            return installed.values().stream()
                    .filter(device -> numbers.contains(device.no()))
                    .collect(java.util.stream.Collectors.toMap(Device::no, device -> device));
        });
        when(households.devices(any())).thenAnswer(call -> {
            lookups.incrementAndGet();
            Collection<String> ids = call.getArgument(0);
            var found = new HashMap<>(installed);
            found.keySet().retainAll(ids);
            return found;
        });
        return households;
    }

    Device install(String id, String home, Appliance appliance) {
        var device = new Device(installed.size() + 1, id, home, appliance, null, NOON);
        installed.put(id, device);
        return device;
    }

    static Message message(String device, String json) {
        return new Message("mqtt", "anbu/v1/" + device + "/telemetry", json.getBytes(StandardCharsets.UTF_8), NOON);
    }

    static String power(Instant at, double watts) {
        return "{\"t\":\"%s\",\"power_w\":%s}".formatted(at, watts);
    }

    static String light(Instant at, double lux) {
        return "{\"t\":\"%s\",\"illuminance_lux\":%s}".formatted(at, lux);
    }

    double count(String meter, String tag, String value) {
        return meters.counter(meter, tag, value).count();
    }

    @Override
    public void close() {
        database.close();
    }
}
