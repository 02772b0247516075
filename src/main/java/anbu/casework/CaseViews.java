package anbu.casework;

import anbu.households.Households;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of a case together. */
@Component
class CaseViews {
    private final Casework casework;
    private final Households households;
    private final Timelines timelines;
    private final Clock clock;

    CaseViews(Casework casework, Households households, Timelines timelines, Clock clock) {
        this.casework = casework;
        this.households = households;
        this.timelines = timelines;
        this.clock = clock;
    }

    CaseView view(String no) {
        var now = clock.instant();
        var file = casework.get(no);
        var tasks = casework.tasks(no);
        var history = timelines.of(no);
        var task = openTask(tasks);
        return new CaseView(
                file,
                Resident.of(file, households.find(file.householdId()).orElse(null), now),
                Explanation.of(file, seenAgain(history), now),
                task,
                task == null ? Holder.SYSTEM : timelines.holder(task),
                StepMark.of(file, tasks),
                households.contacts(file.householdId()).stream()
                        .map(ContactLine::of)
                        .toList(),
                history,
                file.closedAt() == null ? now : file.closedAt());
    }

    private static @Nullable Task openTask(List<Task> tasks) {
        return tasks.stream()
                .filter(task -> task.doneAt() == null)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static @Nullable Instant seenAgain(List<TimelineEntry> history) {
        return history.stream()
                .filter(entry -> entry.action().equals("case.activity-after")
                        || entry.action().equals("case.reports-again"))
                .map(TimelineEntry::at)
                .findFirst()
                .orElse(null);
    }
}
