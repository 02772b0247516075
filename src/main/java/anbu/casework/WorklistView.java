package anbu.casework;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The worklist as a page shows it. Counts are of all lines, whatever the filter keeps. */
record WorklistView(WorklistFilter filter, List<Section> sections, Map<WorklistFilter, Long> counts, Totals totals) {
    /** Lines of one group, in the order in which they should be done. */
    record Section(WorklistRow.Group group, List<WorklistRow> rows) {}

    record Totals(long person, long system, long device) {}

    static WorklistView of(List<WorklistRow> rows, WorklistFilter filter) {
        var kept = rows.stream().filter(filter::keeps).collect(Collectors.groupingBy(WorklistRow::group));
        var sections = Arrays.stream(WorklistRow.Group.values())
                .filter(kept::containsKey)
                .map(group -> new Section(group, kept.getOrDefault(group, List.of())))
                .toList();
        var counts = Arrays.stream(WorklistFilter.values())
                .collect(Collectors.toMap(
                        each -> each, each -> rows.stream().filter(each::keeps).count()));
        return new WorklistView(
                filter,
                sections,
                counts,
                new Totals(
                        count(rows, WorklistRow.Group.PERSON),
                        count(rows, WorklistRow.Group.SYSTEM),
                        count(rows, WorklistRow.Group.DEVICE)));
    }

    /** The line shown beside the list at first; null when there is none. */
    public @Nullable WorklistRow first() {
        return sections.isEmpty() ? null : sections.get(0).rows().get(0);
    }

    public List<WorklistFilter> filters() {
        return List.of(WorklistFilter.values());
    }

    public long count(WorklistFilter of) {
        return counts.getOrDefault(of, 0L);
    }

    private static long count(List<WorklistRow> rows, WorklistRow.Group group) {
        return rows.stream().filter(row -> row.group() == group).count();
    }
}
