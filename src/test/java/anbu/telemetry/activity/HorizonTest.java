package anbu.telemetry.activity;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.households.Appliance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Late readings are judged by a detector that starts a horizon earlier: it must find the same. */
class HorizonTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whoStartsAHorizonEarlierFindsTheSame(long seed) {
        var random = new Random(seed);
        var appliance = Appliance.values()[random.nextInt(Appliance.values().length)];
        var profile = Profile.prior(appliance);
        var samples = samples(random, 3000);
        var all = new Detector(profile, Memory.NONE);
        var found = new ArrayList<List<Step>>();
        var memories = new ArrayList<Memory>();
        for (var sample : samples) {
            found.add(all.accept(sample));
            memories.add(all.memory());
        }

        for (int trial = 0; trial < 300; trial++) {
            int end = random.nextInt(samples.size());
            var start = samples.get(end).at().minus(Detector.HORIZON);
            var late = new Detector(profile, Memory.NONE);
            List<Step> newest = List.of();
            for (int i = 0; i <= end; i++) {
                if (!samples.get(i).at().isBefore(start)) {
                    newest = late.accept(samples.get(i));
                }
            }
            assertThat(newest).isEqualTo(found.get(end));
            assertThat(late.memory()).isEqualTo(memories.get(end));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void whoWritesItsMemoryDownAfterEachSampleFindsTheSame(long seed) {
        var random = new Random(seed);
        var profile = Profile.prior(Appliance.values()[random.nextInt(Appliance.values().length)]);
        var whole = new Detector(profile, Memory.NONE);
        var memory = Memory.NONE;

        for (var sample : samples(random, 1000)) {
            var portion = new Detector(profile, Memory.of(memory.toJson()));
            assertThat(portion.accept(sample)).isEqualTo(whole.accept(sample));
            memory = portion.memory();
        }
    }

    /** Power between rest and use, light between dark and lamp, mostly close together, with gaps up to half a day. */
    private static List<Sample> samples(Random random, int count) {
        var samples = new ArrayList<Sample>();
        var at = Instant.parse("2026-03-01T15:00:00Z");
        for (int i = 0; i < count; i++) {
            at = at.plusSeconds(
                    switch (random.nextInt(40)) {
                        case 0 -> random.nextInt(43_200) + 1;
                        case 1, 2, 3 -> random.nextInt(4000) + 1;
                        default -> 60 + random.nextInt(240);
                    });
            var watts = random.nextInt(4) == 0 ? random.nextInt(400) : random.nextInt(5);
            var lux = random.nextInt(4) == 0 ? random.nextInt(400) : 20 + random.nextInt(3);
            var kind = random.nextInt(4);
            samples.add(new Sample(at, kind == 0 ? null : (double) watts, kind == 1 ? null : (double) lux));
        }
        return samples;
    }
}
