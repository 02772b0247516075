package anbu.risk;

import org.jspecify.annotations.Nullable;

/**
 * What the model sees of one home at one moment. Null means unknown and stays unknown.
 *
 * @param currentQuietHours hours since the last activity
 * @param longestQuietHours longest quiet span of the last 7 days before the present one
 * @param activityRatio activities of the last 24 h as a share of the daily mean of the 7 days before
 * @param nightShare share of the last 7 days' activities between 00:00 and 05:00 in the service's zone
 * @param activeDays number of the last 7 days with any activity
 * @param pastConcerns concerns of the last 30 days
 */
public record Features(
        @Nullable Double currentQuietHours,
        @Nullable Double longestQuietHours,
        @Nullable Double activityRatio,
        @Nullable Double nightShare,
        @Nullable Double activeDays,
        @Nullable Double pastConcerns) {}
