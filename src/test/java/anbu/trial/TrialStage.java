package anbu.trial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sets the stage after the policy stands and before anything looks at homes: all of history at the first start, the gap since the last
 * one later. Otherwise a break of some hours would look like two hundred broken plugs.
 */
final class TrialStage implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(TrialStage.class);

    /** After a longer break, all quiet spans of new scenes fit into it. */
    private static final Duration NEW_SCENES_AFTER = Duration.ofHours(51);

    private static final Duration OVERLAP = Duration.ofMinutes(20);

    private final History history;
    private final TrialMemory memory;
    private final Clock clock;
    private final ZoneId zone;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();
    private @Nullable District district;

    TrialStage(History history, TrialMemory memory, Clock clock, ZoneId zone) {
        this.history = history;
        this.memory = memory;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void start() {
        if (memory.starts().isEmpty()) {
            firstStart();
        } else {
            laterStart();
        }
    }

    /** Everybody's history first and the scenes last, so that these begin when the newcomer can watch. */
    private void firstStart() {
        var begin = clock.instant();
        var rehearsal = District.of(TrialMemory.SEED, List.of(begin), zone);
        var actors = rehearsal.scenes().values().stream().map(Home::no).toList();
        log.info(
                "Telling {} days of {} homes, for the first time. This takes about a minute.",
                District.HISTORY.toDays(),
                District.HOMES);
        history.register(rehearsal.homes());
        var others = rehearsal.homes().stream()
                .filter(home -> !actors.contains(home.no()))
                .toList();
        fill(rehearsal, others, begin.minus(District.HISTORY));
        var starts = List.of(clock.instant());
        var played = District.of(TrialMemory.SEED, starts, zone);
        fill(played, List.copyOf(played.scenes().values()), begin.minus(District.HISTORY));
        memory.remember(starts);
        district = played;
    }

    private void laterStart() {
        var now = clock.instant();
        var starts = new ArrayList<>(memory.starts());
        var away = Duration.between(memory.seenAt(), now);
        if (away.compareTo(NEW_SCENES_AFTER) > 0) {
            starts.add(now);
        }
        log.info("Welcome back after {} min. Telling what the plugs said in between.", away.toMinutes());
        var again = District.of(TrialMemory.SEED, starts, zone);
        var newest = history.newest();
        again.homes().parallelStream().forEach(home -> {
            var after = newest.getOrDefault(home.id(), starts.get(0)).minus(OVERLAP);
            var until = clock.instant();
            history.fill(again, home, after, until);
            told.put(home.id(), until);
        });
        memory.remember(starts);
        district = again;
    }

    private void fill(District whole, List<Home> homes, Instant after) {
        var began = System.nanoTime();
        var readings = new AtomicLong();
        var done = new AtomicInteger();
        homes.parallelStream().forEach(home -> {
            var until = clock.instant();
            var all = readings.addAndGet(history.fill(whole, home, after, until));
            told.put(home.id(), until);
            var count = done.incrementAndGet();
            if (count % 20 == 0 || count == homes.size()) {
                var seconds = Math.max(0.001, (System.nanoTime() - began) / 1e9);
                log.info(
                        "History: {} % of {} homes, {} readings, {} per second",
                        100 * count / homes.size(), homes.size(), all, Math.round(all / seconds));
            }
        });
    }

    District district() {
        if (district == null) {
            throw new IllegalStateException("The stage is not set yet.");
        }
        return district;
    }

    List<Instant> starts() {
        return memory.starts();
    }

    /** Until when each home's story is told. */
    Map<String, Instant> told() {
        return told;
    }

    @Override
    public void stop() {
        // what is told stays told
    }

    @Override
    public boolean isRunning() {
        return district != null;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
