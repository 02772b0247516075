package anbu.telemetry.activity;

/** What a plug measures. */
public enum Measure {
    /** Watts. */
    POWER,
    /** Lux. */
    LIGHT
}
