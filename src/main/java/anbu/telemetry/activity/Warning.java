package anbu.telemetry.activity;

/** What an installer should know of a plug. */
public enum Warning {
    /** Too few whole days yet; the appliance's usual behavior is assumed. */
    LEARNING,
    /** Sits on a load that cycles day and night, such as a fridge, and cannot show a person. */
    CYCLING_LOAD,
    /** The appliance runs by itself, whatever it measures: fridge, router. */
    RUNS_BY_ITSELF,
    /** Was on during the whole newest day that is known. */
    CONSTANT_ON,
    /** Is switched by a timer; what happens at those minutes does not count. */
    TIMER,
    /** Whole days are known, and on none of them it was used. */
    NEVER_USED,
    /** Reports with such gaps that hardly a whole day is known. */
    GAPS,
    /** Reports so seldom (half an hour or more apart) that steps are seen late and coarsely. */
    SPARSE,
    /** The light it sees is daylight only; no lamp was seen. */
    NO_LAMP
}
