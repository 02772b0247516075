package anbu.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbu.audit.Audit;
import anbu.casework.CaseFile;
import anbu.casework.CaseStatus;
import anbu.casework.Casework;
import anbu.casework.Cause;
import anbu.casework.Outcome;
import anbu.casework.Step;
import anbu.casework.StepResult;
import anbu.casework.Task;
import anbu.outreach.ContactResult;
import anbu.outreach.Outreach;
import anbu.platform.Refused;
import anbu.testing.AnbuTest;
import anbu.testing.Concerned;
import anbu.testing.TestClock;
import anbu.testing.Timers;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every branch of bpmn/wellbeing-check.bpmn. */
@AnbuTest
class WellbeingCheckIT {
    @Autowired
    private Concerned concerned;

    @Autowired
    private Casework casework;

    @Autowired
    private Outreach outreach;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService management;

    @Autowired
    private TestClock clock;

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate inTransaction;

    @Test
    void aResidentWhoIsFineOnTheFirstCallClosesTheCase() {
        var file = opened("DANGER");

        answer(file, ContactResult.PERSON_FINE);

        var closed = casework.get(file.no());
        assertThat(closed.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(closed.outcome()).isEqualTo(Outcome.SAFE_SELF);
        assertThat(closed.closedBy()).isEqualTo("resident");
        assertThat(running(file)).isZero();
        assertThat(passed(file))
                .contains("CLOSE_BY_RESIDENT", "CLOSED_BY_RESIDENT")
                .doesNotContain("STAFF_CALL");
    }

    @Test
    void atCriticalTheOwnAnswerOfTheResidentOnlyLeadsToTheOutcome() {
        var home = concerned.home();
        var concern = concerned.raise(home, "WELLBEING", "DANGER");
        var file = of(home);
        inTransaction.executeWithoutResult(status -> jdbc.sql("UPDATE case_file SET level = 'CRITICAL' WHERE no = :no")
                .param("no", file.no())
                .update());

        answer(file, ContactResult.PERSON_FINE);

        assertThat(concern).isNotNull();
        assertThat(casework.get(file.no()).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(openSteps(file)).containsExactly(Step.RECORD_OUTCOME);
    }

    @Test
    void aResidentWhoAsksForHelpIsVisitedAtOnce() {
        var file = opened("DANGER");

        answer(file, ContactResult.PERSON_NEEDS_HELP);

        assertThat(openSteps(file)).containsExactly(Step.VISIT);
    }

    @Test
    void unansweredCallsAreRepeatedWithTheSpacingOfThePolicyThenStaffCall() {
        var file = opened("DANGER");
        answer(file, ContactResult.NO_ANSWER);
        assertThat(outreach.attempts(file.no())).hasSize(1);

        clock.advance(Duration.ofMinutes(30).minusMillis(1));
        Timers.fireDue(management, clock.instant());
        assertThat(outreach.attempts(file.no())).hasSize(1);

        clock.advance(Duration.ofMillis(1));
        Timers.fireDue(management, clock.instant());
        assertThat(outreach.attempts(file.no())).hasSize(2);

        clock.advance(Duration.ofMinutes(30));
        Timers.fireDue(management, clock.instant());
        answer(file, ContactResult.PHONE_OFF);

        assertThat(outreach.attempts(file.no())).hasSize(3);
        assertThat(openSteps(file)).containsExactly(Step.STAFF_CALL);
        assertThat(task(file).dueAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
    }

    @Test
    void aLastCallThatNobodyReportsOnIsOverAfterTwoMinutes() {
        var file = opened("DANGER");
        for (var minutes : List.of(30, 30, 2)) {
            clock.advance(Duration.ofMinutes(minutes));
            Timers.fireDue(management, clock.instant());
        }

        assertThat(outreach.attempts(file.no())).hasSize(3);
        assertThat(openSteps(file)).containsExactly(Step.STAFF_CALL);
    }

    @Test
    void atCriticalPeopleCallWithoutWaitingForMachines() {
        var file = opened("CRITICAL");

        assertThat(outreach.attempts(file.no())).isEmpty();
        assertThat(openSteps(file)).containsExactly(Step.STAFF_CALL);
    }

    @Test
    void risingToCriticalEndsTheAutomaticCalls() {
        var home = concerned.home();
        var concern = concerned.raise(home, "WELLBEING", "DANGER");
        var file = of(home);

        concerned.raiseLevel(concern, home, "CRITICAL");

        assertThat(casework.get(file.no()).level()).isEqualTo("CRITICAL");
        assertThat(openSteps(file)).containsExactly(Step.STAFF_CALL);
    }

    @Test
    void aResidentReachedByStaffLeadsToTheOutcomeAndClosing() {
        var file = opened("CRITICAL");

        complete(file, StepResult.PERSON_FINE);
        var closed = casework.close(file.no(), Outcome.SAFE_SELF, Cause.ALCOHOL_SLEEP, "slept long");

        assertThat(closed.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(closed.cause()).isEqualTo(Cause.ALCOHOL_SLEEP);
        assertThat(openSteps(file)).isEmpty();
        assertThat(running(file)).isZero();
        assertThat(passed(file)).contains("CLOSED");
    }

    @Test
    void aResidentWhoTellsStaffThatHelpIsNeededIsVisited() {
        var file = opened("CRITICAL");

        complete(file, StepResult.PERSON_NEEDS_HELP);

        assertThat(openSteps(file)).containsExactly(Step.VISIT);
    }

    @Test
    void staffCallTwiceTenMinutesApartBeforeTheContacts() {
        var file = opened("CRITICAL");

        complete(file, StepResult.NO_ANSWER);
        assertThat(openSteps(file)).isEmpty();
        clock.advance(Duration.ofMinutes(10));
        Timers.fireDue(management, clock.instant());
        assertThat(openSteps(file)).containsExactly(Step.STAFF_CALL);
        complete(file, StepResult.PHONE_OFF);

        assertThat(openSteps(file)).containsExactly(Step.CALL_CONTACTS);
    }

    @Test
    void aContactWhoConfirmsTheResidentSafeLeadsToTheOutcome() {
        var file = atContacts();

        complete(file, StepResult.CONTACT_CONFIRMS_SAFE);

        assertThat(openSteps(file)).containsExactly(Step.RECORD_OUTCOME);
    }

    @Test
    void withoutAContactAVisitIsDecidedAndMadeAndRecorded() {
        var file = atContacts();

        complete(file, StepResult.NO_CONTACT_REACHED);
        assertThat(openSteps(file)).containsExactly(Step.DECIDE_VISIT);
        complete(file, StepResult.GO);
        assertThat(task(file).dueAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(45)));
        complete(file, StepResult.MET_NEEDS_HELP);
        casework.close(file.no(), Outcome.HOSPITALISED, Cause.HEALTH_DECLINE, null);

        assertThat(running(file)).isZero();
        assertThat(trueAlarm(file)).isTrue();
    }

    @Test
    void notGoingNeedsAReasonAndThenLeadsToTheOutcome() {
        var file = atContacts();
        complete(file, StepResult.CONTACT_KNOWS_NOTHING);
        var decide = task(file);

        assertThatThrownBy(() -> casework.complete(decide.id(), StepResult.DO_NOT_GO, " "))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("written reason");
        casework.complete(decide.id(), StepResult.DO_NOT_GO, "A neighbor saw them at the market an hour ago.");

        assertThat(openSteps(file)).containsExactly(Step.RECORD_OUTCOME);
    }

    @Test
    void aCaseCannotBeClosedBeforeItsOutcomeIsDue() {
        var file = opened("CRITICAL");

        assertThatThrownBy(() -> casework.close(file.no(), Outcome.SAFE_SELF, Cause.OUTING, null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Finish the open task first");
        assertThat(casework.get(file.no()).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void aLateAnswerForAClosedCaseOnlyEntersTheHistory() {
        var file = opened("DANGER");
        var first = outreach.attempts(file.no()).get(0);
        clock.advance(Duration.ofMinutes(30));
        Timers.fireDue(management, clock.instant());
        answer(file, ContactResult.PERSON_FINE);

        outreach.report(first.id(), ContactResult.NO_ANSWER);

        assertThat(casework.get(file.no()).outcome()).isEqualTo(Outcome.SAFE_SELF);
        assertThat(audit.list("case:" + file.no()))
                .extracting(Audit.Entry::action)
                .endsWith("case.closed", "call.answered");
        assertThat(audit.firstBreak("case:" + file.no())).isEmpty();
    }

    private CaseFile atContacts() {
        var file = opened("CRITICAL");
        complete(file, StepResult.NO_ANSWER);
        clock.advance(Duration.ofMinutes(10));
        Timers.fireDue(management, clock.instant());
        complete(file, StepResult.NO_ANSWER);
        return file;
    }

    private CaseFile opened(String level) {
        var home = concerned.home();
        concerned.raise(home, "WELLBEING", level);
        return of(home);
    }

    private CaseFile of(String home) {
        return casework.list(CaseStatus.OPEN, 1000).stream()
                .filter(file -> file.householdId().equals(home))
                .findFirst()
                .orElseThrow();
    }

    private void answer(CaseFile file, ContactResult result) {
        var attempts = outreach.attempts(file.no());
        outreach.report(attempts.get(attempts.size() - 1).id(), result);
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

    private long running(CaseFile file) {
        return processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(file.no())
                .count();
    }

    private boolean trueAlarm(CaseFile file) {
        return jdbc.sql("SELECT true_alarm FROM concern WHERE id = :id")
                .param("id", file.concernId().toString())
                .query(Boolean.class)
                .single();
    }

    private List<String> passed(CaseFile file) {
        var process = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(file.no())
                .singleResult();
        return history.createHistoricActivityInstanceQuery().processInstanceId(process.getId()).list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }
}
