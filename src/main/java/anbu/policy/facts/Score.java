package anbu.policy.facts;

/** The model's estimate, 0 to 1, that a concern at this home would be a real emergency. Absent when stale or missing. */
public record Score(double value, int modelVersion) {}
