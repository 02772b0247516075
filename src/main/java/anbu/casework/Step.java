package anbu.casework;

/** Steps that a person does; each name is the id of a user task in bpmn/. */
public enum Step {
    STAFF_CALL,
    CALL_CONTACTS,
    DECIDE_VISIT,
    VISIT,
    RECORD_OUTCOME,
    CHECK_DEVICE
}
