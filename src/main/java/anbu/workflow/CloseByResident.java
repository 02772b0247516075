package anbu.workflow;

import anbu.casework.Casework;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Step CLOSE_BY_RESIDENT of bpmn/wellbeing-check.bpmn. */
@Component
class CloseByResident implements JavaDelegate {
    private final Casework casework;

    CloseByResident(Casework casework) {
        this.casework = casework;
    }

    @Override
    public void execute(DelegateExecution step) {
        casework.closeByResident(step.getProcessBusinessKey());
    }
}
