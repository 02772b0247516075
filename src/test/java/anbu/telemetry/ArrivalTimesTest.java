package anbu.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalTimesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T03:00:00Z");

    @Test
    void readingsWithoutTimeThatArriveTogetherAreKeptApartInTheirOrder() {
        var placed = ArrivalTimes.apart(null, List.of(arrived(NOON, 1), arrived(NOON, 2), arrived(NOON, 3)));

        assertThat(placed)
                .extracting(Reading::measuredAt)
                .containsExactly(NOON, NOON.plusMillis(1), NOON.plusMillis(2));
        assertThat(placed).extracting(Reading::powerW).containsExactly(1.0, 2.0, 3.0);
        assertThat(placed).extracting(Reading::receivedAt).containsOnly(NOON);
    }

    @Test
    void theyFollowWhatAnEarlierPortionWasMovedTo() {
        var placed = ArrivalTimes.apart(NOON.plusMillis(40), List.of(arrived(NOON.plusMillis(7), 1)));

        assertThat(placed).extracting(Reading::measuredAt).containsExactly(NOON.plusMillis(41));
    }

    @Test
    void aClockFarAheadDoesNotDragThemAlong() {
        var placed = ArrivalTimes.apart(NOON.plusSeconds(200), List.of(arrived(NOON, 1)));

        assertThat(placed).extracting(Reading::measuredAt).containsExactly(NOON);
    }

    @Test
    void readingsWithATimeOfTheirOwnStayWhereTheyAreSoThatARepetitionIsSeen() {
        var measured = new Reading(1, NOON.minusSeconds(60), true, 5.0, null, null, null, NOON);

        assertThat(ArrivalTimes.apart(NOON, List.of(measured, measured))).containsExactly(measured, measured);
    }

    @Test
    void aMomentThatADeviceNamedIsLeftToIt() {
        var named = new Reading(1, NOON.plusMillis(1), true, 5.0, null, null, null, NOON);

        var placed = ArrivalTimes.apart(null, List.of(named, arrived(NOON, 1), arrived(NOON, 2)));

        assertThat(placed)
                .extracting(Reading::measuredAt)
                .containsExactly(NOON.plusMillis(1), NOON, NOON.plusMillis(2));
    }

    private static Reading arrived(Instant at, double powerW) {
        return new Reading(1, at, false, powerW, null, null, null, at);
    }
}
