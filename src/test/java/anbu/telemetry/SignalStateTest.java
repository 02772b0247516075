package anbu.telemetry;

import static anbu.telemetry.SignalState.ACTIVE;
import static anbu.telemetry.SignalState.NEVER_SEEN;
import static anbu.telemetry.SignalState.QUIET;
import static anbu.telemetry.SignalState.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignalStateTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration OFFLINE = Duration.ofHours(2);

    @Test
    void aDeviceThatNeverReportedIsNeverSeenWhateverTimePasses() {
        assertThat(state(null, null, NOON)).isEqualTo(NEVER_SEEN);
        assertThat(SignalState.changesAt(null, null, OFFLINE, NOON)).isEmpty();
    }

    @Test
    void aDeviceIsSilentFromTheMomentAtWhichItIsOffline() {
        assertThat(state(NOON, null, NOON.plus(OFFLINE).minusMillis(1))).isEqualTo(QUIET);
        assertThat(state(NOON, null, NOON.plus(OFFLINE))).isEqualTo(SILENT);
    }

    @Test
    void aDeviceIsActiveForHalfAnHour() {
        var active = NOON.plus(SignalState.ACTIVE_FOR);

        assertThat(state(active, NOON, active.minusMillis(1))).isEqualTo(ACTIVE);
        assertThat(state(active, NOON, active)).isEqualTo(QUIET);
    }

    @Test
    void silenceHidesWhatWasSeenBefore() {
        assertThat(SignalState.of(NOON, NOON, Duration.ofMinutes(10), NOON.plusSeconds(600)))
                .isEqualTo(SILENT);
    }

    @Test
    void stateChangesExactlyWhenItIsSaidTo() {
        @Nullable Instant at = NOON;
        var states = new java.util.ArrayList<SignalState>();
        while (at != null) {
            states.add(state(NOON, NOON, at));
            var next = SignalState.changesAt(NOON, NOON, OFFLINE, at).orElse(null);
            if (next != null) {
                assertThat(state(NOON, NOON, next.minusMillis(1))).isEqualTo(state(NOON, NOON, at));
            }
            at = next;
        }

        assertThat(states).containsExactly(ACTIVE, QUIET, SILENT);
    }

    @Test
    void aHomeIsSilentOnlyIfNothingInItReports() {
        assertThat(SignalState.ofHome(List.of(SILENT, QUIET))).isEqualTo(QUIET);
        assertThat(SignalState.ofHome(List.of(SILENT, NEVER_SEEN))).isEqualTo(SILENT);
        assertThat(SignalState.ofHome(List.of(QUIET, ACTIVE, SILENT))).isEqualTo(ACTIVE);
        assertThat(SignalState.ofHome(List.of(NEVER_SEEN))).isEqualTo(NEVER_SEEN);
        assertThat(SignalState.ofHome(List.of())).isEqualTo(NEVER_SEEN);
    }

    private static SignalState state(@Nullable Instant report, @Nullable Instant activity, Instant now) {
        return SignalState.of(report, activity, OFFLINE, now);
    }
}
