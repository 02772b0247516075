package anbu.policy;

import anbu.policy.facts.UseNorm;

/**
 * How the signals of plugs are understood, as the policy says it.
 *
 * @param quietWhen how several devices in one home are combined
 * @param missedReports a device is suspect after missing so many reports in a row
 * @param useNorm when the power that a home uses is unlike its norm
 */
public record Signals(QuietWhen quietWhen, int missedReports, UseNorm useNorm) {}
