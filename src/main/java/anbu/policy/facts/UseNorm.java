package anbu.policy.facts;

/**
 * Policy parameter: what a home usually uses, and when it uses little or much.
 *
 * @param lowShare below this share of its norm a home uses little
 * @param excessShare above this share it uses much
 * @param days over how many days before the span the norm is taken
 * @param goodDays how many of them must be known for there to be a norm
 * @param leastWhPerDay a home that usually uses less than this has no norm: its share would be noise
 */
public record UseNorm(double lowShare, double excessShare, int days, int goodDays, double leastWhPerDay) {}
