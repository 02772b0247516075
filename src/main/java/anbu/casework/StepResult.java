package anbu.casework;

import static anbu.casework.Step.CALL_CONTACTS;
import static anbu.casework.Step.CHECK_DEVICE;
import static anbu.casework.Step.DECIDE_VISIT;
import static anbu.casework.Step.RECORD_OUTCOME;
import static anbu.casework.Step.STAFF_CALL;
import static anbu.casework.Step.VISIT;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What can come of a step (domain.md, truth 9: "contacted" has kinds; only the person's own answer confirms). */
public enum StepResult {
    PERSON_FINE(STAFF_CALL),
    PERSON_NEEDS_HELP(STAFF_CALL),
    SOMEONE_ELSE_ANSWERED(STAFF_CALL),
    NO_ANSWER(STAFF_CALL),
    VOICEMAIL(STAFF_CALL),
    BUSY(STAFF_CALL),
    PHONE_OFF(STAFF_CALL),
    DEAD_NUMBER(STAFF_CALL),
    CONTACT_CONFIRMS_SAFE(CALL_CONTACTS),
    CONTACT_KNOWS_NOTHING(CALL_CONTACTS),
    NO_CONTACT_REACHED(CALL_CONTACTS),
    GO(DECIDE_VISIT),
    DO_NOT_GO(DECIDE_VISIT),
    MET_FINE(VISIT),
    MET_NEEDS_HELP(VISIT),
    NOBODY_OPENS(VISIT),
    DEVICE_REPORTS_AGAIN(CHECK_DEVICE),
    DEVICE_REPLACED(CHECK_DEVICE),
    DEVICE_NOT_REACHED(CHECK_DEVICE),
    DONE(RECORD_OUTCOME);

    private final Set<Step> steps;

    StepResult(Step... steps) {
        this.steps = Set.of(steps);
    }

    /** The results that a step can have, in the order of the form. */
    public static List<StepResult> of(Step step) {
        return Arrays.stream(values())
                .filter(result -> result.steps.contains(step))
                .toList();
    }
}
