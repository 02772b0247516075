package anbu.telemetry;

import static anbu.telemetry.TelemetryFixture.NOON;
import static anbu.telemetry.TelemetryFixture.light;
import static anbu.telemetry.TelemetryFixture.message;
import static anbu.telemetry.TelemetryFixture.power;
import static org.assertj.core.api.Assertions.assertThat;

import anbu.households.Appliance;
import anbu.households.HouseholdEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is stored, what is told, and that the way in which it came does not matter. */
class IntakeIT {
    private final TelemetryFixture home = new TelemetryFixture();

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void aStepOfTheTelevisionIsActivityAndTheRepeatIsADuplicate() {
        var tv = home.install("tv-1", "home-1", Appliance.TELEVISION);
        var messages = List.of(
                message("tv-1", power(NOON.minusSeconds(1200), 3)),
                message("tv-1", power(NOON.minusSeconds(600), 94.25)));

        var first = home.intake.store(messages);
        var again = home.intake.store(messages);

        assertThat(first.stored()).hasSize(2);
        assertThat(again.stored()).isEmpty();
        assertThat(again.duplicates()).isEqualTo(2);
        var at = NOON.minusSeconds(600);
        assertThat(home.telemetry.activities(Set.of("home-1"), NOON.minusSeconds(9999), NOON))
                .isEqualTo(Map.of("home-1", List.of(new Activity(tv.no(), at, at, Activity.Source.POWER, 3f, 94.25f))));
        assertThat(home.telemetry.signals(List.of("home-1", "home-9")))
                .isEqualTo(Map.of(
                        "home-1",
                        new HomeSignal(
                                "home-1",
                                NOON.minusSeconds(1200),
                                at,
                                at,
                                "{\"device\":\"tv-1\",\"appliance\":\"TELEVISION\",\"source\":\"POWER\",\"before\":3.0,\"after\":94.25}"),
                        "home-9",
                        new HomeSignal("home-9", null, null, null, null)));
        assertThat(home.count("anbu.readings", "result", "stored")).isEqualTo(2);
        assertThat(home.count("anbu.readings", "result", "duplicate")).isEqualTo(2);
        assertThat(home.meters.summary("anbu.ingest.lag").max()).isEqualTo(1200);
    }

    @Test
    void theFirstReportAndTheActivityAreToldOnceAndADuplicateTellsNothing() {
        home.install("tv-1", "home-1", Appliance.TELEVISION);
        var messages = List.of(
                message("tv-1", power(NOON.minusSeconds(1200), 3)), message("tv-1", power(NOON.minusSeconds(600), 94)));

        home.intake.store(messages);
        home.intake.store(messages);

        assertThat(home.events)
                .containsExactly(
                        new TelemetryEvent.Resumed(Set.of("home-1")),
                        new TelemetryEvent.ActivitySeen(Map.of("home-1", NOON.minusSeconds(600))));
    }

    @Test
    void aReportAfterHalfAnHourOfSilenceIsAResumptionAndOneBeforeThatIsNot() {
        home.install("lamp", "home-1", Appliance.LAMP);
        home.intake.store(List.of(message("lamp", power(NOON.minusSeconds(7200), 0))));
        home.events.clear();

        home.intake.store(List.of(message("lamp", power(NOON.minusSeconds(7200 - 1799), 0))));
        assertThat(home.events).isEmpty();

        home.intake.store(List.of(message("lamp", power(NOON.minusSeconds(7200 - 1799 - 1800), 0))));
        assertThat(home.events).containsExactly(new TelemetryEvent.Resumed(Set.of("home-1")));
    }

    @Test
    void messagesOfTwoPlugsThatCrossOnTheirWayAreNoNewsButALateOneOfTheSamePlugIs() {
        home.install("a", "home-1", Appliance.LAMP);
        home.install("b", "home-1", Appliance.LAMP);
        home.intake.store(List.of(
                message("a", power(NOON.minusSeconds(120), 0)), message("b", power(NOON.minusSeconds(120), 0))));
        home.events.clear();

        home.intake.store(List.of(message("a", power(NOON.minusSeconds(60), 0))));
        home.intake.store(List.of(message("b", power(NOON.minusSeconds(62), 0))));
        assertThat(home.events).isEmpty();

        home.intake.store(List.of(message("b", power(NOON.minusSeconds(70), 0))));
        assertThat(home.events).containsExactly(new TelemetryEvent.Resumed(Set.of("home-1")));
    }

