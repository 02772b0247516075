package anbu.casework;

/** A case is open until an outcome and a cause are recorded. */
public enum CaseStatus {
    OPEN,
    CLOSED
}
