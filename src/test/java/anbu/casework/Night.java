package anbu.casework;

import static anbu.testing.PageSlice.NIGHT;

import anbu.audit.Audit;
import anbu.households.Contact;
import anbu.households.Household;
import anbu.households.RiskGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invented night: cases about people and about plugs, in all states that the pages show. */
final class Night {
    private Night() {}

    static final CaseFile CRITICAL = wellbeing("2026-000101", "home-1", "CRITICAL", 36.07, 24, "HIGH");
    static final CaseFile DANGER = wellbeing("2026-000102", "home-2", "DANGER", 25.0333, 24, "HIGH");
    static final CaseFile MEDIUM = wellbeing("2026-000103", "home-3", "DANGER", 38.68, 36, "MEDIUM");
    static final CaseFile CALLED = wellbeing("2026-000104", "home-4", "DANGER", 24.1, 24, "HIGH");
    static final CaseFile SILENT = file("2026-000105", "home-5", "DEVICE", "SILENT", 6.0333, 6, "HIGH");
    static final CaseFile NEVER = file("2026-000106", "home-6", "DEVICE", "NEVER_SEEN", 30.5, 24, "GENERAL");
    static final List<CaseFile> FILES = List.of(CRITICAL, DANGER, MEDIUM, CALLED, SILENT, NEVER);

    static final Task CONTACTS = task(1, MEDIUM, Step.CALL_CONTACTS, 9, null);
    static final Task STAFF_CALL = task(2, DANGER, Step.STAFF_CALL, 8, "han");
    static final Task VISIT = task(3, CRITICAL, Step.DECIDE_VISIT, -2, "shin");
    static final Task DEVICE = task(4, SILENT, Step.CHECK_DEVICE, 36, null);
    static final Task DEVICE_LATER = task(5, NEVER, Step.CHECK_DEVICE, 363, null);
    static final Task WELFARE_CALL = task(8, SILENT, Step.STAFF_CALL, 12, "han");
    static final Task OUTCOME = task(6, DANGER, Step.RECORD_OUTCOME, 20, "han");
    static final List<Task> OPEN = List.of(CONTACTS, STAFF_CALL, VISIT, DEVICE, DEVICE_LATER);
    static final Task EARLIER = new Task(
            7,
            DANGER.no(),
            Step.STAFF_CALL,
            ago(40),
            ago(32),
            "shin",
            ago(33),
            ago(30),
            "shin",
            StepResult.NO_ANSWER,
            "신호음만 40초",
            1);

    static final Map<String, Household> HOMES = Map.of(
            "home-1", home("home-1", RiskGroup.HIGH, "이명자", 1945, "F", "은하동"),
            "home-2", home("home-2", RiskGroup.HIGH, "김철수", 1958, "M", "누리동"),
            "home-3", home("home-3", RiskGroup.MEDIUM, "최준영", 1969, "M", "솔빛동"),
            "home-4", home("home-4", RiskGroup.HIGH, "오상근", 1956, "M", "한빛동"),
            "home-5", home("home-5", RiskGroup.HIGH, "강순자", 1949, "F", "누리동"),
            "home-6", home("home-6", RiskGroup.GENERAL, "문영식", 1957, "M", "한빛동"));

    static final List<Contact> CONTACTS_OF_HOME = List.of(
            new Contact("home-2", 1, Contact.Kind.FAMILY, "김민희", "010-5555-9034", false),
            new Contact("home-2", 2, Contact.Kind.LANDLORD, "조영만", "010-5555-2277", true));

    static final List<Audit.Entry> HISTORY = List.of(
            entry(1, 62, "system", "case.opened", Map.of("level", "ATTENTION")),
            entry(2, 61, "system", "case.level-raised", Map.of("from", "ATTENTION", "to", "DANGER")),
            entry(3, 60, "system", "call.requested", Map.of("attempt", 1, "number", 1)),
            entry(4, 59, "system", "call.answered", Map.of("attempt", 1, "number", 1, "result", "NO_ANSWER")),
            entry(
                    5,
                    40,
                    "system",
                    "task.opened",
                    Map.of("task", 7, "step", "STAFF_CALL", "due_at", "2026-11-23T17:35:00Z")),
            entry(6, 33, "shin", "task.claimed", Map.of("task", 7)),
            entry(7, 30, "shin", "task.done", Map.of("task", 7, "step", "STAFF_CALL", "result", "NO_ANSWER")),
            entry(8, 28, "shin", "note.added", Map.of("note", 11)),
            entry(
                    9,
                    12,
                    "system",
                    "task.opened",
                    Map.of("task", 2, "step", "STAFF_CALL", "due_at", "2026-11-23T18:15:00Z")),
            entry(10, 1, "han", "task.claimed", Map.of("task", 2)),
            entry(11, 0, "system", "something.new", Map.of()));

    static CaseFile closed() {
        return DANGER.closed(Outcome.SAFE_SELF, Cause.OUTING, "딸 집에 다녀옴", ago(0), "han");
    }

    static Instant ago(long minutes) {
        return NIGHT.minus(Duration.ofMinutes(minutes));
    }

    private static CaseFile wellbeing(String no, String home, String level, double so, double limit, String group) {
        var quiet = file(no, home, "WELLBEING", "UNCHANGED", so, limit, group);
        return quiet.raisedTo(level);
    }

    private static CaseFile file(
            String no, String home, String kind, String basis, double so, double limit, String group) {
        var since = ago(Math.round(so * 60));
        var breached = since.plus(Duration.ofMinutes(Math.round(limit * 60)));
        boolean never = basis.equals("NEVER_SEEN");
        boolean scored = no.endsWith("2");
        return new CaseFile(
                no,
                UUID.nameUUIDFromBytes(no.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                home,
                kind,
                "ATTENTION",
                CaseStatus.OPEN,
                breached,
                "CONTROL_CENTER",
                "home unchanged for as long as its limit",
                basis,
                limit,
                breached,
                group,
                never ? null : since,
                never
                        ? null
                        : "{\"device\":\"p1\",\"appliance\":\"TELEVISION\",\"source\":\"POWER\",\"before\":94.2,\"after\":3.1}",
                never ? null : kind.equals("DEVICE") ? since : ago(6),
                no.endsWith("3") ? null : 11.6667,
                scored ? 0.31 : null,
                scored ? 3 : null,
                14,
                null,
                null,
                null,
                null,
                null,
                1);
    }

    private static Task task(long id, CaseFile file, Step step, long dueInMinutes, @Nullable String who) {
        return new Task(
                id,
                file.no(),
                step,
                ago(12),
                ago(-dueInMinutes),
                who,
                who == null ? null : ago(1),
                null,
                null,
                null,
                null,
                1);
    }

    private static Household home(String id, RiskGroup group, String name, int born, String sex, String dong) {
        return new Household(id, "한결구", dong, group, name, "010-1234-4821", "행복로 1", born, sex, null, ago(100000), 1);
    }

    private static Audit.Entry entry(
            int seq, long minutesAgo, String actor, String action, Map<String, Object> details) {
        return new Audit.Entry(seq, "case:" + DANGER.no(), seq, ago(minutesAgo), actor, action, details);
    }
}
