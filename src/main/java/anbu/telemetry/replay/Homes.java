package anbu.telemetry.replay;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/** All homes of the file, each judged day by day as its days end. */
final class Homes {
    /** So long after midnight, rows of the day before may still come. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final ZoneId zone;
    private final Results results;
    private final Map<String, Home> homes = new TreeMap<>();
    private Instant first = Instant.MAX;
    private Instant newest = Instant.MIN;
    private LocalDate day = LocalDate.MIN;
    private Instant dayStart = Instant.MAX;
    private Instant dayEnd = Instant.MIN;
    private long late;

    Homes(ZoneId zone, Results results) {
        this.zone = zone;
        this.results = results;
    }

    void take(Row row) throws IOException {
        var at = row.sample().at();
        first = at.isBefore(first) ? at : first;
        newest = at.isAfter(newest) ? at : newest;
        turnTo(at);
        var home = homes.get(row.home());
        if (home == null) {
            home = new Home(row.home(), zone, first, results);
            homes.put(row.home(), home);
        }
        if (!home.take(day, row)) {
            late++;
        }
        if (home.newestDay().isEqual(day) && at.isAfter(dayStart.plus(GRACE))) {
            home.judgeBefore(day);
        }
    }

    /** The local day of a moment, which is mostly that of the moment before. */
    private void turnTo(Instant at) {
        if (at.isBefore(dayStart) || !at.isBefore(dayEnd)) {
            day = at.atZone(zone).toLocalDate();
            dayStart = day.atStartOfDay(zone).toInstant();
            dayEnd = day.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    void end() throws IOException {
        for (var home : homes.values()) {
            home.end(newest);
        }
    }

    long late() {
        return late;
    }

    int count() {
        return homes.size();
    }

    int devices() {
        return homes.values().stream().mapToInt(Home::devices).sum();
    }
}
