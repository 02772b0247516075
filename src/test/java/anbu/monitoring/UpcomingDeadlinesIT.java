package anbu.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.platform.Row;
import anbu.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class UpcomingDeadlinesIT {
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

    private final JdbcClient jdbc = TestDatabase.create("upcoming").jdbc();
    private final UpcomingDeadlines upcoming = new UpcomingDeadlines(jdbc);

    @BeforeEach
    void fiveHomes() {
        home("late", null, "WELLBEING", "DANGER", Duration.ofMinutes(14), Duration.ofSeconds(-90));
        home("soon", null, "WELLBEING", "ATTENTION", Duration.ofMinutes(30), Duration.ofMinutes(30));
        home("raised", "WELLBEING", "WELLBEING", "CRITICAL", Duration.ofMinutes(40), Duration.ofMinutes(40));
        home("silent", "DEVICE", "DEVICE", "DANGER", Duration.ofHours(5), Duration.ofHours(5));
        home("far", null, "WELLBEING", "ATTENTION", Duration.ofHours(30), Duration.ofHours(30));
        jdbc.sql("INSERT INTO deadline (household_id, look_at, watched_since) VALUES ('new', :at, :at)")
                .param("at", Row.column(NOW.plusSeconds(60)))
                .update();
    }

    @Test
    void theNearestComeFirstAndOnlyThoseInTheRange() {
        var list = upcoming.list(NOW.plus(Duration.ofHours(24)), 3);

        assertThat(list).extracting(UpcomingDeadlines.Upcoming::householdId).containsExactly("late", "soon", "raised");
        assertThat(list.get(0).since())
                .isEqualTo(NOW.plus(Duration.ofMinutes(14)).minus(Duration.ofHours(24)));
        assertThat(upcoming.count(NOW.plus(Duration.ofHours(24)))).isEqualTo(4);
    }

    @Test
    void theNumbersOfTheHeadCountEachHomeForWhatItIsAndBecomes() {
        assertThat(upcoming.totals(NOW, NOW.plus(Duration.ofHours(24))))
                .isEqualTo(new UpcomingDeadlines.Totals(6, 2, 1, 1));
    }

    @Test
    void homesAreCountedByTheHourAndByWhatTheyBecomeNotByWhatTheyAre() {
        assertThat(upcoming.hours(NOW, NOW.plus(Duration.ofHours(24))))
                .containsExactlyInAnyOrder(
                        new UpcomingDeadlines.HourCount(0, "WELLBEING", "DANGER", 1),
                        new UpcomingDeadlines.HourCount(0, "WELLBEING", "ATTENTION", 1),
                        new UpcomingDeadlines.HourCount(0, "WELLBEING", "CRITICAL", 1),
                        new UpcomingDeadlines.HourCount(5, "DEVICE", "DANGER", 1));
    }

    private void home(
            String id, @Nullable String kind, String nextKind, String nextLevel, Duration next, Duration look) {
        var sql = """
                INSERT INTO deadline (household_id, look_at, watched_since, level, kind, next_level, next_kind, next_at, next_limit_hours)
                VALUES (:id, :look, :now, 'NORMAL', :kind, :nextLevel, :nextKind, :next, 24)
                """;
        jdbc.sql(sql)
                .param("id", id)
                .param("look", Row.column(NOW.plus(look)))
                .param("now", Row.column(NOW))
                .param("kind", kind)
                .param("nextLevel", nextLevel)
                .param("nextKind", nextKind)
                .param("next", Row.column(NOW.plus(next)))
                .update();
    }
}
