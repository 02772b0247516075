package anbu.telemetry;

import static anbu.telemetry.TelemetryFixture.message;
import static org.assertj.core.api.Assertions.assertThat;

import anbu.households.Appliance;
import anbu.households.Device;
import anbu.households.HouseholdEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a plug learns while its readings come in: the same, whoever makes the sketches and however the readings were portioned. */
class LearnedActivityIT {
    private static final Instant FIRST = Instant.parse("2026-02-20T15:00:00Z"); // midnight in Seoul
    private static final int DAYS = 6;

    private final TelemetryFixture home = new TelemetryFixture();

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void theNightlyWorkAndIntakeByItselfLearnTheSame() {
        var alone = home.install("alone", "home-1", Appliance.TELEVISION);
        var helped = home.install("helped", "home-2", Appliance.TELEVISION);
        var readings = evenings(new Random(1));

        for (int day = 0; day < DAYS; day++) {
            var from = FIRST.plus(Duration.ofDays(day));
            inPortions("helped", between(readings, from, from.plus(Duration.ofDays(1))), new Random(day), 50);
            home.clock.set(from.plus(Duration.ofHours(27)));
            assertThat(home.days.next()).isEqualTo(1);
        }
        inPortions("alone", readings, new Random(2), 1000);

        assertThat(activity(alone)).isNotEmpty().isEqualTo(activity(helped));
        // the nightly work has come two days further than intake needs to
        assertThat(sketches(alone)).hasSize(DAYS - 2).isSubsetOf(sketches(helped));
        assertThat(sketches(helped)).hasSize(DAYS);
        assertThat(home.days.next()).isEqualTo(1);
        assertThat(sketches(alone)).isEqualTo(sketches(helped));
        assertThat(home.days.next()).isZero();
    }

    @Test
    void aReadingOfAPastDayHasThatDaySketchedAgain() {
        var tv = home.install("tv", "home-1", Appliance.TELEVISION);
        var readings = evenings(new Random(3));
        var late = readings.remove(1440 + 700);
        inPortions("tv", readings, new Random(4), 500);
        var before = sketches(tv);

        home.intake.store(List.of(message("tv", late.json())));
        home.clock.set(FIRST.plus(Duration.ofDays(DAYS)).plus(Duration.ofHours(3)));
        home.days.next();

        var other = home.install("other", "home-2", Appliance.TELEVISION);
        inPortions("other", evenings(new Random(3)), new Random(5), 500);
        home.days.next();
        assertThat(sketches(tv)).isEqualTo(sketches(other)).hasSizeGreaterThan(before.size());
        assertThat(activity(tv)).isEqualTo(activity(other));
    }

    @Test
    void aDetectorWhoseMemoryWasNotKeptIsWarmedUpFromTheReadings() {
        var steady = home.install("steady", "home-1", Appliance.TELEVISION);
        var forgetful = home.install("forgetful", "home-2", Appliance.TELEVISION);
        var readings = between(evenings(new Random(6)), FIRST, FIRST.plus(Duration.ofDays(1)));

        inPortions("steady", readings, new Random(7), 40);
        for (int from = 0; from < readings.size(); from += 30) {
            inPortions("forgetful", readings.subList(from, Math.min(from + 30, readings.size())), new Random(8), 30);
            home.jdbc
                    .sql("UPDATE device_state SET memory = NULL WHERE device_no = " + forgetful.no())
                    .update();
        }

        assertThat(activity(forgetful)).isNotEmpty().isEqualTo(activity(steady));
    }

    @Test
    void stepsUpToTenMinutesApartAreOneActivityHoweverTheyArrive() {
        var single = home.install("single", "home-1", Appliance.TELEVISION);
        var together = home.install("together", "home-2", Appliance.TELEVISION);
        var start = TelemetryFixture.NOON.minusSeconds(7200);
        var minutes = new ArrayList<Minute>();
        for (int minute = 0; minute < 60; minute++) {
            boolean on = (minute >= 10 && minute < 17) || (minute >= 25 && minute < 31);
            minutes.add(new Minute(start.plus(Duration.ofMinutes(minute)), on ? 90 : 1));
        }

        minutes.forEach(minute -> home.intake.store(List.of(message("single", minute.json()))));
        home.intake.store(minutes.stream()
                .map(minute -> message("together", minute.json()))
                .toList());

        assertThat(spans(single))
                .as(
                        "on and off seven minutes apart; on again too soon to count; off fourteen minutes after the first off")
                .containsExactly(
                        List.of(start.plusSeconds(600), start.plusSeconds(1020)),
                        List.of(start.plusSeconds(1860), start.plusSeconds(1860)));
        assertThat(activity(together)).isEqualTo(activity(single));
        assertThat(home.telemetry.signals(List.of("home-1")).values())
                .extracting(HomeSignal::lastActivityAt)
                .containsExactly(start.plusSeconds(1860));
    }

    private List<List<Instant>> spans(Device device) {
        return home.jdbc
                .sql("SELECT start_at, end_at FROM activity WHERE device_no = " + device.no() + " ORDER BY start_at")
                .query((row, n) -> List.of(
                        row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant()))
                .list();
    }

    @Test
    void aPlugInAnotherHomeForgetsWhatItLearned() {
        var tv = home.install("tv", "home-1", Appliance.TELEVISION);
        inPortions("tv", evenings(new Random(9)), new Random(10), 500);
        assertThat(sketches(tv)).isNotEmpty();

        home.telemetry.on(new HouseholdEvent.DevicesInstalled(
                List.of(new Device(tv.no(), "tv", "home-2", tv.appliance(), null, TelemetryFixture.NOON))));

        assertThat(sketches(tv)).isEmpty();
        assertThat(home.sketches.newest(tv.no())).isEmpty();
    }

    private record Minute(Instant at, double watts) {
        String json() {
            return TelemetryFixture.power(at, watts);
        }
    }

    /** A television for six days: off at night, on some evening hours, wavering while on. */
    private static List<Minute> evenings(Random random) {
        var readings = new ArrayList<Minute>();
        for (int day = 0; day < DAYS; day++) {
            int on = 60 * 18 + random.nextInt(60);
            int off = on + 60 + random.nextInt(120);
            for (int minute = 0; minute < 1440; minute++) {
                var watts = minute >= on && minute < off ? 90 + random.nextInt(8) : 1;
                readings.add(new Minute(FIRST.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(minute)), watts));
            }
        }
        return readings;
    }

    private static List<Minute> between(List<Minute> readings, Instant from, Instant to) {
        return readings.stream()
                .filter(r -> !r.at().isBefore(from) && r.at().isBefore(to))
                .toList();
    }

    private void inPortions(String device, List<Minute> readings, Random random, int most) {
        for (int from = 0; from < readings.size(); ) {
            var to = Math.min(readings.size(), from + 1 + random.nextInt(most));
            home.intake.store(readings.subList(from, to).stream()
                    .map(reading -> message(device, reading.json()))
                    .toList());
            from = to;
        }
    }

    private List<Map<String, Object>> activity(Device device) {
        return home.jdbc
                .sql("SELECT start_at, end_at, source, before_value, after_value FROM activity WHERE device_no = "
                        + device.no() + " ORDER BY start_at, source")
                .query()
                .listOfRows();
    }

    private List<Map<String, Object>> sketches(Device device) {
        return home.jdbc
                .sql("SELECT day, sketch FROM device_day WHERE device_no = " + device.no() + " ORDER BY day")
                .query()
                .listOfRows();
    }
}
