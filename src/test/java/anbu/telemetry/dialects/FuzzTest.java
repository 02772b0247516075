package anbu.telemetry.dialects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import anbu.telemetry.dialects.Samples.Sample;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Mutated messages of every dialect: each is read, ignored or refused, and none throws. Seeded, so that a failure comes again. */
class FuzzTest {
    private static final List<Sample> SEEDS = Samples.all();
    private static final List<String> ODD = List.of(
            "null",
            "NaN",
            "-1",
            "1e999",
            "\"\"",
            "\"73\"",
            "true",
            "[]",
            "{}",
            "[[[[1]]]]",
            "99999999999999999999999999999",
            "-0.0",
            "\"2026-13-45T99:99:99\"",
            "\"\\u0000\"",
            "\"#\"",
            "0.1e-400",
            "\"2026-03-02T07:15:00+99:99\"",
            "9223372036854775807");

    @Test
    void noMutantOfAnyDialectThrows() {
        assertThat(mutants(50_000, 20260301)).isNotEmpty();
    }

    @Test
    @Tag("bench")
    void aMillionMutantsAreReadOrIgnoredOrRefused() {
        var kinds = mutants(1_000_000, 20261123);

        LoggerFactory.getLogger(FuzzTest.class).info("1,000,000 mutated payloads: {}", kinds);
        assertThat(kinds.values().stream().mapToLong(each -> each).sum()).isEqualTo(1_000_000);
    }

    private static Map<String, Long> mutants(int count, long seed) {
        var random = new Random(seed);
        var kinds = new TreeMap<String, Long>();
        var memory = new Notebook();
        for (int i = 0; i < count; i++) {
            if (i % 1000 == 0) {
                memory = new Notebook();
            }
            var sample = SEEDS.get(random.nextInt(SEEDS.size()));
            var payload = mutated(sample.payload(), random);
            var topic = random.nextInt(10) == 0
                    ? new String(mutated(sample.topic().getBytes(UTF_8), random), UTF_8)
                    : sample.topic();
            var heard = DialectsTest.heard(topic, payload);
            DialectsTest.DIALECTS.subjects(sample.dialect(), heard);
            var said = DialectsTest.DIALECTS.read(sample.dialect(), heard, memory);
            assertThat(said).as("mutant %d of seed %d", i, seed).isNotEmpty();
            kinds.merge(DialectsTest.kind(said.get(said.size() - 1)), 1L, Long::sum);
        }
        return kinds;
    }

    private static byte[] mutated(byte[] original, Random random) {
        var bytes = original.clone();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            bytes = switch (random.nextInt(7)) {
                case 0 -> flipped(bytes, random);
                case 1 -> cut(bytes, random);
                case 2 -> joined(bytes, SEEDS.get(random.nextInt(SEEDS.size())).payload(), random);
                case 3 -> nested(bytes, random);
                case 4 -> doubled(bytes, random);
                default -> replaced(bytes, random);
            };
        }
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        for (int n = random.nextInt(4); n >= 0 && bytes.length > 0; n--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] cut(byte[] bytes, Random random) {
        var from = random.nextInt(bytes.length + 1);
        var to = from + random.nextInt(bytes.length - from + 1);
        return random.nextBoolean()
                ? java.util.Arrays.copyOf(bytes, from)
                : java.util.Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] joined(byte[] one, byte[] other, Random random) {
        var head = random.nextInt(one.length + 1);
        var tail = random.nextInt(other.length + 1);
        var both = java.util.Arrays.copyOf(one, head + other.length - tail);
        System.arraycopy(other, tail, both, head, other.length - tail);
        return both;
    }

    private static byte[] nested(byte[] bytes, Random random) {
        var depth = 1 + random.nextInt(40);
        var text = new String(bytes, UTF_8);
        return ("{\"a\":".repeat(depth) + text + "}".repeat(depth)).getBytes(UTF_8);
    }

    private static byte[] doubled(byte[] bytes, Random random) {
        var at = random.nextInt(bytes.length + 1);
        return joined(java.util.Arrays.copyOf(bytes, at), bytes, random);
    }

    /** One value by an odd one. */
    private static byte[] replaced(byte[] bytes, Random random) {
        var values = java.util.regex.Pattern.compile("(?<=[:\\[,])(\"[^\"]*\"|-?[0-9.]+|true|false|null)")
                .matcher(new String(bytes, UTF_8));
        var odd = ODD.get(random.nextInt(ODD.size()));
        int skip = random.nextInt(8);
        while (values.find()) {
            if (skip-- == 0) {
                var text = new StringBuilder(new String(bytes, UTF_8));
                return text.replace(values.start(), values.end(), odd)
                        .toString()
                        .getBytes(UTF_8);
            }
        }
        return random.nextBoolean() ? odd.getBytes(UTF_8) : bytes;
    }
}
