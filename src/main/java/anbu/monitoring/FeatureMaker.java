package anbu.monitoring;

import anbu.risk.Features;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the model sees of a home at a moment, from the times of its activities alone. */
@Component
class FeatureMaker {
    static final Duration WEEK = Duration.ofDays(7);
    static final Duration MONTH = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int NIGHT_ENDS_HOUR = 5;

    private final ZoneId zone;

    FeatureMaker(ZoneId serviceZone) {
        this.zone = serviceZone;
    }

    /**
     * @param activities when a person did something, any order; those after {@code at} are not looked at
     * @param concerns when concerns were raised at this home
     */
    Features of(Instant at, List<Instant> activities, List<Instant> concerns) {
        var before = new TreeSet<>(activities).headSet(at, true);
        var pastConcerns = concerns.stream()
                .filter(raised -> raised.isBefore(at) && !raised.isBefore(at.minus(MONTH)))
                .count();
        if (before.isEmpty() || before.first().isAfter(at.minus(DAY))) {
            return new Features(null, null, null, null, null, (double) pastConcerns);
        }
        var week = before.tailSet(at.minus(WEEK), true);
        return new Features(
                hours(Duration.between(before.last(), at)),
                longestGap(week),
                activityRatio(at, before),
                nightShare(week),
                (double) week.stream()
                        .map(moment -> moment.atZone(zone).toLocalDate())
                        .distinct()
                        .count(),
                (double) pastConcerns);
    }

    private static @Nullable Double longestGap(Iterable<Instant> moments) {
        @Nullable Instant previous = null;
        @Nullable Duration longest = null;
        for (var moment : moments) {
            if (previous != null) {
                var gap = Duration.between(previous, moment);
                longest = longest == null || gap.compareTo(longest) > 0 ? gap : longest;
            }
            previous = moment;
        }
        return longest == null ? null : hours(longest);
    }

    private static @Nullable Double activityRatio(Instant at, java.util.SortedSet<Instant> before) {
        var lastDay = before.tailSet(at.minus(DAY)).size();
        var weekBefore = before.subSet(at.minus(DAY).minus(WEEK), at.minus(DAY)).size();
        return weekBefore == 0 ? null : lastDay * 7.0 / weekBefore;
    }

    private @Nullable Double nightShare(java.util.SortedSet<Instant> week) {
        if (week.isEmpty()) {
            return null;
        }
        var atNight = week.stream()
                .filter(moment -> moment.atZone(zone).getHour() < NIGHT_ENDS_HOUR)
                .count();
        return (double) atNight / week.size();
    }

    private static double hours(Duration span) {
        return span.toMillis() / 3_600_000.0;
    }
}