    @Test
    void theBadElementIsQuarantinedByItselfAndItsNeighborsAreStored() {
        home.install("tv-1", "home-1", Appliance.TELEVISION);

        var receipt = home.intake.store(List.of(
                message(
                        "tv-1",
                        "[%s,{\"power_w\":\"x\"},%s]".formatted(power(NOON, 1), power(NOON.minusSeconds(9), 1))),
                message("nobody", power(NOON, 1))));

        assertThat(receipt.stored()).hasSize(2);
        assertThat(home.quarantine.list(null, null, 10))
                .extracting(Quarantine.Entry::reason, Quarantine.Entry::payload)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Reason.UNKNOWN_DEVICE, power(NOON, 1)),
                        org.assertj.core.groups.Tuple.tuple(Reason.BAD_PAYLOAD, "{\"power_w\":\"x\"}"));
        assertThat(home.quarantine.list(Reason.BAD_PAYLOAD, null, 10)).hasSize(1);
        assertThat(home.quarantine.counts()).isEqualTo(Map.of(Reason.UNKNOWN_DEVICE, 1L, Reason.BAD_PAYLOAD, 1L));
        assertThat(home.count("anbu.quarantine", "reason", "UNKNOWN_DEVICE")).isEqualTo(1);
    }

    @Test
    void aDeviceInAnotherHomeStartsAnew() {
        var tv = home.install("tv-1", "home-1", Appliance.TELEVISION);
        home.intake.store(List.of(
                message("tv-1", power(NOON.minusSeconds(1200), 3)),
                message("tv-1", power(NOON.minusSeconds(600), 94))));

        home.telemetry.on(new HouseholdEvent.DevicesInstalled(
                List.of(new anbu.households.Device(tv.no(), "tv-1", "home-2", tv.appliance(), null, NOON))));

        assertThat(home.telemetry.signals(List.of("home-2")))
                .isEqualTo(Map.of("home-2", new HomeSignal("home-2", null, null, null, null)));
        assertThat(home.telemetry.activities(List.of("home-1", "home-2"), NOON.minusSeconds(9999), NOON))
                .isEmpty();
    }

    @Test
    void aStatusIsOnlyAHint() {
        var tv = home.install("tv-1", "home-1", Appliance.TELEVISION);

        home.intake.store(List.of(new Message("mqtt", "anbu/v1/tv-1/status", "online".getBytes(), NOON)));

        assertThat(home.jdbc
                        .sql("SELECT hint FROM device_health WHERE device_no = " + tv.no())
                        .query(String.class)
                        .single())
                .isEqualTo("ONLINE");
        assertThat(home.telemetry.signals(List.of("home-1")))
                .isEqualTo(Map.of("home-1", new HomeSignal("home-1", null, null, null, null)));
    }

    @Test
    void anyOrderAndAnyPortionsGiveTheSameActivityAndState() {
        var random = new Random(20260302);
        for (int round = 0; round < 12; round++) {
            var steady = "steady-" + round;
            var mixed = "mixed-" + round;
            var a = home.install(steady, "home-a" + round, Appliance.TELEVISION);
            var b = home.install(mixed, "home-b" + round, Appliance.TELEVISION);
            var day = day(random);

            day.forEach(json -> home.intake.store(List.of(message(steady, json))));
            var shuffled = new ArrayList<>(day);
            shuffled.addAll(day.subList(0, day.size() / 3));
            Collections.shuffle(shuffled, random);
            for (int from = 0; from < shuffled.size(); ) {
                var to = Math.min(shuffled.size(), from + 1 + random.nextInt(20));
                home.intake.store(shuffled.subList(from, to).stream()
                        .map(json -> message(mixed, json))
                        .toList());
                from = to;
            }

            assertThat(rows(a.no())).isNotEmpty();
            assertThat(rows(b.no())).as("round %d", round).isEqualTo(rows(a.no()));
            assertThat(state(b.no())).isEqualTo(state(a.no()));
        }
    }

    /** A day of readings in order of time, with gaps, values of power, of light, and of both. */
    private static List<String> day(Random random) {
        var day = new ArrayList<String>();
        var at = NOON.minus(Duration.ofHours(24));
        while (at.isBefore(NOON)) {
            var watts = random.nextInt(3) * 15 + random.nextInt(100) / 100.0;
            var lux = random.nextBoolean() ? random.nextInt(10) : random.nextInt(400);
            day.add(
                    switch (random.nextInt(3)) {
                        case 0 -> power(at, watts);
                        case 1 -> light(at, lux);
                        default ->
                            "{\"t\":%d,\"power_w\":%s,\"illuminance_lux\":%d}".formatted(at.toEpochMilli(), watts, lux);
                    });
            at = at.plusSeconds(random.nextInt(20) == 0 ? 5000 + random.nextInt(20000) : 60 + random.nextInt(1200));
        }
        return day;
    }

    private List<Map<String, Object>> rows(int deviceNo) {
        return home.jdbc
                .sql("SELECT start_at, end_at, source, before_value, after_value FROM activity WHERE device_no = "
                        + deviceNo + " ORDER BY start_at, source")
                .query()
                .listOfRows();
    }

    private Map<String, Object> state(int deviceNo) {
        return home.jdbc.sql("""
                        SELECT first_measured_at, last_measured_at, last_power_w, last_power_at, last_illuminance_lux,
                            last_illuminance_at, last_activity_at, JSON_REMOVE(last_activity, '$.device') AS last_activity
                        FROM device_state WHERE device_no = """ + deviceNo).query().singleRow();
    }

    @Test
    void twoNodesWithTheSamePlugsInOppositeOrderStoreEverythingOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            home.install("plug-" + i, "home-" + i, Appliance.LAMP);
        }
        Callable<Integer> oneWay = () -> storeAll(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        Callable<Integer> otherWay = () -> storeAll(List.of(9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
        var nodes = Executors.newFixedThreadPool(2);

        var stored = 0;
        for (var node : nodes.invokeAll(List.of(oneWay, otherWay))) {
            stored += node.get();
        }
        nodes.shutdown();

        assertThat(stored).isEqualTo(400);
        assertThat(home.jdbc
                        .sql("SELECT COUNT(*) FROM reading")
                        .query(Long.class)
                        .single())
                .isEqualTo(400);
    }

    private int storeAll(List<Integer> minutes) {
        var stored = 0;
        for (var minute : minutes) {
            Instant at = NOON.minusSeconds(60L * minute);
            var batch = new ArrayList<Message>();
            for (int i = 0; i < 40; i++) {
                batch.add(message("plug-" + (minute % 2 == 0 ? i : 39 - i), power(at, minute)));
            }
            stored += home.intake.store(batch).stored().size();
        }
        return stored;
    }
}
