package anbu.telemetry;

import anbu.platform.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What pages fetch to draw signals. */
@RestController
@PreAuthorize("hasAnyRole('CASEWORKER','FIELD_WORKER','MANAGER','OPERATOR','POLICY_OFFICER','AUDITOR')")
class ChartController {
    private static final int MOST_STRIPS = 200;
    private static final int MOST_HOURS = 92 * 24;

    private final Charts charts;
    private final Strips strips;
    private final Clock clock;

    ChartController(Charts charts, Strips strips, Clock clock) {
        this.charts = charts;
        this.strips = strips;
        this.clock = clock;
    }

    @GetMapping("/households/{id}/chart.json")
    Chart chart(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "72") int hours) {
        var length = Duration.ofHours(Math.max(1, Math.min(MOST_HOURS, hours)));
        return charts.of(id, until == null ? clock.instant() : until, length);
    }

    /** {@code limits}, if given, holds the hours of each home's red line in the order of {@code ids}, 0 for none. */
    @GetMapping("/households/strips")
    Map<String, String> strips(
            @RequestParam List<String> ids,
            @RequestParam(required = false) @Nullable List<Integer> limits,
            @RequestParam(required = false) @Nullable Instant until) {
        if (ids.size() > MOST_STRIPS) {
            throw new Refused(
                    "%d strips were asked for; ask for at most %d at a time.".formatted(ids.size(), MOST_STRIPS));
        }
        var wanted = new ArrayList<Strips.Wanted>();
        for (int i = 0; i < ids.size(); i++) {
            var hours = limits != null && i < limits.size() ? limits.get(i) : null;
            wanted.add(new Strips.Wanted(ids.get(i), hours == null || hours <= 0 ? null : hours));
        }
        return strips.withLimits(wanted, until == null ? clock.instant() : until);
    }
}
