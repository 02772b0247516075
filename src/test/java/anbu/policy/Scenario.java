package anbu.policy;

import anbu.policy.facts.Group;
import anbu.policy.facts.Kind;
import anbu.policy.facts.Level;
import anbu.policy.facts.Score;
import anbu.policy.facts.Situation;
import anbu.policy.facts.Use;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One row of {@code scenarios/*.csv}: how long ago things happened, and what the policy is to say about it. An empty cell means never. */
record Scenario(String name, Situation situation, @Nullable Score score, Level wellbeing, Level device, String next) {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    static List<Scenario> all(PolicyTable table) {
        try {
            var scenarios = new ArrayList<Scenario>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:scenarios/*.csv")) {
                read(file, table, scenarios);
            }
            return scenarios;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next change as the files write it: the level and how long until then; empty when nothing lies ahead. */
    static String next(Assessment assessment) {
        return assessment
                .next()
                .map(finding -> finding.level() + " " + Duration.between(assessment.at(), finding.from()))
                .orElse("");
    }

    static Level level(Assessment assessment, Kind kind) {
        return assessment.decisive(kind).map(finding -> finding.level()).orElse(Level.NORMAL);
    }

    private static void read(Resource file, PolicyTable table, List<Scenario> into) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var rows = format.parse(new StringReader(file.getContentAsString(StandardCharsets.UTF_8)))) {
            rows.forEach(row -> into.add(of(row, table)));
        }
    }

    private static Scenario of(CSVRecord row, PolicyTable table) {
        var report = ago(row.get("report"));
        var watched = ago(row.get("watched"));
        var situation = new Situation(
                Group.valueOf(row.get("group")),
                NOW,
                ago(row.get("quiet")),
                report,
                report,
                report != null && Duration.between(report, NOW).compareTo(table.reportsSpeakFor()) < 0,
                watched == null ? NOW : watched,
                ago(row.get("danger")),
                ago(maybe(row, "one_silent")),
                ago(maybe(row, "on")),
                uses(maybe(row, "use"), maybe(row, "share")));
        var score = row.get("score").isEmpty() ? null : new Score(Double.parseDouble(row.get("score")), 1);
        return new Scenario(
                row.get("name"),
                situation,
                score,
                Level.valueOf(row.get("wellbeing")),
                Level.valueOf(row.get("device")),
                row.get("next"));
    }

    /** Most files do not need every column. */
    private static String maybe(CSVRecord row, String column) {
        return row.isMapped(column) ? row.get(column) : "";
    }

    private static List<Use> uses(String hours, String share) {
        return hours.isEmpty()
                ? List.of()
                : List.of(new Use(Double.parseDouble(hours), Double.parseDouble(share), NOW));
    }

    private static @Nullable Instant ago(String span) {
        return span.isEmpty() ? null : NOW.minus(Duration.parse(span));
    }

    @Override
    public String toString() {
        return name;
    }
}
