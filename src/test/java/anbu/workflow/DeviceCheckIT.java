package anbu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.casework.CaseFile;
import anbu.casework.CaseStatus;
import anbu.casework.Casework;
import anbu.casework.Cause;
import anbu.casework.Outcome;
import anbu.casework.Step;
import anbu.casework.StepResult;
import anbu.casework.Task;
import anbu.testing.AnbuTest;
import anbu.testing.Concerned;
import anbu.testing.TestClock;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every branch of bpmn/device-check.bpmn. */
@AnbuTest
class DeviceCheckIT {
    @Autowired
    private Concerned concerned;

    @Autowired
    private Casework casework;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private TestClock clock;

    @Test
    void aSilentPlugIsCheckedWithinTheRepairTimeAndItsOutcomeRecorded() {
        var file = opened("ATTENTION");
        assertThat(openSteps(file)).containsExactly(Step.CHECK_DEVICE);
        assertThat(task(file).dueAt()).isEqualTo(clock.instant().plus(Duration.ofDays(3)));

        complete(file, StepResult.DEVICE_REPLACED);
        casework.close(file.no(), Outcome.SAFE_SELF, Cause.DEVICE_FAULT, null);

        assertThat(casework.get(file.no()).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(file.no())
                        .count())
                .isZero();
    }

    @Test
    void aPlugThatStaysSilentMakesPeopleAskAfterThePersonFirst() {
        var home = concerned.home();
        var concern = concerned.raise(home, "DEVICE", "ATTENTION");
        var file = of(home);

        concerned.raiseLevel(concern, home, "DANGER");

        assertThat(openSteps(file)).containsExactly(Step.STAFF_CALL);
        complete(file, StepResult.PERSON_FINE);
        assertThat(openSteps(file)).containsExactly(Step.CHECK_DEVICE);
    }

    @Test
    void aPlugFoundSilentForLongAsksAfterThePersonAtOnceAndVisitsByDefault() {
        var file = opened("DANGER");
        assertThat(openSteps(file)).containsExactly(Step.STAFF_CALL);

        complete(file, StepResult.NO_ANSWER);
        assertThat(openSteps(file)).containsExactly(Step.DECIDE_VISIT);
        complete(file, StepResult.GO);
        assertThat(openSteps(file)).containsExactly(Step.VISIT);
        complete(file, StepResult.MET_FINE);

        assertThat(openSteps(file)).containsExactly(Step.CHECK_DEVICE);
    }

    @Test
    void notGoingWithAReasonStillLeavesThePlugToBeChecked() {
        var file = opened("DANGER");
        complete(file, StepResult.VOICEMAIL);

        casework.complete(task(file).id(), StepResult.DO_NOT_GO, "The daughter is on her way.");

        assertThat(openSteps(file)).containsExactly(Step.CHECK_DEVICE);
    }

    private CaseFile opened(String level) {
        var home = concerned.home();
        concerned.raise(home, "DEVICE", level);
        return of(home);
    }

    private CaseFile of(String home) {
        return casework.list(CaseStatus.OPEN, 1000).stream()
                .filter(file -> file.householdId().equals(home))
                .findFirst()
                .orElseThrow();
    }

    private void complete(CaseFile file, StepResult result) {
        casework.complete(task(file).id(), result, null);
    }

    private Task task(CaseFile file) {
        return casework.tasks(file.no()).stream()
                .filter(task -> task.doneAt() == null)
                .findFirst()
                .orElseThrow();
    }

    private List<Step> openSteps(CaseFile file) {
        return casework.tasks(file.no()).stream()
                .filter(task -> task.doneAt() == null)
                .map(Task::step)
                .toList();
    }
}
