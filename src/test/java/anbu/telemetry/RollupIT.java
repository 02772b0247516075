package anbu.telemetry;

import static anbu.telemetry.TelemetryFixture.NOON;
import static anbu.telemetry.TelemetryFixture.STORAGE;
import static anbu.telemetry.TelemetryFixture.message;
import static anbu.telemetry.TelemetryFixture.power;
import static org.assertj.core.api.Assertions.assertThat;

import anbu.households.Appliance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Sums by the hour are what the readings come to, whenever these arrive. */
class RollupIT {
    private static final Instant START = NOON.minus(Duration.ofDays(3));

    private final TelemetryFixture home = new TelemetryFixture();

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void everyWholeHourEqualsItsReadingsInWhateverOrderAndPortionsTheyCame() {
        for (int seed = 1; seed <= 5; seed++) {
            var random = new Random(seed);
            var tv = home.install("tv-" + seed, "home-" + seed, Appliance.TELEVISION);
            var all = messages(tv.id(), random);
            Collections.shuffle(all.subList(all.size() / 3, all.size()), random);

            for (int from = 0; from < all.size(); ) {
                var to = Math.min(all.size(), from + 1 + random.nextInt(60));
                home.intake.store(all.subList(from, to));
                from = to;
                if (random.nextInt(3) == 0) {
                    home.rollup.run();
                }
            }
            home.rollup.run();

            var watermark = watermark(tv.no());
            assertThat(watermark).isEqualTo(newest(tv.no()).truncatedTo(ChronoUnit.HOURS));
            assertThat(home.hours.between(List.of(tv.no()), START, watermark))
                    .as("seed %d", seed)
                    .isEqualTo(expected(tv.no(), watermark))
                    .hasSizeGreaterThan(40);
        }
    }

    @Test
    void twoNodesAndAnIntakeAtWorkTogetherMissNothing() {
        var tv = home.install("tv", "home-1", Appliance.TELEVISION);
        var random = new Random(7);
        var all = messages("tv", random);
        Collections.shuffle(all, random);
        var other = new Rollup(
                home.hours,
                STORAGE,
                new Rollup.Work(new DataSourceTransactionManager(home.database), Clock.fixed(NOON, ZoneOffset.UTC)));

        var intake = CompletableFuture.runAsync(() -> {
            for (int from = 0; from < all.size(); from += 20) {
                home.intake.store(all.subList(from, Math.min(all.size(), from + 20)));
            }
        });
        while (!intake.isDone()) {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(other::run), CompletableFuture.runAsync(home.rollup::run))
                    .join();
        }
        intake.join();
        home.rollup.run();

