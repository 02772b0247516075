package anbu.telemetry;

import static anbu.telemetry.TelemetryFixture.NOON;
import static anbu.telemetry.TelemetryFixture.light;
import static anbu.telemetry.TelemetryFixture.message;
import static anbu.telemetry.TelemetryFixture.power;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import anbu.households.Appliance;
import anbu.households.Households;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

/** What pages draw and what gateways post. */
class ChartsIT {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final TelemetryFixture home = new TelemetryFixture();

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void aLineIsBrokenWhereTheDeviceWasSilentAndTheSilenceIsNamed() {
        var tv = home.install("tv", "home-1", Appliance.TELEVISION);
        var from = NOON.minus(Duration.ofHours(2));
        home.intake.store(List.of(
                message("tv", power(from, 3)),
                message("tv", power(from.plusSeconds(1800), 90)),
                message("tv", power(from.plusSeconds(1800 + 1801), 90)),
                message("tv", light(NOON, 5))));
        var households = mock(Households.class);
        when(households.devicesOf("home-1")).thenReturn(List.of(tv));

        var chart = new Charts(series(), home.telemetry, households, SEOUL).of("home-1", NOON, Duration.ofHours(2));

        assertThat(chart.devices()).hasSize(1);
        assertThat(chart.devices().get(0).power())
                .containsExactly(
                        new Object[] {from.toEpochMilli(), 3.0},
                        new Object[] {from.plusSeconds(1800).toEpochMilli(), 90.0},
                        new Object[] {from.plusSeconds(1800).toEpochMilli() + 1, null},
                        new Object[] {from.plusSeconds(3601).toEpochMilli(), 90.0});
        assertThat(chart.silent())
                .containsExactly(
                        new long[] {
                            from.plusSeconds(1800).toEpochMilli(),
                            from.plusSeconds(3601).toEpochMilli()
                        },
                        new long[] {from.plusSeconds(3601).toEpochMilli(), NOON.toEpochMilli()});
        assertThat(chart.activity()).hasSize(1);
    }

    @Test
    void manyPointsAreThinnedAndTheirPeakIsKept() {
        var tv = home.install("tv", "home-1", Appliance.TELEVISION);
        var messages = new ArrayList<Message>();
        for (int i = 0; i < 5000; i++) {
            messages.add(message("tv", power(NOON.minusSeconds(10L * i), i == 1234 ? 777 : 3)));
        }
        home.intake.store(messages);
        var households = mock(Households.class);
        when(households.devicesOf("home-1")).thenReturn(List.of(tv));

        var chart = new Charts(series(), home.telemetry, households, SEOUL).of("home-1", NOON, Duration.ofHours(24));

        assertThat(chart.devices().get(0).power()).hasSizeBetween(400, 1001).anySatisfy(point -> assertThat(point[1])
                .isEqualTo(777.0));
    }

    @Test
    void ninetyDaysAreDrawnFromSumsWithEveryPeakInItsBandAndTheSameSilences() {
        var tv = home.install("tv", "home-1", Appliance.TELEVISION);
        var start = NOON.minus(Duration.ofDays(10));
        var messages = new ArrayList<Message>();
        for (int i = 0; i < 10 * 144; i++) {
            var at = start.plusSeconds(600L * i + i % 7);
            if (i % 500 > 9) {
                messages.add(message("tv", power(at, i == 700 ? 999.5 : i % 50)));
            }
        }
        home.intake.store(messages);
        var households = mock(Households.class);
        when(households.devicesOf("home-1")).thenReturn(List.of(tv));
        var charts = new Charts(series(), home.telemetry, households, SEOUL);
        var unsummed = charts.of("home-1", NOON, Duration.ofDays(90));

        home.rollup.run();
        var chart = charts.of("home-1", NOON, Duration.ofDays(90));

        assertThat(chart).usingRecursiveComparison().isEqualTo(unsummed);
        var line = chart.devices().get(0);
        assertThat(line.power()).hasSizeBetween(75, 90);
        assertThat(line.powerBand()).anySatisfy(point -> assertThat(point[2]).isEqualTo(999.5));
        var reports = home.readings.between(tv.no(), start, NOON).stream()
                .map(reading -> new Chart.Reported(reading.measuredAt(), reading.measuredAt()));
        assertThat(chart.silent())
                .usingRecursiveComparison()
                .isEqualTo(Chart.gaps(NOON.minus(Duration.ofDays(90)), reports, NOON));
        assertThat(chart.silent()).hasSize(3);
    }

