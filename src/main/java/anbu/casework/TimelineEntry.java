package anbu.casework;

import anbu.audit.Audit;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of a case's history. {@code said} is what a person wrote; {@code dueAt} is given for a task that was opened. */
record TimelineEntry(
        Instant at,
        String action,
        String actor,
        Map<String, Object> details,
        @Nullable String said,
        @Nullable Instant dueAt) {
    static TimelineEntry of(Audit.Entry entry, String actor, @Nullable String said) {
        return new TimelineEntry(entry.at(), entry.action(), actor, entry.details(), said, moment(entry.details()));
    }

    /** The drawing in its circle. */
    public String icon() {
        return switch (action) {
            case "case.opened", "case.level-raised" -> "alert";
            case "case.activity-after" -> "pulse";
            case "case.reports-again" -> "plug";
            case "task.opened" -> "clock";
            case "task.claimed", "task.released" -> "user";
            case "task.done", "case.closed" -> "check";
            case "note.added" -> "note";
            case "call.requested", "call.answered", "person.shown" -> "phone";
            default -> "right";
        };
    }

    /** The look of its circle. */
    public String tone() {
        return switch (action) {
            case "case.opened", "case.level-raised" -> "danger";
            case "task.claimed", "note.added" -> "me";
            default -> "";
        };
    }

    private static @Nullable Instant moment(Map<String, Object> details) {
        var value = details.get("due_at");
        if (value == null) {
            return null;
        }
        try {
            return Instant.parse(value.toString());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