        var watermark = watermark(tv.no());
        assertThat(home.hours.between(List.of(tv.no()), START, watermark))
                .isEqualTo(expected(tv.no(), watermark))
                .hasSizeGreaterThan(40);
        assertThat(home.hours.due(10)).isEmpty();
    }

    @Test
    void theHourThatIsNotOverIsTakenFromTheReadingsAndALateOneShowsAtTheNextRun() {
        var tv = home.install("tv", "home-1", Appliance.TELEVISION);
        home.intake.store(List.of(
                message("tv", power(NOON.minusSeconds(7200), 10)),
                message("tv", power(NOON.minusSeconds(3600), 20)),
                message("tv", power(NOON.plusSeconds(60), 30))));
        home.rollup.run();
        var use = new EnergyUse(new HourlySums(home.hours));

        var before = use.of(List.of(tv.no()), NOON.minusSeconds(7200), NOON.plusSeconds(3600));
        home.intake.store(List.of(message("tv", power(NOON.minusSeconds(3000), 40))));
        home.rollup.run();

        assertThat(before.get(tv.no())).extracting(EnergyUse.Hourly::meanPowerW).containsExactly(10.0, 20.0, 30.0);
        assertThat(use.of(List.of(tv.no()), NOON.minusSeconds(7200), NOON).get(tv.no()))
                .extracting(EnergyUse.Hourly::energyWh)
                .containsExactly(10.0, 30.0);
    }

    @Test
    void aCounterSaysMoreThanTheMeanOfThePower() {
        var tv = home.install("tv", "home-1", Appliance.TELEVISION);
        home.intake.store(List.of(
                message("tv", "{\"t\":\"2026-03-02T10:00:00Z\",\"power_w\":3,\"energy_wh\":100}"),
                message("tv", "{\"t\":\"2026-03-02T10:30:00Z\",\"power_w\":3}"),
                message("tv", "{\"t\":\"2026-03-02T10:59:00Z\",\"power_w\":3,\"energy_wh\":150.5}"),
                message("tv", "{\"t\":\"2026-03-02T11:00:00Z\",\"power_w\":3,\"energy_wh\":151}"),
                message("tv", "{\"t\":\"2026-03-02T11:20:00Z\",\"power_w\":3,\"energy_wh\":2}")));

        var use = new EnergyUse(new HourlySums(home.hours)).of(List.of(tv.no()), NOON.minusSeconds(7200), NOON);

        assertThat(use.get(tv.no())).extracting(EnergyUse.Hourly::energyWh).containsExactly(50.5, 3.0);
    }

    @Test
    void aDeviceThatMovesStartsAnewAndTellsNothingOfItsFormerHome() {
        var tv = home.install("tv", "home-1", Appliance.TELEVISION);
        var earlier = messages("tv", new Random(3));
        home.intake.store(earlier.subList(0, earlier.size() / 2));
        home.rollup.run();
        var moved = new anbu.households.Device(tv.no(), "tv", "home-2", tv.appliance(), null, NOON);
        home.installed.put("tv", moved);
        home.states.install(List.of(moved));

        home.intake.store(List.of(
                message("tv", power(NOON.minusSeconds(7200), 10)), message("tv", power(NOON.minusSeconds(1), 20))));
        home.rollup.run();

        assertThat(new EnergyUse(new HourlySums(home.hours))
                        .of(List.of(tv.no()), START, NOON)
                        .get(tv.no()))
                .extracting(EnergyUse.Hourly::meanPowerW)
                .containsExactly(10.0, 20.0);
    }

    /** Three days, now and then with an hour's silence, light only, or a counter. */
    private static List<Message> messages(String device, Random random) {
        var messages = new ArrayList<Message>();
        double counter = 0;
        for (var at = START; at.isBefore(NOON); at = at.plusSeconds(60 + random.nextInt(1200))) {
            if (random.nextInt(40) == 0) {
                at = at.plusSeconds(3600L * random.nextInt(4) + random.nextInt(1801));
            }
            counter += random.nextDouble();
            var energy = random.nextBoolean() ? ",\"energy_wh\":" + counter : "";
            var watts = random.nextInt(100_000) / 100.0;
            var values = random.nextInt(5) == 0
                    ? "\"illuminance_lux\":%s".formatted(random.nextInt(50_000) / 100.0)
                    : "\"power_w\":%s".formatted(watts);
            if (at.isBefore(NOON)) {
                messages.add(message(device, "{\"t\":\"%s\",%s%s}".formatted(at, values, energy)));
            }
        }
        return messages;
    }

    private Instant watermark(int deviceNo) {
        return Objects.requireNonNull(home.hours.known(List.of(deviceNo)).get(0).rolledUpTo());
    }

    private Instant newest(int deviceNo) {
        var all = home.readings.between(deviceNo, START.minusSeconds(1), NOON);
        return all.get(all.size() - 1).measuredAt();
    }

    /** The plain way: by hand, from all readings. */
    private List<Hour> expected(int deviceNo, Instant until) {
        var expected = new ArrayList<Hour>();
        for (var hour = START; hour.isBefore(until); hour = hour.plus(1, ChronoUnit.HOURS)) {
            var readings = home.readings.between(
                    deviceNo, hour, hour.plus(1, ChronoUnit.HOURS).minusMillis(1));
            if (!readings.isEmpty()) {
                expected.add(HourByHand.of(deviceNo, hour, readings));
            }
        }
        return expected;
    }
}
