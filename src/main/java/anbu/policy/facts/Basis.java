package anbu.policy.facts;

/** What a limit's hours are counted from. New ones come last, so that tables keep the order of their rows. */
public enum Basis {
    /** The plugs report, and nothing a person does has changed since the last activity. */
    UNCHANGED,
    /** No plug of the home has reported since the last report. */
    SILENT,
    /** No plug of the home has ever reported, since the home is watched. */
    NEVER_SEEN,
    /** A wellbeing concern at level DANGER is open since. */
    UNRESOLVED,
    /** One plug has not reported since, while others of the home do. */
    DEVICE_SILENT,
    /** Something that usually rests has been on since, and nobody touched it. */
    CONSTANT_ON,
    /** Over so many hours the home used far less power than it usually does. */
    LOW_USE,
    /** Over so many hours the home used far more power than it usually does. */
    EXCESS_USE
}
