package anbu.casework;

import anbu.platform.Actor;
import anbu.platform.NotFound;
import anbu.platform.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff and other modules can do with case files and tasks. Who acts is the signed-in person, or "system". */
@Service
public class Casework {
    private final CaseFiles files;
    private final Tasks tasks;
    private final CaseNotes notes;
    private final Journal journal;

    Casework(CaseFiles files, Tasks tasks, CaseNotes notes, Journal journal) {
        this.files = files;
        this.tasks = tasks;
        this.notes = notes;
        this.journal = journal;
    }

    /** Throws {@link NotFound}. */
    public CaseFile get(String no) {
        return files.find(no).orElseThrow(() -> new NotFound("There is no case %s.".formatted(no)));
    }

    /** Newest first, at most {@code limit}, optionally only those with this status. */
    public List<CaseFile> list(@Nullable CaseStatus status, int limit) {
        return files.list(status, limit);
    }

    /** The cases of these numbers, in no order. */
    public List<CaseFile> list(List<String> nos) {
        return files.list(nos);
    }

    /** All tasks of a case, oldest first. */
    public List<Task> tasks(String caseNo) {
        return tasks.ofCase(caseNo);
    }

    /** Throws {@link NotFound}. */
    public Task task(long id) {
        return tasks.find(id).orElseThrow(() -> new NotFound("There is no task %d.".formatted(id)));
    }

    /** The open tasks in the order in which they should be done: level, then due time. */
    public List<Task> openTasks() {
        return tasks.open();
    }

    /** Opens a task for a person; opening the same step of a case twice changes nothing. */
    @Transactional
    public Task openTask(String caseNo, Step step, Instant dueAt) {
        var opened = tasks.open(caseNo, step, journal.now(), dueAt);
        opened.ifPresent(task ->
                journal.write(caseNo, "task.opened", Map.of("task", task.id(), "step", step.name(), "due_at", dueAt)));
        return opened.or(() -> tasks.findOpen(caseNo, step)).orElseThrow();
    }

    /** Takes a task; refuses one that someone else holds. Taking one's own again changes nothing. */
    @Transactional
    public Task claim(long taskId) {
        return claim(task(taskId));
    }

    /** Takes the most urgent task that nobody holds; two people never get the same. */
    @Transactional
    public Optional<Task> claimNext() {
        return tasks.lockNextFree().map(this::claim);
    }

    private Task claim(Task task) {
        if (task.doneAt() == null && Actor.name().equals(task.assignee())) {
            return task;
        }
        tasks.update(task.claimedBy(Actor.name(), journal.now()));
        journal.write(
                task.caseNo(),
                "task.claimed",
                Map.of("task", task.id(), "step", task.step().name()));
        return task(task.id());
    }

    /** Gives a task back to the queue. */
    @Transactional
    public Task release(long taskId) {
        var task = task(taskId);
        requireMine(task);
        tasks.update(task.released());
        journal.write(
                task.caseNo(),
                "task.released",
                Map.of("task", task.id(), "step", task.step().name()));
        return task(taskId);
    }

    /** Takes back a task that the process no longer needs; a task that is done already stays as it is. */
    @Transactional
    public void withdrawTask(String caseNo, Step step) {
        tasks.findOpen(caseNo, step).ifPresent(task -> {
            tasks.update(task.withdrawn(journal.now()));
            journal.write(caseNo, "task.withdrawn", Map.of("task", task.id(), "step", step.name()));
        });
    }

    /** Completes a task with its result; refuses a task that is done or held by someone else. Publishes {@link CaseEvent.StepDone}. */
    @Transactional
    public Task complete(long taskId, StepResult result, @Nullable String note) {
        var task = task(taskId);
        if (task.step() == Step.RECORD_OUTCOME) {
            throw new Refused(
                    "Case %s is closed with an outcome and a cause, not with %s.".formatted(task.caseNo(), result));
        }
        return complete(task, result, note);
    }

    private Task complete(Task task, StepResult result, @Nullable String note) {
        requireMine(task);
        var text = note == null || note.isBlank() ? null : note.strip();
        tasks.update(task.done(result, text, journal.now(), Actor.name()));
        journal.write(
                task.caseNo(),
                "task.done",
                Map.of("task", task.id(), "step", task.step().name(), "result", result.name()));
        journal.tell(new CaseEvent.StepDone(task.caseNo(), task.step(), result));
        return task(task.id());
    }

    private static void requireMine(Task task) {
        if (task.assignee() != null && !task.assignee().equals(Actor.name())) {
            throw new Refused("This task is held by %s since %s. Ask them to give it back, or choose another."
                    .formatted(task.assignee(), task.claimedAt()));
        }
    }

    /**
     * Closes a case with its outcome and cause through its RECORD_OUTCOME task, or refuses when the case is not at that point. Publishes
     * {@link CaseEvent.Closed}.
     */
    @Transactional
    public CaseFile close(String caseNo, Outcome outcome, Cause cause, @Nullable String note) {
        var file = get(caseNo);
        var closed = file.closed(outcome, cause, note, journal.now(), Actor.name());
        var task = tasks.findOpen(caseNo, Step.RECORD_OUTCOME)
                .orElseThrow(() -> new Refused(
                        "Case %s cannot be closed yet: its next step is not the outcome. Finish the open task first."
                                .formatted(caseNo)));
        journal.settle(closed, outcome);
        files.update(closed);
        journal.closed(closed);
        complete(task, StepResult.DONE, note);
        return get(caseNo);
    }

    /** The resident said that all is well, and the policy lets that close the case; the cause stays unknown. */
    @Transactional
    public void closeByResident(String caseNo) {
        var closed = get(caseNo).closed(Outcome.SAFE_SELF, Cause.UNKNOWN, null, journal.now(), "resident");
        journal.settle(closed, Outcome.SAFE_SELF);
        files.update(closed);
        journal.closed(closed);
    }

    /** Adds a note to the history. */
    @Transactional
    public void note(String caseNo, String text) {
        var file = get(caseNo);
        if (text.isBlank() || text.length() > 2000) {
            throw new Refused("A note needs 1 to 2,000 characters; this one has %d."
                    .formatted(text.strip().length()));
        }
        var id = notes.add(file.no(), journal.now(), Actor.name(), text.strip());
        journal.write(caseNo, "note.added", Map.of("note", id));
    }
}
