package anbu.telemetry;

import static anbu.telemetry.TelemetryFixture.NOON;
import static anbu.telemetry.TelemetryFixture.SETTINGS;
import static anbu.telemetry.TelemetryFixture.message;
import static anbu.telemetry.TelemetryFixture.power;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;

import anbu.households.Appliance;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was set apart is used once its cause is gone, and nothing of it is lost or used twice. */
class RedriveIT {
    private final TelemetryFixture home = new TelemetryFixture();

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void messagesOfADeviceInstalledLaterAreStoredWithTheTimesOfTheirArrival() {
        home.intake.store(List.of(
                arrived("tv", "{\"power_w\": 3}", 60), arrived("tv", "{\"power_w\": 90}", 30), arrived("tv", "{", 20)));
        home.install("tv", "home-1", Appliance.TELEVISION);

        var outcome = home.redrive.run(Quarantine.Filter.ALL, List.of(), 0);

        assertThat(outcome).isEqualTo(new Redrive.Outcome(2, 1, 2, 0, null));
        assertThat(home.readings.between(1, NOON.minusSeconds(100), NOON))
                .extracting(Reading::measuredAt, Reading::powerW, Reading::receivedAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(NOON.minusSeconds(60), 3.0, NOON.minusSeconds(60)),
                        org.assertj.core.groups.Tuple.tuple(NOON.minusSeconds(30), 90.0, NOON.minusSeconds(30)));
        var stays = home.quarantine.found(Quarantine.Filter.ALL, null, 10);
        assertThat(stays).hasSize(1);
        assertThat(stays.get(0).attempts()).isEqualTo(1);
        assertThat(stays.get(0).triedAt()).isEqualTo(NOON);
        verify(home.audit).record(eq("quarantine"), eq("quarantine.redriven"), anyMap());
    }

    @Test
    void aMessageOfSeveralReadingsIsKeptOnceAndUsedWholeWithItsBadPartSetApart() {
        home.intake.store(List.of(
                message("tv", "[" + power(NOON.minusSeconds(60), 3) + "," + power(NOON, 4) + ",{\"power_w\":\"x\"}]")));
        assertThat(home.quarantine.counts()).containsEntry(Reason.UNKNOWN_DEVICE, 1L);
        home.install("tv", "home-1", Appliance.TELEVISION);

        var outcome = home.redrive.run(Quarantine.Filter.of(Reason.UNKNOWN_DEVICE), List.of(), 0);

        assertThat(outcome.stored()).isEqualTo(2);
        assertThat(home.quarantine.counts()).containsOnlyKeys(Reason.BAD_PAYLOAD);
    }

    @Test
    void onlyTheChosenOnesAreReadAgainAndAnElementFromHttpKnowsItsDevice() {
        var web = new ReadingsController(home.intake, new OwnDialect(SETTINGS), Clock.fixed(NOON, ZoneOffset.UTC));
        web.store("{\"readings\": [{\"device_id\": \"tv\", \"power_w\": 1}, {\"device_id\": \"fan\", \"power_w\": 2}]}"
                .getBytes(UTF_8));
        home.install("tv", "home-1", Appliance.TELEVISION);
        home.install("fan", "home-1", Appliance.FAN);
        var all = home.quarantine.found(Quarantine.Filter.ALL, null, 10);

        var outcome = home.redrive.run(Quarantine.Filter.ALL, List.of(all.get(0).id()), 0);

        assertThat(all).extracting(Quarantine.Entry::deviceId).containsExactly("fan", "tv");
        assertThat(outcome).isEqualTo(new Redrive.Outcome(1, 0, 1, 0, null));
        assertThat(home.readings.between(2, NOON, NOON)).hasSize(1);
        assertThat(home.readings.between(1, NOON, NOON)).isEmpty();
    }

