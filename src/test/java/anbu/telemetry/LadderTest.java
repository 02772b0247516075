package anbu.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.telemetry.Ladder.Rung;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Ladder LADDER = new Ladder(3, Duration.ofMinutes(30), Duration.ofHours(2));
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Test
    void threeMissedReportsMakeADeviceSuspect() {
        var suspect = NOON.plusSeconds(1800);

        assertThat(LADDER.rung(NOON, TEN_MINUTES, suspect.minusMillis(1))).isEqualTo(Rung.ON_TIME);
        assertThat(LADDER.rung(NOON, TEN_MINUTES, suspect)).isEqualTo(Rung.SUSPECT);
    }

    @Test
    void twoHoursWithoutAReportAreOfflineWhateverTheInterval() {
        var offline = NOON.plus(Duration.ofHours(2));

        assertThat(LADDER.rung(NOON, TEN_MINUTES, offline.minusMillis(1))).isEqualTo(Rung.SUSPECT);
        assertThat(LADDER.rung(NOON, TEN_MINUTES, offline)).isEqualTo(Rung.OFFLINE);
        assertThat(LADDER.rung(NOON, Duration.ofHours(5), offline.minusMillis(1)))
                .isEqualTo(Rung.ON_TIME);
        assertThat(LADDER.rung(NOON, Duration.ofHours(5), offline)).isEqualTo(Rung.OFFLINE);
    }

    @Test
    void aDeviceOfUnknownIntervalIsSuspectAfterWhatThePolicySays() {
        assertThat(LADDER.suspectAfter(null)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aDeviceThatReportsEachSecondIsNotSuspectAfterThree() {
        assertThat(LADDER.suspectAfter(Duration.ofSeconds(1))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aDeviceThatNeverReportedIsOnNoRungOfLateness() {
        assertThat(LADDER.rung(null, TEN_MINUTES, NOON)).isEqualTo(Rung.NEVER_SEEN);
    }
}
