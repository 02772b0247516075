package anbu.telemetry;

import anbu.platform.Row;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was counted within the last hour, so that a home that is looked at often is not counted often. */
@Repository
class HomeUses {
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final JdbcClient jdbc;

    HomeUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Kept(String householdId, String used) {}

    Map<String, List<HomeUse.Span>> of(Collection<String> householdIds, Instant now) {
        if (householdIds.isEmpty()) {
            return Map.of();
        }
        var sql = "SELECT household_id, used FROM home_use WHERE household_id IN (:homes) AND counted_at > :fresh";
        var spans = new LinkedHashMap<String, List<HomeUse.Span>>();
        jdbc.sql(sql)
                .param("homes", householdIds)
                .param("fresh", Row.column(now.minus(GOOD_FOR)))
                .query(Kept.class)
                .list()
                .forEach(kept -> spans.put(kept.householdId(), read(kept.used())));
        return spans;
    }

    /** Whether they were counted for this question. */
    static boolean answer(List<HomeUse.Span> spans, HomeUse.Question question) {
        return spans.stream().map(HomeUse.Span::hours).toList().equals(question.hours());
    }

    void keep(String householdId, List<HomeUse.Span> spans, Instant now) {
        jdbc.sql("REPLACE INTO home_use (household_id, counted_at, used) VALUES (:home, :now, :used)")
                .param("home", householdId)
                .param("now", Row.column(now))
                .param("used", write(spans))
                .update();
    }

    private static String write(List<HomeUse.Span> spans) {
        try {
            return JSON.writeValueAsString(spans);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<HomeUse.Span> read(String text) {
        try {
            return JSON.readValue(text, new TypeReference<List<HomeUse.Span>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
