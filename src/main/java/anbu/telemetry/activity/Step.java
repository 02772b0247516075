package anbu.telemetry.activity;

import java.time.Instant;

/** A change that a person made, at the moment of the sample that showed it; values in W or lx. */
public record Step(Instant at, Measure measure, double before, double after) {}
