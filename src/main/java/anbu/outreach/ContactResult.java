package anbu.outreach;

/** What came of a contact attempt (domain.md, truth 9). Only the first two are the person. */
public enum ContactResult {
    PERSON_FINE,
    PERSON_NEEDS_HELP,
    SOMEONE_ELSE_ANSWERED,
    NO_ANSWER,
    VOICEMAIL,
    BUSY,
    PHONE_OFF,
    DEAD_NUMBER,
    FAILED
}
