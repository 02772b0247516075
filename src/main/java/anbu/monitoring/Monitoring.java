package anbu.monitoring;

import anbu.platform.NotFound;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What upper modules may tell the one who watches. */
@Service
public class Monitoring {
    private final Concerns concerns;
    private final Deadlines deadlines;
    private final Clock clock;

    Monitoring(Concerns concerns, Deadlines deadlines, Clock clock) {
        this.concerns = concerns;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** A concern has ended: its home's clocks start anew from now. {@code trueAlarm} is whether the person needed help. */
    @Transactional
    public void settle(UUID concernId, boolean trueAlarm) {
        var home = concerns.homeOf(concernId)
                .orElseThrow(() -> new NotFound("There is no concern %s.".formatted(concernId)));
        var now = clock.instant();
        deadlines.restart(home, now); // first, for judging locks in this order too: deadline, concern, case
        concerns.lock(concernId).ifPresent(concern -> concerns.settle(concern.settled(trueAlarm, now)));
    }
}
