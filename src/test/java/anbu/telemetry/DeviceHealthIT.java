package anbu.telemetry;

import static anbu.telemetry.TelemetryFixture.NOON;
import static anbu.telemetry.TelemetryFixture.power;
import static org.assertj.core.api.Assertions.assertThat;

import anbu.households.Appliance;
import anbu.households.Device;
import anbu.platform.Row;
import anbu.telemetry.DeviceQuery.Show;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How devices report, learned by intake and read back as pages read it. */
class DeviceHealthIT {
    private static final Ladder LADDER = new Ladder(3, Duration.ofMinutes(30), Duration.ofHours(2));

    private final TelemetryFixture home = new TelemetryFixture();
    private final DeviceSignals devices = new DeviceSignals(home.jdbc, new DeviceSettings(Duration.ofMinutes(2)));

    @BeforeEach
    void emptyDirectory() {
        home.jdbc.sql("DELETE FROM device").update();
        home.jdbc.sql("DELETE FROM household").update();
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void aPlugThatReportsEveryTenMinutesIsExpectedEveryTen() {
        install("tv", Appliance.TELEVISION);

        for (int i = 0; i < 20; i++) {
            report("tv", NOON.plusSeconds(600 * i), NOON.plusSeconds(600 * i + 1));
        }

        assertThat(find("tv").interval()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aPlugThatReportsEachChangeIsExpectedAsRarelyAsItReportsWhenNothingChanges() {
        install("tv", Appliance.TELEVISION);
        var at = NOON;

        for (int evening = 0; evening < 12; evening++) {
            for (int i = 0; i < 30; i++) {
                at = at.plusSeconds(60);
                report("tv", at, at);
            }
            at = at.plus(Duration.ofMinutes(90));
            report("tv", at, at);
        }

        assertThat(find("tv").interval()).isGreaterThan(Duration.ofMinutes(50));
    }

    @Test
    void anOutageIsNoInterval() {
        install("tv", Appliance.TELEVISION);

        report("tv", NOON, NOON);
        report("tv", NOON.plusSeconds(60), NOON.plusSeconds(60));
        report("tv", NOON.plus(Duration.ofHours(9)), NOON.plus(Duration.ofHours(9)));

        assertThat(find("tv").interval()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void whatAnOperatorSetIsExpectedUntilItIsTakenBack() {
        var tv = install("tv", Appliance.TELEVISION);
        report("tv", NOON, NOON);
        report("tv", NOON.plusSeconds(60), NOON.plusSeconds(60));

        home.health.setInterval(tv.no(), 900);
        report("tv", NOON.plusSeconds(120), NOON.plusSeconds(120));

        assertThat(find("tv").interval()).isEqualTo(Duration.ofMinutes(15));
        home.health.setInterval(tv.no(), null);
        assertThat(find("tv").interval()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aClockThatIsBehindIsSeenAndReadingsThatWereHeldBackAreNot() {
        install("behind", Appliance.TELEVISION);
        install("held-back", Appliance.TELEVISION);

        for (int i = 0; i <= 12; i++) {
            var arrival = NOON.plusSeconds(600 * i);
            report("behind", arrival.minusSeconds(300), arrival);
            report("held-back", i < 6 ? arrival.minusSeconds(3600) : arrival, arrival);
        }

        assertThat(find("behind").skew()).isEqualTo(Duration.ofMinutes(5));
        assertThat(devices.isSkewed(find("behind"))).isTrue();
        assertThat(find("held-back").skew()).isEqualTo(Duration.ZERO);
        assertThat(devices.skewed()).isEqualTo(1);
    }

    @Test
    void aClockThatIsAheadIsSeen() {
        install("ahead", Appliance.TELEVISION);

        for (int i = 0; i <= 7; i++) {
            report("ahead", NOON.plusSeconds(600 * i + 180), NOON.plusSeconds(600 * i));
        }

        assertThat(find("ahead").skew()).isEqualTo(Duration.ofMinutes(-3));
    }

    @Test
    void aClockThatWasSetRightIsRightAgainWithinTwoWindows() {
        install("tv", Appliance.TELEVISION);

        for (int hour = 0; hour <= 24; hour++) {
            var arrival = NOON.plus(Duration.ofHours(hour));
            report("tv", hour < 6 ? arrival.plusSeconds(240) : arrival, arrival);
        }

        assertThat(find("tv").skew()).isEqualTo(Duration.ZERO);
    }

    @Test
    void importedHistorySaysNothingOfAClock() {
        install("tv", Appliance.TELEVISION);

        for (int day = 0; day < 10; day++) {
            report("tv", NOON.minus(Duration.ofDays(20 - day)), NOON.plus(Duration.ofHours(day)));
        }

        assertThat(find("tv").skew()).isNull();
    }

    @Test
    void aGoodbyeIsShownAndChangesNothing() {
        install("tv", Appliance.TELEVISION);
        report("tv", NOON, NOON);
        var before = find("tv");
        home.events.clear();

        home.intake.store(List.of(new Message(
                "mqtt", "anbu/v1/tv/status", "offline".getBytes(StandardCharsets.UTF_8), NOON.plusSeconds(60))));

        var after = find("tv");
        var now = NOON.plusSeconds(90);
        assertThat(after.hint()).isEqualTo("OFFLINE");
        assertThat(after.hintAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(after.lastReportAt()).isEqualTo(before.lastReportAt());
        assertThat(after.state(LADDER.offlineAfter(), now)).isEqualTo(SignalState.QUIET);
        assertThat(LADDER.rung(after.lastReportAt(), after.interval(), now)).isEqualTo(Ladder.Rung.ON_TIME);
        assertThat(home.events).isEmpty();
    }

    @Test
    void aGreetingDoesNotMakeASilentDeviceReport() {
        install("tv", Appliance.TELEVISION);

        home.intake.store(
                List.of(new Message("mqtt", "anbu/v1/tv/status", "online".getBytes(StandardCharsets.UTF_8), NOON)));

        assertThat(find("tv").state(LADDER.offlineAfter(), NOON)).isEqualTo(SignalState.NEVER_SEEN);
    }

    @Test
    void theListJudgesAsTheRecordsDo() {
        var millis = new long[] {0, 59_999, 60_000, 1_799_999, 1_800_000, 7_199_999, 7_200_000};
        var intervals = new @Nullable Integer[] {null, 10, 600, 9000};
        for (var report : millis) {
            for (var interval : intervals) {
                for (var activity : new @Nullable Long[] {null, 1_799_999L, 1_800_000L}) {
                    stored(report, interval, activity);
                }
            }
        }

        for (var show : List.of(Show.SILENT, Show.QUIET, Show.ACTIVE, Show.NEVER_SEEN, Show.SUSPECT)) {
            var all = devices.list(query(Show.ALL)).stream()
                    .filter(device -> is(device, show))
                    .toList();
            assertThat(devices.list(query(show))).as(show.name()).isEqualTo(all);
        }
        var counts = devices.counts(query(Show.ALL));
        assertThat(counts.all()).isEqualTo(84);
        assertThat(counts.active() + counts.quiet() + counts.silent() + counts.neverSeen())
                .isEqualTo(84);
        assertThat(counts.suspect())
                .isEqualTo(devices.list(query(Show.SUSPECT)).size())
                .isPositive();
    }

    private static boolean is(DeviceSignal device, Show show) {
        return show == Show.SUSPECT
                ? LADDER.rung(device.lastReportAt(), device.interval(), NOON) == Ladder.Rung.SUSPECT
                : device.state(LADDER.offlineAfter(), NOON).name().equals(show.name());
    }

    private static DeviceQuery query(Show show) {
        return new DeviceQuery(show, "", "", 1000, LADDER, NOON);
    }

    private void stored(long reportMillis, @Nullable Integer interval, @Nullable Long activityMillis) {
        var device = install("plug-%d-%s-%s".formatted(reportMillis, interval, activityMillis), Appliance.LAMP);
        home.jdbc
                .sql("""
                        INSERT INTO device_state (device_no, household_id, last_measured_at, last_activity_at)
                        VALUES (:no, 'home-1', :report, :activity)
                        """)
                .param("no", device.no())
                .param("report", Row.column(NOON.minusMillis(reportMillis)))
                .param("activity", activityMillis == null ? null : Row.column(NOON.minusMillis(activityMillis)))
                .update();
        home.health.setInterval(device.no(), interval);
    }

    private DeviceSignal find(String id) {
        return devices.find(id).orElseThrow();
    }

    private Device install(String id, Appliance appliance) {
        var device = home.install(id, "home-1", appliance);
        home.jdbc.sql("""
                        INSERT IGNORE INTO household (id, district, dong, risk_group, watched_since)
                        VALUES ('home-1', '한결구', '누리동', 'HIGH', :now)
                        """).param("now", Row.column(NOON)).update();
        home.jdbc
                .sql("INSERT INTO device (no, id, household_id, appliance, installed_at) VALUES (?, ?, 'home-1', ?, ?)")
                .params(device.no(), id, appliance.name(), Row.column(NOON))
                .update();
        return device;
    }

    private void report(String device, Instant measuredAt, Instant arrivedAt) {
        home.intake.store(List.of(new Message(
                "mqtt",
                "anbu/v1/" + device + "/telemetry",
                power(measuredAt, 1.5).getBytes(StandardCharsets.UTF_8),
                arrivedAt)));
    }
}
