package anbu.staff;

/** What an account may do; a person may hold several. */
public enum Role {
    POLICY_OFFICER,
    APPROVER,
    CASEWORKER,
    FIELD_WORKER,
    MANAGER,
    AUDITOR,
    RESEARCHER,
    OPERATOR,
    DEVICE
}
