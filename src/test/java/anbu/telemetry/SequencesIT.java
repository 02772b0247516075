package anbu.telemetry;

import static anbu.telemetry.TelemetryFixture.NOON;
import static anbu.telemetry.TelemetryFixture.message;
import static org.assertj.core.api.Assertions.assertThat;

import anbu.households.Appliance;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Messages that never came, seen by the numbers of those that did. */
class SequencesIT {
    private final TelemetryFixture home = new TelemetryFixture();
    private Sequences sequences;

    @BeforeEach
    void install() {
        home.install("lamp", "home-1", Appliance.LAMP);
        home.jdbc.sql("TRUNCATE TABLE sequence_gap").update();
        sequences = new Sequences(home.jdbc, new ManyRows(new JdbcTemplate(home.database)), home.clock);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void aMissingNumberIsSeenAcrossBatchesAndFilledByALateMessage() {
        take(1, 2, 3);
        take(7, 8);
        assertThat(sequences.of(List.of(1)).get(1)).isEqualTo(new Sequences.Missing(1, 3, NOON));
        assertThat(home.count("anbu.sequence.gaps", "result", "missing")).isEqualTo(3);

        take(5);
        assertThat(sequences.of(List.of(1)).get(1)).isEqualTo(new Sequences.Missing(1, 2, NOON));
        take(4, 6);

        assertThat(sequences.of(List.of(1))).isEmpty();
        assertThat(home.count("anbu.sequence.gaps", "result", "filled")).isEqualTo(3);
    }

    @Test
    void theSameMessageAgainChangesNothing() {
        take(1, 3);
        take(1, 3);
        take(3);

        assertThat(sequences.of(List.of(1)).get(1)).isEqualTo(new Sequences.Missing(1, 1, NOON));
        assertThat(home.count("anbu.sequence.gaps", "result", "missing")).isEqualTo(1);
    }

    @Test
    void whatDidNotComeInAMonthIsForgotten() {
        take(1, 3);

        home.clock.advance(Duration.ofDays(31));
        sequences.expire();

        assertThat(sequences.of(List.of(1))).isEmpty();
    }

    private void take(int... numbers) {
        home.intake.store(Arrays.stream(numbers)
                .mapToObj(n -> message(
                        "lamp", "{\"t\":\"%s\",\"power_w\":5,\"seq\":%d}".formatted(NOON.minusSeconds(1000 - n), n)))
                .toList());
    }
}
