package anbu.casework;

import anbu.audit.Audit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The history of a case for its page: the trail, with what people wrote put back in. */
@Component
class Timelines {
    private final Audit audit;
    private final CaseNotes notes;
    private final Casework casework;
    private final Colleagues colleagues;

    Timelines(Audit audit, CaseNotes notes, Casework casework, Colleagues colleagues) {
        this.audit = audit;
        this.notes = notes;
        this.casework = casework;
        this.colleagues = colleagues;
    }

    /** Newest first. */
    List<TimelineEntry> of(String caseNo) {
        var texts =
                notes.list(caseNo).stream().collect(Collectors.toMap(CaseNotes.CaseNote::id, CaseNotes.CaseNote::text));
        var tasks = casework.tasks(caseNo).stream().collect(Collectors.toMap(Task::id, task -> task));
        var entries = new ArrayList<TimelineEntry>();
        for (var entry : audit.list("case:" + caseNo)) {
            entries.add(TimelineEntry.of(entry, colleagues.name(entry.actor()), said(entry, texts, tasks)));
        }
        Collections.reverse(entries);
        return entries;
    }

    /** In whose hands a task is. */
    Holder holder(Task task) {
        return colleagues.holder(task.assignee());
    }

    private static @Nullable String said(Audit.Entry entry, Map<Long, String> texts, Map<Long, Task> tasks) {
        if (entry.details().get("note") instanceof Number note) {
            return texts.get(note.longValue());
        }
        if (entry.action().equals("task.done") && entry.details().get("task") instanceof Number id) {
            var task = tasks.get(id.longValue());
            return task == null ? null : task.note();
        }
        return null;
    }
}
