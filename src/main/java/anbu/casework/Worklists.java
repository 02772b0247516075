package anbu.casework;

import anbu.households.Household;
import anbu.households.Households;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the worklist together: open tasks in their order, late ones first, then open cases that wait for the system. */
@Component
class Worklists {
    private static final int MOST_CASES = 1000;

    private final Casework casework;
    private final Households households;
    private final Colleagues colleagues;
    private final Clock clock;

    Worklists(Casework casework, Households households, Colleagues colleagues, Clock clock) {
        this.casework = casework;
        this.households = households;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    WorklistView view(WorklistFilter filter) {
        var now = clock.instant();
        var files = casework.list(CaseStatus.OPEN, MOST_CASES).stream()
                .collect(Collectors.toMap(CaseFile::no, Function.identity(), (one, same) -> one));
        var homes = households.list(
                files.values().stream().map(CaseFile::householdId).toList());
        var tasks = casework.openTasks().stream()
                .filter(task -> files.containsKey(task.caseNo()))
                .sorted(Comparator.comparing(task -> !task.dueAt().isBefore(now)))
                .toList();
        var busy = tasks.stream().map(Task::caseNo).collect(Collectors.toCollection(HashSet::new));
        var rows = Stream.concat(
                        tasks.stream()
                                .map(task -> row(Objects.requireNonNull(files.get(task.caseNo())), task, homes, now)),
                        files.values().stream()
                                .filter(file -> !busy.contains(file.no()))
                                .sorted(Comparator.comparing(CaseFile::openedAt))
                                .map(file -> row(file, null, homes, now)))
                .toList();
        return WorklistView.of(rows, filter);
    }

    private WorklistRow row(CaseFile file, @Nullable Task task, Map<String, Household> homes, Instant now) {
        return new WorklistRow(
                file,
                task,
                Resident.of(file, homes.get(file.householdId()), now),
                Explanation.of(file, null, now),
                task == null ? Holder.SYSTEM : colleagues.holder(task.assignee()),
                WorklistRow.group(file, task));
    }
}
