package anbu.workflow;

import anbu.casework.Casework;
import anbu.casework.Step;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Puts the user tasks of the processes on the worklist, and takes back those that the process no longer needs. */
@Component
class TaskDesk implements TaskListener {
    private final Casework casework;
    private final Ask ask;
    private final Clock clock;

    TaskDesk(Casework casework, Ask ask, Clock clock) {
        this.casework = casework;
        this.ask = ask;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var caseNo = task.getExecution().getProcessBusinessKey();
        var step = Step.valueOf(task.getTaskDefinitionKey());
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            casework.openTask(caseNo, step, clock.instant().plus(ask.limit(caseNo, step)));
        } else {
            casework.withdrawTask(caseNo, step);
        }
    }
}
