package anbu.telemetry.dialects;

/** What we keep. */
enum Quantity {
    /** In W; several channels add up. */
    POWER,
    /** In lx; of several chips the brightest counts. */
    LIGHT,
    /** In Wh since some beginning; several channels add up. */
    ENERGY
}
