package anbu.casework;

/** How a case ended (domain.md (c), outcome codes). */
public enum Outcome {
    SAFE_SELF,
    SAFE_THIRD_PARTY,
    SAFE_ON_SITE,
    HELP_GIVEN,
    HOSPITALISED,
    FOUND_DECEASED,
    NOT_FOUND_ABSENT,
    REFUSED,
    UNRESOLVED_TRANSFERRED;

    /** Whether the person needed help: the label from which the model learns. */
    public boolean trueAlarm() {
        return this == HELP_GIVEN || this == HOSPITALISED || this == FOUND_DECEASED;
    }
}
