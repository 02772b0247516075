package anbu.telemetry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The evidence strips of lists: 72 hours of each home as inline SVG, without colors (the page's style sheet has them) and without names. */
@Service
public class Strips {
    private final Telemetry telemetry;
    private final Silences silences;
    private final ZoneId serviceZone;

    Strips(Telemetry telemetry, Silences silences, ZoneId serviceZone) {
        this.telemetry = telemetry;
        this.silences = silences;
        this.serviceZone = serviceZone;
    }

    /** A home, and the hours without activity after which its red line is drawn; null for no line. */
    public record Wanted(String householdId, @Nullable Integer limitHours) {}

    /** Markup by home, for 72 hours up to {@code until}. */
    public Map<String, String> svg(Collection<String> householdIds, Instant until) {
        return withLimits(householdIds.stream().map(id -> new Wanted(id, null)).toList(), until);
    }

    /** Markup by home, for 72 hours up to {@code until}. */
    public Map<String, String> withLimits(List<Wanted> homes, Instant until) {
        var ids = homes.stream().map(Wanted::householdId).toList();
        var from = until.minus(Strip.LENGTH);
        var signals = telemetry.signals(ids);
        var activities = telemetry.activities(ids, from, until);
        var silent = silences.of(ids, from, until);
        var strips = new LinkedHashMap<String, String>();
        for (var home : homes) {
            var signal = signals.get(home.householdId());
            var moments = activities.getOrDefault(home.householdId(), new ArrayList<>()).stream()
                    .flatMap(activity -> activity.moments().stream())
                    .toList();
            var strip = new Strip(
                    until,
                    serviceZone,
                    signal == null ? null : signal.lastActivityAt(),
                    moments,
                    silent.getOrDefault(home.householdId(), List.of()));
            strips.put(home.householdId(), strip.svg(home.limitHours()));
        }
        return strips;
    }
}