    private Charts.Series series() {
        return new Charts.Series(home.readings, new HourlySums(home.hours));
    }

    @Test
    void aStripShowsActivityQuietSilenceDaysAndTheLimit() {
        home.install("tv", "home-1", Appliance.TELEVISION);
        home.install("tv-2", "home-2", Appliance.TELEVISION);
        var start = NOON.minus(Duration.ofHours(36));
        var messages = new ArrayList<Message>();
        for (int minute = 0; minute <= 36 * 60; minute += 10) {
            messages.add(message("tv", power(start.plusSeconds(60L * minute), minute == 0 ? 3 : 90)));
        }
        home.intake.store(messages);
        home.telemetry.on(new anbu.households.HouseholdEvent.DevicesInstalled(List.copyOf(home.installed.values())));
        var strips = new Strips(home.telemetry, new Silences(home.states, new HourlySums(home.hours)), SEOUL);

        var svg = strips.withLimits(List.of(new Strips.Wanted("home-1", 24), new Strips.Wanted("home-2", 24)), NOON);

        assertThat(svg.get("home-1"))
                .startsWith("<svg class=\"strip\" viewBox=\"0 0 216 22\"")
                .contains("<rect class=\"q\" x=\"108.5\" y=\"0\" width=\"107.5\" height=\"22\"/>")
                .contains("<rect class=\"sil\" x=\"0.0\" y=\"0\" width=\"108.0\" height=\"22\"/>")
                .contains("<rect class=\"a\" x=\"108.0\" y=\"14\" width=\"1.8\" height=\"8\"/>")
                .contains("<path class=\"day\" d=\"M153.0 0v22\"/>")
                .contains("<path class=\"lim\" d=\"M180.5 0v22\"/>");
        assertThat(svg.get("home-2"))
                .contains("class=\"sil\" x=\"0.0\" y=\"0\" width=\"216.0\"")
                .doesNotContain("lim");
        assertThat(strips.svg(List.of("home-1"), NOON).get("home-1")).doesNotContain("lim");
    }

    @Test
    void postedReadingsAreStoredAndEachRefusalNamesItsPlace() {
        home.install("tv", "home-1", Appliance.TELEVISION);
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        var web = new ReadingsController(home.intake, new OwnDialect(TelemetryFixture.SETTINGS), clock);
        var body = """
                {"readings": [
                  {"device_id": "tv", "t": "2026-03-02T11:00:00Z", "power_w": 3},
                  {"device_id": "tv", "t": "2026-03-02T11:00:00Z", "power_w": 3},
                  {"device_id": "nobody", "power_w": 3},
                  {"power_w": 3},
                  {"device_id": "tv", "power_w": -50}]}
                """;

        var answer = web.store(body.getBytes(UTF_8));

        assertThat(answer.stored()).isEqualTo(1);
        assertThat(answer.duplicates()).isEqualTo(1);
        assertThat(answer.quarantined())
                .extracting(ReadingsController.Refusal::index, ReadingsController.Refusal::reason)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(2, Reason.UNKNOWN_DEVICE),
                        org.assertj.core.groups.Tuple.tuple(3, Reason.BAD_PAYLOAD),
                        org.assertj.core.groups.Tuple.tuple(4, Reason.ABSURD_VALUE));
        assertThat(home.quarantine.list(Reason.ABSURD_VALUE, null, 10)).hasSize(1);
        assertThatThrownBy(() -> web.store("[]".getBytes(UTF_8))).isInstanceOf(ResponseStatusException.class);
    }
}
