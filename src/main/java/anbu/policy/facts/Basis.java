package anbu.policy.facts;

/** What a limit's hours are counted from. */
public enum Basis {
    /** The plugs report, and nothing a person does has changed since the last activity. */
    UNCHANGED,
    /** No plug of the home has reported since the last report. */
    SILENT,
    /** No plug of the home has ever reported, since the home is watched. */
    NEVER_SEEN,
    /** A wellbeing concern at level DANGER is open since. */
    UNRESOLVED
}
