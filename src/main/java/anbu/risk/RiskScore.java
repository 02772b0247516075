package anbu.risk;

import java.time.Instant;

/** A stored score of one home, 0 to 1. */
public record RiskScore(String householdId, double score, int modelVersion, Instant scoredAt) {}
