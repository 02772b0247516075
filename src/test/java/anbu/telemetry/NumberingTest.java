package anbu.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the numbers of messages tell. */
class NumberingTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void numbersInARowMissNothing() {
        var numbering = Numbering.of(knowing(7L), after(8, 9, 10));

        assertThat(numbering.missing()).isEmpty();
        assertThat(numbering.last()).isEqualTo(10);
    }

    @Test
    void aNumberPassedOverIsMissing() {
        var numbering = Numbering.of(knowing(7L), after(8, 12));

        assertThat(numbering.missing()).containsExactly(new Numbering.Gap(9, 11, NOON.plusSeconds(60)));
        assertThat(numbering.last()).isEqualTo(12);
    }

    @Test
    void aDeviceThatCountsAnewOrWhoseCounterIsFullMissesNothing() {
        assertThat(Numbering.of(knowing(700L), after(0, 1, 2)).missing()).isEmpty();
        assertThat(Numbering.of(knowing(700L), after(20, 21)).missing()).isEmpty();
        assertThat(Numbering.of(knowing(65_534L), after(65_535, 0, 1)).missing())
                .isEmpty();
    }

    @Test
    void theFirstNumberOfADeviceAndAJumpBeyondReasonMissNothing() {
        assertThat(Numbering.of(knowing(null), after(4_000)).missing()).isEmpty();
        assertThat(Numbering.of(knowing(7L), after(7 + Numbering.LONGEST_GAP + 1))
                        .missing())
                .isEmpty();
        assertThat(Numbering.of(knowing(7L), after(7 + Numbering.LONGEST_GAP)).missing())
                .hasSize(1);
    }

    @Test
    void aNumberOfAnEarlierTimeIsLateAndNotACountAnew() {
        var numbering = Numbering.of(knowing(7L), List.of(reading(NOON.minusSeconds(5), 5L)));

        assertThat(numbering.late()).containsExactly(5L);
        assertThat(numbering.last()).isEqualTo(7);
    }

    @Test
    void withoutAClockASmallStepBackIsLateAndALargeOneIsACountAnew() {
        var late = Numbering.of(knowing(5_000L), List.of(untimed(NOON.plusSeconds(5), 4_998L)));
        var anew = Numbering.of(knowing(5_000L), List.of(untimed(NOON.plusSeconds(5), 1L)));

        assertThat(late.late()).containsExactly(4_998L);
        assertThat(late.last()).isEqualTo(5_000);
        assertThat(anew.last()).isEqualTo(1);
    }

    @Test
    void readingsWithoutNumberTellNothing() {
        var numbering = Numbering.of(knowing(7L), List.of(reading(NOON.plusSeconds(5), null)));

        assertThat(numbering).isEqualTo(new Numbering(7L, List.of(), List.of()));
    }

    @Test
    void aGapLosesTheNumbersThatCameLate() {
        var gap = new Numbering.Gap(3, 5, NOON);

        assertThat(gap.without(4)).containsExactly(new Numbering.Gap(3, 3, NOON), new Numbering.Gap(5, 5, NOON));
        assertThat(gap.without(3)).containsExactly(new Numbering.Gap(4, 5, NOON));
        assertThat(gap.without(6)).containsExactly(gap);
        assertThat(new Numbering.Gap(4, 4, NOON).without(4)).isEmpty();
    }

    private static DeviceState knowing(@Nullable Long seq) {
        return new DeviceState(1, "home-1", NOON, NOON, NOON, null, null, null, null, null, null, null, null, 0, seq);
    }

    private static List<Reading> after(long... numbers) {
        var readings = new ArrayList<Reading>();
        for (var number : numbers) {
            readings.add(reading(NOON.plus(Duration.ofSeconds(30L * (readings.size() + 1))), number));
        }
        return readings;
    }

    private static Reading reading(Instant at, @Nullable Long seq) {
        return new Reading(1, at, true, 5.0, null, null, seq, at);
    }

    private static Reading untimed(Instant at, long seq) {
        return new Reading(1, at, false, 5.0, null, null, seq, at);
    }
}
