package anbu.workflow;

import anbu.casework.CaseFile;
import anbu.casework.Casework;
import anbu.casework.Step;
import anbu.casework.StepResult;
import anbu.casework.Task;
import anbu.outreach.ContactResult;
import anbu.outreach.Outreach;
import anbu.outreach.Outreach.Attempt;
import anbu.policy.Policies;
import anbu.policy.Protocol;
import anbu.policy.facts.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The questions that the processes ask, by case number. Answers come from the case, its attempts and the policy that it pinned. Public
 * because Camunda's expressions reach only public classes.
 */
@Component("ask")
public class Ask {
    /** How long the last automatic call may ring before people take over. */
    private static final Duration RINGS_AT_MOST = Duration.ofMinutes(2);

    private static final Set<StepResult> REACHED =
            EnumSet.of(StepResult.PERSON_FINE, StepResult.CONTACT_CONFIRMS_SAFE, StepResult.MET_FINE);

    private final Casework casework;
    private final Outreach outreach;
    private final Policies policies;
    private final Clock clock;

    Ask(Casework casework, Outreach outreach, Policies policies, Clock clock) {
        this.casework = casework;
        this.outreach = outreach;
        this.policies = policies;
        this.clock = clock;
    }

    /** Is another automatic call due before people call? Not without a call bot, and never at CRITICAL. */
    public boolean anotherAutomaticCall(String caseNo) {
        if (!outreach.automaticCalls()) {
            return false;
        }
        var file = casework.get(caseNo);
        return level(file) != Level.CRITICAL
                && outreach.attempts(caseNo).size() < protocol(file).automaticCalls();
    }

    /** When the last automatic call counts as unanswered and the next step begins. */
    public Date automaticCallOver(String caseNo) {
        var protocol = protocol(casework.get(caseNo));
        var attempts = outreach.attempts(caseNo);
        var last = attempts.get(attempts.size() - 1);
        var wait = attempts.size() < protocol.automaticCalls() ? protocol.automaticCallSpacing() : RINGS_AT_MOST;
        return Date.from(last.requestedAt().plus(wait));
    }

    /** Did the resident say on the phone that all is well? */
    public boolean residentSaidFine(String caseNo) {
        return answered(caseNo, ContactResult.PERSON_FINE);
    }

    /** Did the resident ask for help on the phone? */
    public boolean residentAskedForHelp(String caseNo) {
        return answered(caseNo, ContactResult.PERSON_NEEDS_HELP);
    }

    /** May the resident's own answer close the case at its level? */
    public boolean residentMayClose(String caseNo) {
        var file = casework.get(caseNo);
        return protocol(file).closableByResident().contains(level(file));
    }

    /** Did this step of a person confirm that the resident is well? */
    public boolean confirmedSafe(String caseNo, String step) {
        return REACHED.contains(last(caseNo, step));
    }

    /** Did the resident tell a caller that help is needed? */
    public boolean helpNeeded(String caseNo) {
        return last(caseNo, Step.STAFF_CALL.name()) == StepResult.PERSON_NEEDS_HELP;
    }

    /** Must staff try once more before the contacts are called? */
    public boolean anotherStaffCall(String caseNo) {
        var file = casework.get(caseNo);
        return done(caseNo, Step.STAFF_CALL.name()).size() < protocol(file).staffCalls();
    }

    /** When staff may try again. */
    public Date nextStaffCall(String caseNo) {
        var spacing = protocol(casework.get(caseNo)).staffCallSpacing();
        return Date.from(clock.instant().plus(spacing));
    }

    /** Was a visit decided? It is the default: only an explicit no counts as no. */
    public boolean visitDecided(String caseNo) {
        return last(caseNo, Step.DECIDE_VISIT.name()) != StepResult.DO_NOT_GO;
    }

    /** Has a silent plug been silent for so long that somebody must ask after the person? */
    public boolean welfareCheckDue(String caseNo) {
        return level(casework.get(caseNo)).compareTo(Level.DANGER) >= 0;
    }

    /** By when a person must have done this step. */
    Duration limit(String caseNo, Step step) {
        var protocol = protocol(casework.get(caseNo));
        return switch (step) {
            case STAFF_CALL, RECORD_OUTCOME -> protocol.acknowledgeWithin();
            case CALL_CONTACTS -> protocol.contactsWithin();
            case DECIDE_VISIT -> protocol.decideWithin();
            case VISIT -> protocol.visitWithin();
            case CHECK_DEVICE -> protocol.deviceRepairWithin();
        };
    }

    private boolean answered(String caseNo, ContactResult result) {
        return outreach.attempts(caseNo).stream()
                .max(Comparator.comparing(Attempt::number))
                .map(attempt -> attempt.result() == result)
                .orElse(false);
    }

    private @org.jspecify.annotations.Nullable StepResult last(String caseNo, String step) {
        var done = done(caseNo, step);
        return done.isEmpty() ? null : done.get(done.size() - 1).result();
    }

    private List<Task> done(String caseNo, String step) {
        return casework.tasks(caseNo).stream()
                .filter(task -> task.step().name().equals(step) && task.result() != null)
                .toList();
    }

    private Protocol protocol(CaseFile file) {
        return policies.get(file.policyVersion()).table().protocol();
    }

    private static Level level(CaseFile file) {
        return Level.valueOf(file.level());
    }
}
