package anbu.monitoring;

import anbu.households.Household;
import anbu.households.Masking;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes, as the page shows it.
 *
 * @param hoursShown the range, 3 or 24
 * @param lateness of this node's latest looks; null when it has not looked lately
 */
record DeadlinesView(
        int hoursShown,
        long all,
        List<Line> lines,
        UpcomingDeadlines.Totals totals,
        Forecast forecast,
        Lateness.@Nullable Recent lateness) {
    /** A home that will change its level, its person masked. */
    record Line(UpcomingDeadlines.Upcoming what, Person resident, Duration so) {
        static Line of(UpcomingDeadlines.Upcoming what, @Nullable Household home, Instant now) {
            return new Line(what, Person.of(what.householdId(), home, now), Duration.between(what.since(), now));
        }

        /** Where the strip's red line stands, in hours after the last activity; 0 where the limit counts from something else. */
        public long stripLimitHours() {
            boolean counted = what.nextKind().equals("WELLBEING")
                    && what.lastActivityAt() != null
                    && Duration.between(what.lastActivityAt(), what.since())
                                    .abs()
                                    .toMinutes()
                            < 1;
            return counted ? Math.round(what.nextLimitHours()) : 0;
        }
    }

    /** The person of a home as a page may show them. */
    record Person(
            String name, @Nullable Integer age, @Nullable String sex, String group, String dong) {
        static Person of(String id, @Nullable Household home, Instant now) {
            if (home == null) {
                return new Person(id, null, null, "GENERAL", "-");
            }
            var age = home.birthYear() == null
                    ? null
                    : now.atZone(java.time.ZoneOffset.UTC).getYear() - home.birthYear();
            return new Person(
                    home.name() == null ? id : Masking.name(home.name()),
                    age,
                    home.sex(),
                    home.riskGroup().name(),
                    home.dong());
        }
    }

    /** Homes per hour of the next day, by what they come to. */
    record Forecast(Instant from, long[] danger, long[] attention, long[] device) {
        static Forecast of(Instant from, List<UpcomingDeadlines.HourCount> counts) {
            var forecast = new Forecast(from, new long[24], new long[24], new long[24]);
            for (var count : counts) {
                if (count.hour() >= 0 && count.hour() < 24) {
                    forecast.row(count)[count.hour()] += count.homes();
                }
            }
            return forecast;
        }

        private long[] row(UpcomingDeadlines.HourCount count) {
            if (count.kind().equals("DEVICE")) {
                return device;
            }
            return count.level().equals("ATTENTION") ? attention : danger;
        }

        public Instant hour(int index) {
            return from.plus(Duration.ofHours(index));
        }

        public long sum(long[] row) {
            return Arrays.stream(row).sum();
        }

        /** The numbers as a script reads them: separated by commas. */
        public String text(long[] row) {
            return String.join(",", Arrays.stream(row).mapToObj(String::valueOf).toList());
        }
    }
}
