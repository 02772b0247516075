package anbu.casework;

/** What happened to a case, told in the same transaction. */
public sealed interface CaseEvent {
    String caseNo();

    record Opened(String caseNo, String householdId, String kind, String level) implements CaseEvent {}

    record LevelRaised(String caseNo, String level) implements CaseEvent {}

    record StepDone(String caseNo, Step step, StepResult result) implements CaseEvent {}

    record Closed(String caseNo, Outcome outcome, Cause cause) implements CaseEvent {}
}
