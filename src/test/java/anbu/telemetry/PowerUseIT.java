package anbu.telemetry;

import static anbu.telemetry.TelemetryFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anbu.households.Appliance;
import anbu.telemetry.HomeUse.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Four weeks of a television that is on for six hours a day, and what came then. */
class PowerUseIT {
    private static final Question QUESTION = new Question(List.of(50.0), 28, 14, 50, Duration.ofHours(2));
    private static final Instant BEGAN = NOON.minus(Duration.ofDays(30));

    private final TelemetryFixture home = new TelemetryFixture();
    private final PowerUse use = use();
    private double lastPowerW;

    private PowerUse use() {
        var rows = new ManyRows(new JdbcTemplate(home.database));
        var hours = new PowerHours(home.jdbc, new HourlySums(home.hours));
        return new PowerUse(new Norms(home.jdbc, rows, hours), hours, new HomeUses(home.jdbc));
    }

    @BeforeEach
    void empty() {
        home.jdbc.sql("DELETE FROM device_norm").update();
        home.jdbc.sql("DELETE FROM home_use").update();
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void aTelevisionThatIsLeftOnIsOnSinceItWasSwitchedOn() {
        var since = NOON.minus(Duration.ofHours(27)); // as every day, but then it was not switched off
        past(at -> !at.isBefore(since) ? 85 : usual(at), NOON);

        assertThat(ask(Appliance.TELEVISION, null).constantOnSince()).isEqualTo(since);
    }

    @Test
    void aTouchBeginsTheHoursAnew() {
        past(at -> !at.isBefore(NOON.minus(Duration.ofHours(26))) ? 85 : usual(at), NOON);
        var touched = NOON.minus(Duration.ofHours(3));

        assertThat(ask(Appliance.TELEVISION, touched).constantOnSince()).isEqualTo(touched);
    }

    @Test
    void aTelevisionThatRestedAtNightIsOnSinceThen() {
        past(PowerUseIT::usual, NOON);

        assertThat(ask(Appliance.TELEVISION, null).constantOnSince()).isEqualTo(NOON.minus(Duration.ofHours(3)));
    }

    @Test
    void whatIsOffNowIsNotOn() {
        past(at -> at.equals(NOON) ? 1.5 : 85, NOON);

        assertThat(ask(Appliance.TELEVISION, null).constantOnSince()).isNull();
    }

    @Test
    void aShortRestBeginsTheHoursAnew() {
        var rest = NOON.minus(Duration.ofHours(5));
        past(at -> at.equals(rest) ? 1.5 : at.isAfter(NOON.minus(Duration.ofHours(26))) ? 85 : usual(at), NOON);

        assertThat(ask(Appliance.TELEVISION, null).constantOnSince()).isEqualTo(rest.plusSeconds(600));
    }

    @Test
    void whatNobodySawForHoursIsNotKnownToHaveBeenOn() {
        var back = NOON.minus(Duration.ofHours(4));
        past(at -> at.isAfter(NOON.minus(Duration.ofHours(30))) ? 85 : usual(at), NOON, back.minusSeconds(9000), back);

        assertThat(ask(Appliance.TELEVISION, null).constantOnSince()).isEqualTo(back);
    }

    @Test
    void whatAlwaysRunsIsNeverLeftOn() {
        past(at -> 12, NOON);

        assertThat(ask(Appliance.OTHER, null).constantOnSince()).isNull();
        assertThat(ask(Appliance.ROUTER, null).constantOnSince()).isNull();
    }

    @Test
    void theShareIsThatOfTheNorm() {
        past(at -> at.isBefore(NOON.minus(Duration.ofHours(50))) ? usual(at) : 1.5, NOON);

        var usualDayWh = 6 * 85 + 18 * 1.5;
        assertThat(share()).isCloseTo(24 * 1.5 / usualDayWh, within(0.01));
    }

    @Test
    void anOrdinaryHomeIsNearItsNorm() {
        past(PowerUseIT::usual, NOON);

        assertThat(share()).isBetween(0.7, 1.3);
    }

    @Test
    void withoutReportsThereIsNoShare() {
        past(PowerUseIT::usual, NOON, NOON.minus(Duration.ofHours(12)), NOON);

        assertThat(ask(Appliance.TELEVISION, null).spans()).allMatch(span -> span.share() == null);
    }

    @Test
    void beforeTwoWeeksThereIsNoNorm() {
        past(PowerUseIT::usual, BEGAN.plus(Duration.ofDays(13)));

        var now = BEGAN.plus(Duration.ofDays(13));
        assertThat(use.of(Map.of("home-1", List.of(device(Appliance.TELEVISION, null, now))), QUESTION, now))
                .containsEntry("home-1", HomeUse.UNKNOWN);
    }

    @Test
    void withinAnHourNothingIsCountedAgain() {
        past(PowerUseIT::usual, NOON);
        var first = share();

        home.jdbc
                .sql("DELETE FROM reading WHERE measured_at > :recent")
                .param("recent", java.sql.Timestamp.from(NOON.minusSeconds(90_000)))
                .update();

        assertThat(share()).isEqualTo(first);
    }

    private @Nullable Double share() {
        return ask(Appliance.TELEVISION, null).spans().get(0).share();
    }

    private HomeUse ask(Appliance appliance, @Nullable Instant activityAt) {
        var device = device(appliance, activityAt, NOON);
        return use.of(Map.of("home-1", List.of(device)), QUESTION, NOON).getOrDefault("home-1", HomeUse.UNKNOWN);
    }

    private DeviceSignal device(Appliance appliance, @Nullable Instant activityAt, Instant now) {
        return new DeviceSignal(
                1,
                "tv",
                "home-1",
                appliance,
                null,
                BEGAN,
                BEGAN,
                now,
                lastPowerW,
                null,
                activityAt,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** From six in the evening to midnight in Seoul. */
    private static double usual(Instant at) {
        return at.getEpochSecond() / 3600 % 24 >= 9 && at.getEpochSecond() / 3600 % 24 < 15 ? 85 : 1.5;
    }

    private void past(ToDoubleFunction<Instant> watts, Instant until, Instant... gap) {
        home.install("tv", "home-1", Appliance.TELEVISION);
        var readings = new ArrayList<Reading>();
        for (var at = BEGAN; !at.isAfter(until); at = at.plusSeconds(600)) {
            if (gap.length == 0 || at.isBefore(gap[0]) || !at.isBefore(gap[1])) {
                readings.add(new Reading(1, at, true, watts.applyAsDouble(at), null, null, null, at));
            }
        }
        home.readings.add(readings);
        lastPowerW = watts.applyAsDouble(until);
        home.jdbc
                .sql(
                        "INSERT INTO device_state (device_no, household_id, first_measured_at, last_measured_at) VALUES (1, 'home-1', ?, ?)")
                .params(java.sql.Timestamp.from(BEGAN), java.sql.Timestamp.from(until))
                .update();
    }
}
