package anbu.policy.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one home at one moment. Ids and personal data stay outside.
 *
 * @param now the moment of judgement
 * @param quietSince last activity of a person (or the first report, or the last restart of the clock); null when no plug ever reported
 * @param lastReportAt newest event time of any reading; null when no plug ever reported
 * @param silentSince last report, or the last restart of the clock if later; null when no plug ever reported
 * @param reporting whether the newest report is recent enough to speak for the present
 * @param watchedSince when watching began
 * @param dangerSince since when a wellbeing concern at DANGER or above is open; null when none is
 * @param deviceSilentSince the oldest last report among the devices of a home with several, or the last restart of the clock if later; null in
 *     homes with one device or none
 * @param constantOnSince since when something that usually rests and that reports has been on untouched; null when nothing is
 * @param uses the power used beside the home's norm, one for each span that limits ask for, as far as there is a norm
 */
public record Situation(
        Group group,
        Instant now,
        @Nullable Instant quietSince,
        @Nullable Instant lastReportAt,
        @Nullable Instant silentSince,
        boolean reporting,
        Instant watchedSince,
        @Nullable Instant dangerSince,
        @Nullable Instant deviceSilentSince,
        @Nullable Instant constantOnSince,
        List<Use> uses) {

    /** Whether the reports cover the whole span of the limit: a silent home is not a quiet one. */
    public boolean provesQuietFor(Limit limit) {
        if (quietSince == null || lastReportAt == null) {
            return false;
        }
        return reporting || !quietSince.plus(limit.span()).isAfter(lastReportAt);
    }

    public boolean neverSeen() {
        return lastReportAt == null;
    }
}
