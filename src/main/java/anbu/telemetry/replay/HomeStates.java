package anbu.telemetry.replay;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one home stood through time: consecutive states without overlaps. Nothing is known before its first report. It is SILENT from one
 * usual interval after its last report on, if then no device reports for more than two hours; ACTIVE for half an hour from each step;
 * else QUIET.
 */
final class HomeStates {
    /** In what state a home is. */
    enum State {
        ACTIVE,
        QUIET,
        SILENT,
        NEVER_SEEN
    }

    private static final Duration SILENCE = Duration.ofHours(2);
    private static final Duration ACTIVE_FOR = Duration.ofMinutes(30);
    /** As long as no interval is learned. */
    private static final long USUAL_SECONDS = 600;

    private final String home;
    private final Results results;
    private State state = State.NEVER_SEEN;
    private Instant since;
    private @Nullable Instant last;
    private Instant activeUntil = Instant.MIN;

    HomeStates(String home, Instant start, Results results) {
        this.home = home;
        this.since = start;
        this.results = results;
    }

    /** Takes the moment of a report, later than those before; the interval is in seconds, 0 is not known. */
    void report(Instant at, int intervalSeconds) throws IOException {
        silence(at, intervalSeconds);
        pass(at);
        if (state == State.NEVER_SEEN || state == State.SILENT) {
            move(at.isBefore(activeUntil) ? State.ACTIVE : State.QUIET, at);
        }
        last = at;
    }

    /** A step at the moment of the last report. */
    void step(Instant at) throws IOException {
        activeUntil = at.plus(ACTIVE_FOR);
        move(State.ACTIVE, at);
    }

    /** Closes the last state; {@code newest} is the end of the whole file. */
    void end(Instant newest, int intervalSeconds) throws IOException {
        silence(newest, intervalSeconds);
        var end = state == State.SILENT || last == null ? newest : last;
        pass(end);
        write(end);
    }

    private void silence(Instant next, int intervalSeconds) throws IOException {
        if (last != null && next.isAfter(last.plus(SILENCE))) {
            var from = last.plusSeconds(
                    intervalSeconds == 0 ? USUAL_SECONDS : Math.min(intervalSeconds, SILENCE.toSeconds()));
            pass(from);
            move(State.SILENT, from);
        }
    }

    /** Activity wears off. */
    private void pass(Instant until) throws IOException {
        if (state == State.ACTIVE && !until.isBefore(activeUntil)) {
            move(State.QUIET, activeUntil);
        }
    }

    private void move(State next, Instant at) throws IOException {
        if (next != state) {
            write(at);
            state = next;
            since = at;
        }
    }

    private void write(Instant end) throws IOException {
        if (end.isAfter(since)) {
            results.state(home, state, since, end);
        }
    }
}
