package anbu.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as its page shows it.
 *
 * @param task the task that is open now; null while the system works, and when the case is closed
 * @param until where the chart ends: now, or when the case was closed
 */
record CaseView(
        CaseFile file,
        Resident resident,
        Explanation why,
        @Nullable Task task,
        Holder holder,
        List<StepMark> steps,
        List<ContactLine> contacts,
        List<TimelineEntry> history,
        Instant until) {
    public boolean open() {
        return file.status() == CaseStatus.OPEN;
    }

    public boolean device() {
        return file.kind().equals("DEVICE");
    }

    /** Whether the person who looks may work on the open task: it is theirs, or nobody's. */
    public boolean workable() {
        return task != null && holder.kind() != Holder.Kind.COLLEAGUE;
    }

    /** Whether the person who looks has taken the open task. */
    public boolean mine() {
        return task != null && holder.kind() == Holder.Kind.ME;
    }

    /** Whether the open task ends the case. */
    public boolean closing() {
        return task != null && task.step() == Step.RECORD_OUTCOME;
    }

    public List<StepResult> results() {
        return task == null ? List.of() : StepResult.of(task.step());
    }

    /** Key of the sentence that says where this result leads; in a case about plugs a call leads elsewhere. */
    public String then(StepResult result) {
        return (device() && !StepResult.of(Step.CHECK_DEVICE).contains(result) ? "then.device." : "then.")
                + result.name();
    }

    public List<Outcome> outcomes() {
        return List.of(Outcome.values());
    }

    public List<Cause> causes() {
        return List.of(Cause.values());
    }
}