    @Test
    void whatIsTooOldByNowStaysThoughItWasNotAtItsArrival() {
        var before = NOON.minus(Duration.ofDays(60));
        var measured = NOON.minus(Duration.ofDays(420));
        home.intake.store(List.of(
                new Message("mqtt", "anbu/v1/tv/telemetry", power(measured, 5).getBytes(UTF_8), before)));
        home.install("tv", "home-1", Appliance.TELEVISION);

        home.redrive.run(Quarantine.Filter.ALL, List.of(), 0);

        assertThat(home.quarantine.counts()).containsOnlyKeys(Reason.ANCIENT_TIME);
    }

    @Test
    void manyAreReadInPortionsAndAnOldHintSaysNothing() {
        var messages = new ArrayList<Message>();
        for (int i = 0; i < 450; i++) {
            messages.add(arrived("tv", "{\"power_w\": %d}".formatted(i), 450 - i));
        }
        messages.add(new Message("mqtt", "anbu/v1/tv/status", "offline".getBytes(UTF_8), NOON));
        home.intake.store(messages);
        home.install("tv", "home-1", Appliance.TELEVISION);

        var outcome = home.redrive.run(Quarantine.Filter.ALL, List.of(), 0);

        assertThat(outcome).isEqualTo(new Redrive.Outcome(451, 0, 450, 0, null));
        assertThat(home.quarantine.count(Quarantine.Filter.ALL)).isZero();
        assertThat(home.jdbc
                        .sql("SELECT COUNT(*) FROM device_health WHERE hint IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aDeviceThatSendsWithoutEndFillsItsShareAndIsCountedBeyond() {
        var few = new StorageSettings(Duration.ofDays(400), Duration.ofDays(1100), Duration.ofDays(90), 3);
        var meters = new SimpleMeterRegistry();
        var shares = new QuarantineShares(home.jdbc, few, meters);
        var quarantine = new Quarantine(home.jdbc, shares);
        for (int i = 0; i < 4; i++) {
            quarantine.add(List.of(unknown("mad"), unknown("mad"), unknown("other-" + i)));
        }

        assertThat(quarantine.unknown(10))
                .extracting(Quarantine.Unknown::deviceId, Quarantine.Unknown::messages)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("mad", 3L),
                        org.assertj.core.groups.Tuple.tuple("other-3", 1L));
        assertThat(shares.overflows(Instant.EPOCH.atZone(ZoneOffset.UTC).toLocalDate()))
                .extracting(
                        QuarantineShares.Overflow::sender,
                        QuarantineShares.Overflow::arrived,
                        QuarantineShares.Overflow::dropped)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("mad", 8L, 5L));
        assertThat(meters.counter("anbu.quarantine.dropped", "reason", "UNKNOWN_DEVICE")
                        .count())
                .isEqualTo(5);
    }

    @Test
    void theyAreFoundBySourceNameAndDayAndPagedByNumber() {
        home.intake.store(List.of(arrived("a_b", "{}", 0), arrived("axb", "{}", 0), arrived("a_b", "{}", 86_400)));

        var named = new Quarantine.Filter(null, "mqtt", "a_b", null, null);
        var today = new Quarantine.Filter(Reason.EMPTY, null, null, NOON.minusSeconds(60), NOON.plusSeconds(60));

        assertThat(home.quarantine.count(named)).isEqualTo(2);
        assertThat(home.quarantine.found(today, null, 10)).hasSize(2);
        var newest = home.quarantine.found(named, null, 1).get(0);
        assertThat(home.quarantine.found(named, newest.id(), 10)).hasSize(1);
    }

    private static Item.Bad unknown(String device) {
        return new Item.Bad(message(device, "{}"), Reason.UNKNOWN_DEVICE, "unknown", device);
    }

    private static Message arrived(String device, String json, int secondsAgo) {
        return new Message(
                "mqtt", "anbu/v1/" + device + "/telemetry", json.getBytes(UTF_8), NOON.minusSeconds(secondsAgo));
    }
}
