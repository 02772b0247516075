package anbu.risk;

import java.time.Instant;

/** A labeled moment of one home: was there, within the following 24 hours, a concern that proved true. */
public record Example(String householdId, Instant at, Features features, boolean emergency) {}
