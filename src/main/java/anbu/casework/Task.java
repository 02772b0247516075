package anbu.casework;

import anbu.platform.Actor;
import anbu.platform.Refused;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that a person has to do for a case, by a moment. */
public record Task(
        long id,
        String caseNo,
        Step step,
        Instant openedAt,
        Instant dueAt,
        @Nullable String assignee,
        @Nullable Instant claimedAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        @Nullable StepResult result,
        @Nullable String note,
        int version) {

    Task claimedBy(String who, Instant at) {
        requireOpen();
        if (assignee != null && !assignee.equals(who)) {
            throw new Refused("This task was taken by %s at %s. Choose another, or ask them to hand it over."
                    .formatted(assignee, claimedAt));
        }
        return new Task(
                id,
                caseNo,
                step,
                openedAt,
                dueAt,
                who,
                claimedAt == null ? at : claimedAt,
                null,
                null,
                null,
                null,
                version);
    }

    Task released() {
        requireOpen();
        return new Task(id, caseNo, step, openedAt, dueAt, null, null, null, null, null, null, version);
    }

    /** Ended by the process, without a result. */
    Task withdrawn(Instant at) {
        requireOpen();
        return new Task(id, caseNo, step, openedAt, dueAt, assignee, claimedAt, at, Actor.SYSTEM, null, null, version);
    }

    Task done(StepResult result, @Nullable String note, Instant at, String who) {
        requireOpen();
        if (!StepResult.of(step).contains(result)) {
            throw new Refused(
                    "A task %s cannot end with %s. Possible are %s.".formatted(step, result, StepResult.of(step)));
        }
        if (result == StepResult.DO_NOT_GO && (note == null || note.isBlank())) {
            throw new Refused(
                    "Not going needs a written reason in the note. Maybe a visit after all: if in doubt, go.");
        }
        return new Task(
                id,
                caseNo,
                step,
                openedAt,
                dueAt,
                assignee == null ? who : assignee,
                claimedAt == null ? at : claimedAt,
                at,
                who,
                result,
                note,
                version);
    }

    private void requireOpen() {
        if (doneAt != null) {
            throw new Refused("This task was already done by %s at %s.".formatted(doneBy, doneAt));
        }
    }
}
