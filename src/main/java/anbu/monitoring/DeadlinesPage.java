package anbu.monitoring;

import anbu.households.Households;
import anbu.platform.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which homes will reach a limit next, and when. */
@Page
class DeadlinesPage {
    private static final int MOST_LINES = 200;
    private static final int MOST_NOTICED = 50;

    private final UpcomingDeadlines upcoming;
    private final Households households;
    private final Lateness lateness;
    private final Clock clock;

    DeadlinesPage(UpcomingDeadlines upcoming, Households households, Lateness lateness, Clock clock) {
        this.upcoming = upcoming;
        this.households = households;
        this.lateness = lateness;
        this.clock = clock;
    }

    @GetMapping("/deadlines")
    @PreAuthorize("hasAnyRole('CASEWORKER', 'FIELD_WORKER', 'MANAGER', 'OPERATOR', 'POLICY_OFFICER', 'AUDITOR')")
    String show(@RequestParam(defaultValue = "24") int hours, Model page) {
        var now = clock.instant();
        int range = hours == 3 ? 3 : 24;
        var until = now.plus(Duration.ofHours(range));
        var tomorrow = now.plus(Duration.ofHours(24));
        var list = upcoming.list(until, MOST_LINES);
        var homes = households.list(
                list.stream().map(UpcomingDeadlines.Upcoming::householdId).toList());
        var lines = list.stream()
                .map(what -> DeadlinesView.Line.of(what, homes.get(what.householdId()), now))
                .toList();
        page.addAttribute("noticed", upcoming.noticed(MOST_NOTICED));
        var from = now.truncatedTo(ChronoUnit.HOURS);
        page.addAttribute(
                "view",
                new DeadlinesView(
                        range,
                        upcoming.count(until),
                        lines,
                        upcoming.totals(now, tomorrow),
                        DeadlinesView.Forecast.of(from, upcoming.hours(from, from.plus(Duration.ofHours(24)))),
                        lateness.recent().orElse(null)));
        return "deadlines";
    }
}
