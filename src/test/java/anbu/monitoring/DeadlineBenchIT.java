package anbu.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anbu.testing.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * How late the application is when 10,000 homes are due within one minute, on a database that writes every commit to disk. Run by
 * {@code ./mvnw -Pbench verify}; the numbers go to {@code target/bench/}.
 */
@Tag("bench")
@SpringBootTest(
        properties = {
            "anbu.mqtt.uri=none",
            "anbu.encryption-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
        })
@Import(Finished.Config.class)
class DeadlineBenchIT {
    private static final Logger log = LoggerFactory.getLogger(DeadlineBenchIT.class);
    private static final EmbeddedDatabase DATABASE = database();
    private static final int HOMES = Integer.getInteger("anbu.bench.homes", 10_000);
    private static final int RUNS = Integer.getInteger("anbu.bench.runs", 3);
    private static final Duration MINUTE =
            Duration.ofMinutes(1).multipliedBy(HOMES).dividedBy(10_000);
    private static final Duration DANGER = Duration.ofHours(24);
    private static final Duration ATTENTION = Duration.ofHours(14);

    @Autowired
    private Finished finished;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final List<String> lines = new ArrayList<>();

    private static EmbeddedDatabase database() {
        try {
            var data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-db");
            return EmbeddedDatabase.start(
                    data,
                    0,
                    List.of(
                            "--innodb-flush-log-at-trx-commit=1",
                            "--innodb-buffer-pool-size=1G",
                            "--innodb-log-file-size=512M",
                            "--skip-log-bin"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> DATABASE.url("anbu"));
        settings.add("spring.datasource.username", () -> "root");
        settings.add("spring.datasource.password", () -> "");
    }

    @AfterAll
    static void stop() {
        DATABASE.stop();
    }

    @Test
    void tenThousandHomesDueInOneMinuteAreLookedAtWithinASecondOfTheirMoment() throws IOException {
        var town = new Town(jdbc);
        say("%-28s %7s %8s %8s %8s %9s".formatted("what", "homes", "p50 ms", "p99 ms", "max ms", "homes/s"));
        run("warm-up, all at once", town, 2_000, DANGER, Duration.ZERO);
        run("warm-up, all at once", town, 2_000, ATTENTION, Duration.ZERO);

        for (var i = 1; i <= RUNS; i++) {
            var cases = run("a case each, one minute", town, HOMES, DANGER, MINUTE);
            var rearmed = run("re-armed only, one minute", town, HOMES, ATTENTION, MINUTE);
            assertThat(cases).as("median lateness in ms, a case each").isLessThan(1_000);
            assertThat(rearmed).as("median lateness in ms, re-armed only").isLessThan(1_000);
        }
        run("a case each, all at once", town, 5_000, DANGER, Duration.ZERO);
        run("re-armed only, all at once", town, 10_000, ATTENTION, Duration.ZERO);

        assertThat(open()).isEqualTo(2_000 + RUNS * HOMES + 5_000);
    }

    /** Returns the median lateness in milliseconds. */
    private long run(String what, Town town, int homes, Duration quiet, Duration within) throws IOException {
        var first = clock.instant().plusSeconds(2 + homes / 500);
        var moments = town.quietHomes(homes, quiet, first, within);
        if (clock.instant().isAfter(first)) {
            throw new IllegalStateException(
                    "Filling the database with %d homes took until their first moment.".formatted(homes));
        }
        await().atMost(Duration.ofMinutes(10)).until(() -> finished.among(moments) == homes);
        var lateness = finished.lateness(moments);
        say("%-28s %7d %8d %8d %8d %9.0f"
                .formatted(what, homes, at(lateness, 0.5), at(lateness, 0.99), at(lateness, 1), rate(moments, first)));
        return at(lateness, 0.5);
    }

    private double rate(Map<String, Instant> moments, Instant first) {
        return moments.size()
                * 1000.0
                / Duration.between(first, finished.last(moments)).toMillis();
    }

    private static long at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }

    private long open() {
        return jdbc.sql("SELECT COUNT(*) FROM case_file WHERE status = 'OPEN'")
                .query(Long.class)
                .single();
    }

    private void say(String line) throws IOException {
        log.info("{}", line);
        lines.add(line);
        Files.write(Files.createDirectories(Path.of("target", "bench")).resolve("deadlines.txt"), lines);
    }
}
