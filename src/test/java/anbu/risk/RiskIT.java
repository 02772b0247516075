package anbu.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import anbu.audit.Audit;
import anbu.platform.Refused;
import anbu.testing.EmbeddedDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Models and scores in a real MariaDB. */
class RiskIT {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00.123Z");
    private static final List<Example> EXAMPLES = Homes.examples(7, 60, 40);
    private static final HikariDataSource DATABASE = new HikariDataSource();

    private final Audit audit = mock(Audit.class);
    private final Clock clock = mock(Clock.class);
    private final List<AnnotationConfigApplicationContext> nodes = new ArrayList<>();
    private final JdbcClient jdbc = JdbcClient.create(DATABASE);

    @BeforeAll
    static void createSchema() {
        DATABASE.setJdbcUrl(EmbeddedDatabase.shared().url("risk_it"));
        DATABASE.setUsername("root");
        Flyway.configure()
                .dataSource(DATABASE)
                .locations("classpath:db-migrations")
                .load()
                .migrate();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        jdbc.sql("DELETE FROM risk_score").update();
        jdbc.sql("DELETE FROM risk_model").update();
        when(clock.instant()).thenReturn(START);
    }

    @AfterEach
    void stop() {
        nodes.forEach(AnnotationConfigApplicationContext::close);
    }

    @Test
    void withoutAModelNothingIsScored() {
        var risk = node();

        risk.score(Map.of("home-1", Homes.quiet(20, 0.5)));

        assertThat(risk.current()).isEmpty();
        assertThat(risk.scores(List.of("home-1"))).isEmpty();
    }

    @Test
    void aTrainedModelIsCurrentAndInTheTrail() {
        var risk = node();

        var model = risk.train(EXAMPLES);

        assertThat(model.version()).isEqualTo(1);
        assertThat(model.examples()).isEqualTo(2400);
        assertThat(model.trainedAt()).isEqualTo(START);
        assertThat(risk.current()).contains(model);
        verify(audit)
                .record(eq("model:1"), eq("model.trained"), argThat(details -> details.get("auc") instanceof Double));
    }

    @Test
    void aModelWithoutMeasuredQualityIsStoredWithoutNumbers() {
        var one = EXAMPLES.stream()
                .map(example -> new Example("home-1", example.at(), example.features(), example.emergency()))
                .toList();

        node().train(one);

        assertThat(node().current().orElseThrow().auc()).isNull();
        assertThat(node().current().orElseThrow().averagePrecision()).isNull();
    }

    @Test
    void anotherNodeScoresByWhatThisOneTrained() {
        var one = node();
        var other = node();
        assertThat(other.current()).isEmpty();

        var model = one.train(EXAMPLES);
        when(clock.instant()).thenReturn(START.plusSeconds(2));
        one.score(Map.of("home-1", Homes.quiet(20, 0.5)));
        other.score(Map.of("home-2", Homes.quiet(20, 0.5)));

        var scores = other.scores(List.of("home-1", "home-2", "home-3"));
        assertThat(other.current()).contains(model);
        assertThat(scores).containsOnlyKeys("home-1", "home-2");
        assertThat(score(scores, "home-2").score())
                .isEqualTo(score(scores, "home-1").score());
        assertThat(score(scores, "home-2").scoredAt()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void aNewScoreReplacesTheOldOne() {
        var risk = node();
        risk.train(EXAMPLES);
        risk.score(Map.of("home-1", Homes.quiet(2, 1.2)));
        var before = score(risk.scores(List.of("home-1")), "home-1");
        when(clock.instant()).thenReturn(START.plusSeconds(60));

        risk.train(EXAMPLES);
        risk.score(Map.of("home-1", Homes.quiet(28, 0.1)));

        var after = score(risk.scores(List.of("home-1")), "home-1");
        assertThat(after.score()).isGreaterThan(before.score());
        assertThat(after.modelVersion()).isEqualTo(2);
        assertThat(after.scoredAt()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void aHomeWithMissingFeaturesHasAScore() {
        var risk = node();
        risk.train(EXAMPLES);

        risk.score(Map.of("home-1", new Features(null, null, null, null, null, null)));

        assertThat(score(risk.scores(List.of("home-1")), "home-1").score()).isBetween(0.0, 1.0);
    }

    @Test
    void manyHomesAreScoredAndReadInBatches() {
        var risk = node();
        risk.train(EXAMPLES);
        var homes = new HashMap<String, Features>();
        for (int home = 0; home < 1201; home++) {
            homes.put("home-" + home, Homes.quiet(home % 30, 0.5));
        }

        risk.score(homes);

        assertThat(risk.scores(homes.keySet())).containsOnlyKeys(homes.keySet());
        assertThat(risk.scores(List.of())).isEmpty();
    }

    @Test
    void withoutItsAuditEntryNoModelIsStored() {
        var risk = node();
        doThrow(new IllegalStateException("no trail")).when(audit).record(anyString(), anyString(), any());

        assertThatThrownBy(() -> risk.train(EXAMPLES)).hasMessage("no trail");

        assertThat(risk.current()).isEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM risk_model")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aModelThatWasChangedInTheDatabaseIsRefused() {
        node().train(EXAMPLES);
        jdbc.sql("UPDATE risk_model SET model = CONCAT(model, 'x')").update();

        assertThatThrownBy(() -> node().score(Map.of("home-1", Homes.quiet(20, 0.5))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Risk model 1 is not what was trained");
    }

    @Test
    void aModelOfOtherFeaturesIsRefused() {
        node().train(EXAMPLES);
        jdbc.sql("UPDATE risk_model SET features = 'shoe_size'").update();

        assertThatThrownBy(() -> node().current()).isInstanceOf(Refused.class).hasMessageContaining("shoe_size");
    }

    private Risk node() {
        var node = RiskNode.start(DATABASE, clock, audit);
        nodes.add(node);
        return node.getBean(Risk.class);
    }

    private static RiskScore score(Map<String, RiskScore> scores, String home) {
        var score = scores.get(home);
        assertThat(score).isNotNull();
        return Objects.requireNonNull(score);
    }
}
