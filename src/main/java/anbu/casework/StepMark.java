package anbu.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One station of a case's way: what it is called, whether it is done, and when. */
record StepMark(
        String name,
        State state,
        @Nullable Instant at,
        @Nullable StepResult result) {
    enum State {
        DONE,
        NOW,
        LATER,
        SKIPPED
    }

    private static final List<Step> WELLBEING =
            List.of(Step.STAFF_CALL, Step.CALL_CONTACTS, Step.DECIDE_VISIT, Step.VISIT, Step.RECORD_OUTCOME);
    private static final List<Step> DEVICE =
            List.of(Step.STAFF_CALL, Step.DECIDE_VISIT, Step.VISIT, Step.CHECK_DEVICE, Step.RECORD_OUTCOME);

    /** The stations of a case; for a case about a person the first is the system's own call. */
    static List<StepMark> of(CaseFile file, List<Task> tasks) {
        boolean device = file.kind().equals("DEVICE");
        var marks = new ArrayList<StepMark>();
        if (!device) {
            boolean done = !tasks.isEmpty() || file.status() == CaseStatus.CLOSED;
            marks.add(new StepMark("AUTO", done ? State.DONE : State.NOW, file.openedAt(), null));
        }
        for (var step : device ? DEVICE : WELLBEING) {
            marks.add(mark(step, tasks, file));
        }
        return withSkipped(marks);
    }

    /** What stands in the circle: a tick, a dash, or the station's number. */
    public String sign(int number) {
        return switch (state) {
            case DONE -> "✓";
            case SKIPPED -> "–";
            case NOW, LATER -> String.valueOf(number);
        };
    }

    private static StepMark mark(Step step, List<Task> tasks, CaseFile file) {
        var last = tasks.stream()
                .filter(task -> task.step() == step && !withdrawn(task))
                .reduce((earlier, later) -> later);
        if (last.isEmpty()) {
            boolean over = file.status() == CaseStatus.CLOSED;
            return new StepMark(step.name(), over ? State.SKIPPED : State.LATER, null, null);
        }
        var task = last.get();
        return task.doneAt() == null
                ? new StepMark(step.name(), State.NOW, task.dueAt(), null)
                : new StepMark(step.name(), State.DONE, task.doneAt(), task.result());
    }

    private static boolean withdrawn(Task task) {
        return task.doneAt() != null && task.result() == null;
    }

    private static List<StepMark> withSkipped(List<StepMark> marks) {
        var seen = new ArrayList<StepMark>();
        for (int i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            boolean passed = mark.state == State.LATER
                    && marks.subList(i, marks.size()).stream()
                            .anyMatch(after -> after.state == State.NOW || after.state == State.DONE);
            seen.add(passed ? new StepMark(mark.name, State.SKIPPED, null, null) : mark);
        }
        return seen;
    }
}
