package anbu.telemetry;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import anbu.households.Appliance;
import anbu.households.Device;
import anbu.households.Households;
import anbu.telemetry.Filing.Shelves;
import anbu.testing.EmbeddedDatabase;
import anbu.testing.TestClock;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
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

    final HikariDataSource database = new HikariDataSource();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<TelemetryEvent> events = new CopyOnWriteArrayList<>();
    /** How often a batch was begun. */
    final AtomicInteger lookups = new AtomicInteger();

    final Map<String, Device> installed = new HashMap<>();
    final JdbcClient jdbc;
    final DeviceStates states;
    final Activities activities;
    final Readings readings;
    final Quarantine quarantine;
    final Intake intake;
    final Telemetry telemetry;
    final Sketches sketches;
    final DayWork days;
    final TestClock clock = new TestClock(NOON);

    TelemetryFixture() {
        this(List.of());
    }

    TelemetryFixture(List<MqttSources.Source> sources) {
        database.setJdbcUrl(Schema.URL);
        database.setUsername("root");
        database.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        database.setMaximumPoolSize(6);
        database.setConnectionTimeout(2000);
        jdbc = JdbcClient.create(database);
        for (var table : List.of("reading", "activity", "device_state", "quarantine", "device_day", "device_profile")) {
            jdbc.sql("TRUNCATE TABLE " + table).update();
        }
        var rows = new ManyRows(new JdbcTemplate(database));
        states = new DeviceStates(jdbc, rows);
        activities = new Activities(jdbc, rows);
        readings = new Readings(jdbc, rows);
        quarantine = new Quarantine(jdbc);
        sketches = new Sketches(jdbc, rows);
        var profiles = new Profiles(readings, sketches, ZoneId.of("Asia/Seoul"));
        var recognition = new Recognition(readings, activities, profiles);
        days = new DayWork(
                states,
                profiles,
                households(),
                new DayWork.Surroundings(sketches, SETTINGS, clock, new DataSourceTransactionManager(database)));
        telemetry = new Telemetry(states, activities, sketches);
        var shelves = new Shelves(
                new Evidence(states, readings, recognition),
                states,
                mock(Rollup.class),
                quarantine,
                new Sequences(jdbc, rows, clock));
        var filing =
                new Filing(new Directory(households()), shelves, event -> events.add((TelemetryEvent) event), SETTINGS);
        intake = new Intake(
                new Interpreter(
                        new OwnDialect(SETTINGS), new Sources(new MqttSources(sources), ZoneOffset.UTC), event -> {}),
                filing,
                new IntakeMetrics(meters, clock),
                new DataSourceTransactionManager(database));
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
