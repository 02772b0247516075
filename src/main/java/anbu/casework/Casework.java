package anbu.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What staff and other modules can do with case files and tasks. Who acts is the signed-in person, or "system". */
@Service
public class Casework {
    /** Throws {@link anbu.platform.NotFound}. */
    public CaseFile get(String no) {
        throw new UnsupportedOperationException();
    }

    /** Newest first, at most {@code limit}, optionally only those with this status. */
    public List<CaseFile> list(@Nullable CaseStatus status, int limit) {
        throw new UnsupportedOperationException();
    }

    /** All tasks of a case, oldest first. */
    public List<Task> tasks(String caseNo) {
        throw new UnsupportedOperationException();
    }

    /** Throws {@link anbu.platform.NotFound}. */
    public Task task(long id) {
        throw new UnsupportedOperationException();
    }

    /** The open tasks in the order in which they should be done: level, then due time. */
    public List<Task> openTasks() {
        throw new UnsupportedOperationException();
    }

    /** Opens a task for a person; opening the same step of a case twice changes nothing. */
    public Task openTask(String caseNo, Step step, Instant dueAt) {
        throw new UnsupportedOperationException();
    }

    /** Takes a task; refuses one that someone else holds. Taking one's own again changes nothing. */
    public Task claim(long taskId) {
        throw new UnsupportedOperationException();
    }

    /** Takes the most urgent task that nobody holds; two people never get the same. */
    public Optional<Task> claimNext() {
        throw new UnsupportedOperationException();
    }

    /** Gives a task back to the queue. */
    public Task release(long taskId) {
        throw new UnsupportedOperationException();
    }

    /** Completes a task with its result; refuses a task that is done or held by someone else. Publishes {@link CaseEvent.StepDone}. */
    public Task complete(long taskId, StepResult result, @Nullable String note) {
        throw new UnsupportedOperationException();
    }

    /** Closes a case with its outcome and cause through its RECORD_OUTCOME task, or refuses when the case is not at that point. Publishes {@link CaseEvent.Closed}. */
    public CaseFile close(String caseNo, Outcome outcome, Cause cause, @Nullable String note) {
        throw new UnsupportedOperationException();
    }

    /** Adds a note to the history. */
    public void note(String caseNo, String text) {
        throw new UnsupportedOperationException();
    }
}
