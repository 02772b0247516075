package anbu.workflow;

import anbu.casework.CaseEvent;
import anbu.casework.Step;
import anbu.outreach.OutreachEvent;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** From cases and outreach to processes, in the same transaction: no case without its process. */
@Component
class Processes {
    static final String WELLBEING_CHECK = "wellbeing-check";
    static final String DEVICE_CHECK = "device-check";

    private final RuntimeService processes;
    private final TaskService tasks;

    Processes(RuntimeService processes, TaskService tasks) {
        this.processes = processes;
        this.tasks = tasks;
    }

    @EventListener
    void on(CaseEvent.Opened opened) {
        var process = opened.kind().equals("DEVICE") ? DEVICE_CHECK : WELLBEING_CHECK;
        processes.startProcessInstanceByKey(process, opened.caseNo());
    }

    @EventListener
    void on(CaseEvent.StepDone done) {
        if (done.step() == Step.RECORD_OUTCOME) {
            return; // the case is not closed before its file says so: see on(Closed)
        }
        finish(done.caseNo(), done.step());
    }

    @EventListener
    void on(CaseEvent.Closed closed) {
        finish(closed.caseNo(), Step.RECORD_OUTCOME);
    }

    @EventListener
    void on(CaseEvent.LevelRaised raised) {
        processes
                .createMessageCorrelation("level-raised")
                .processInstanceBusinessKey(raised.caseNo())
                .correlateAll();
    }

    @EventListener
    void on(OutreachEvent.Answered answered) {
        processes
                .createMessageCorrelation("call-answered")
                .processInstanceBusinessKey(answered.caseNo())
                .correlateAll();
    }

    /** Completes the step where the process waits at it; where it does not (any more), there is nothing to do. */
    private void finish(String caseNo, Step step) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNo)
                .taskDefinitionKey(step.name())
                .list()
                .forEach(task -> tasks.complete(task.getId()));
    }
}
