package anbu.trial;

import anbu.outreach.Outreach;
import anbu.platform.NotFound;
import anbu.platform.Refused;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The residents' phones: each ringing call ends after some seconds as the resident's script says. */
final class Phones {
    private static final Logger log = LoggerFactory.getLogger(Phones.class);
    private static final Duration RINGS = Duration.ofSeconds(4);
    private static final int LINES = 50;

    private final Outreach outreach;
    private final TrialStage stage;
    private final Clock clock;

    Phones(Outreach outreach, TrialStage stage, Clock clock) {
        this.outreach = outreach;
        this.stage = stage;
        this.clock = clock;
    }

    /** Called every second. */
    void tick() {
        var rungEnough = clock.instant().minus(RINGS);
        for (var call : outreach.ringing(LINES)) {
            if (!call.requestedAt().isAfter(rungEnough)) {
                end(call);
            }
        }
    }

    private void end(Outreach.Attempt call) {
        var result = stage.district().home(call.householdId()).phone().result(call.number());
        try {
            outreach.report(call.id(), result);
            log.info("Call {} in case {}: {}", call.number(), call.caseNo(), result);
        } catch (Refused | NotFound e) {
            log.warn("Call {} in case {} was not taken: {}", call.number(), call.caseNo(), e.getMessage());
        }
    }
}
