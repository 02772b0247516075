package anbu.policy.facts;

/** Policy parameter: a score of at least this much shortens the home's limits to this share, 0 &lt; factor &le; 1. */
public record Tightening(double scoreAtLeast, double factor) {}
