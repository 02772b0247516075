package anbu.workflow;

import anbu.casework.Casework;
import anbu.outreach.Outreach;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Step CALL_RESIDENT of bpmn/wellbeing-check.bpmn. */
@Component
class CallResident implements JavaDelegate {
    private final Outreach outreach;
    private final Casework casework;

    CallResident(Outreach outreach, Casework casework) {
        this.outreach = outreach;
        this.casework = casework;
    }

    @Override
    public void execute(DelegateExecution step) {
        var caseNo = step.getProcessBusinessKey();
        outreach.callResident(caseNo, casework.get(caseNo).householdId());
    }
}
