package anbu.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import anbu.audit.Audit;
import anbu.platform.NotFound;
import anbu.platform.Refused;
import anbu.policy.facts.Basis;
import anbu.policy.facts.Group;
import anbu.policy.facts.Level;
import anbu.policy.facts.Limit;
import anbu.policy.facts.Situation;
import anbu.policy.facts.Tightening;
import anbu.testing.EmbeddedDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Policy versions in a real MariaDB, on one node and on two. */
class PoliciesIT {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00.123Z");
    private static final HikariDataSource DATABASE = new HikariDataSource();

    private final Audit audit = mock(Audit.class);
    private final Clock clock = mock(Clock.class);
    private final List<AnnotationConfigApplicationContext> nodes = new ArrayList<>();
    private final JdbcClient jdbc = JdbcClient.create(DATABASE);

    @BeforeAll
    static void createSchema() {
        DATABASE.setJdbcUrl(EmbeddedDatabase.shared().url("policies_it"));
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
        jdbc.sql("DELETE FROM policy_version").update();
        itIs(START);
    }

    @AfterEach
    void stop() {
        nodes.forEach(AnnotationConfigApplicationContext::close);
    }

    @Test
    void anEmptyDatabaseGetsTheDefaultPolicy() {
        var live = node().live();

        assertThat(live.number()).isEqualTo(1);
        assertThat(live.table()).isEqualTo(RuleFiles.defaultTable());
        assertThat(live.publishedBy()).isEqualTo("system");
        assertThat(live.publishedAt()).isEqualTo(START);
        verify(audit).record(eq("policy:1"), eq("policy.published"), argThat(details -> live.sha256()
                .equals(details.get("sha256"))));
    }

    @Test
    void startingAgainPublishesNothing() {
        var first = node().live();

        var second = node().live();

        assertThat(second).isEqualTo(first);
        assertThat(versions()).isEqualTo(1);
    }

    @Test
    void aPublishedPolicyJudgesAtOnceAndAPinnedOneStaysAsItWas() {
        var policies = node();
        var quiet = quiet(Group.MEDIUM, 25);

        var published = policies.publish("Stricter", mediumDangerAfter(25), "lee");

        assertThat(published.number()).isEqualTo(2);
        assertThat(policies.live()).isEqualTo(published);
        assertThat(policies.assess(quiet, null).level()).isEqualTo(Level.DANGER);
        assertThat(policies.assess(1, quiet, null).level()).isEqualTo(Level.ATTENTION);
        assertThat(policies.assess(1, quiet, null).policyVersion()).isEqualTo(1);
    }

    @Test
    void anotherNodeReloadsOldVersionsFromTheStoredText() {
        node().publish("Stricter", mediumDangerAfter(25), "lee");

        var other = node();

        assertThat(other.live().number()).isEqualTo(2);
        assertThat(other.get(1).table()).isEqualTo(RuleFiles.defaultTable());
        assertThat(other.assess(1, quiet(Group.MEDIUM, 25), null).level()).isEqualTo(Level.ATTENTION);
    }

    @Test
    void theSameContentIsNotPublishedTwice() {
        var policies = node();
        var live = policies.live();

        var again = policies.publish("Same thing, other name", RuleFiles.defaultTable(), "lee");

        assertThat(again).isEqualTo(live);
        assertThat(versions()).isEqualTo(1);
        verify(audit, never()).record(eq("policy:2"), anyString(), any());
    }

    @Test
    void whatAnotherNodePublishedIsLiveWithinTwoSeconds() {
        var one = node();
        var other = node();
        assertThat(other.live().number()).isEqualTo(1);

        one.publish("Stricter", mediumDangerAfter(25), "lee");
        itIs(START.plusSeconds(2));

        assertThat(other.live().number()).isEqualTo(2);
        assertThat(other.assess(quiet(Group.MEDIUM, 25), null).level()).isEqualTo(Level.DANGER);
    }

    @Test
    void twoNodesStartingAtOncePublishOneVersion() throws Exception {
        var barrier = new CyclicBarrier(2);
        Callable<AnnotationConfigApplicationContext> start = () -> {
            barrier.await();
            return PolicyNode.start(DATABASE, clock, audit);
        };
        var threads = Executors.newFixedThreadPool(2);

        try {
            for (var started : threads.invokeAll(List.of(start, start))) {
                nodes.add(started.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(versions()).isEqualTo(1);
        assertThat(nodes)
                .allSatisfy(node ->
                        assertThat(node.getBean(Policies.class).live().number()).isEqualTo(1));
    }

    @Test
    void newRulesOfTheJarBecomeTheNextVersionWithTheSameTable() {
        var table = mediumDangerAfter(30);
        node().publish("From an older release", Artefact.of(table, olderRules()), "lee");

        var live = node().live();

        assertThat(live.number()).isEqualTo(3);
        assertThat(live.name()).startsWith("Upgrade");
        assertThat(live.table()).isEqualTo(table);
    }

    @Test
    void rulesThatDoNotCompileAreRefusedAndTheLivePolicyStays() {
        var policies = node();
        var broken = RuleFiles.all();
        broken.computeIfPresent("rules/tiers/unchanged-home.drl", (path, text) -> text.replace("Limit(", "Limitt("));

        assertThatThrownBy(() -> policies.publish("Broken", Artefact.of(RuleFiles.defaultTable(), broken), "lee"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("rules/tiers/unchanged-home.drl");

        assertThat(policies.live().number()).isEqualTo(1);
        assertThat(versions()).isEqualTo(1);
    }

    @Test
    void aFaultyTableIsRefusedAndTheLivePolicyStays() {
        var policies = node();
        var faulty = Tables.with(RuleFiles.defaultTable(), new Tightening(0.5, 2));

        assertThatThrownBy(() -> policies.publish("Faulty", faulty, "lee")).isInstanceOf(Refused.class);

        assertThat(policies.live().number()).isEqualTo(1);
        assertThat(versions()).isEqualTo(1);
    }

    @Test
    void withoutItsAuditEntryNothingIsPublished() {
        var policies = node();
        doThrow(new IllegalStateException("no trail")).when(audit).record(eq("policy:2"), anyString(), any());

        assertThatThrownBy(() -> policies.publish("Stricter", mediumDangerAfter(25), "lee"))
                .hasMessage("no trail");

        assertThat(versions()).isEqualTo(1);
        assertThat(policies.live().number()).isEqualTo(1);
    }

    @Test
    void aVersionThatWasChangedInTheDatabaseIsRefused() {
        var running = node();
        running.publish("Stricter", mediumDangerAfter(25), "lee");
        jdbc.sql("UPDATE policy_version SET table_json = REPLACE(table_json, '25.0', '250.0') WHERE number = 2")
                .update();

        assertThatThrownBy(this::node)
                .rootCause()
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Policy version 2 is not what was published");
        assertThat(running.assess(quiet(Group.MEDIUM, 25), null).level()).isEqualTo(Level.DANGER);
    }

    @Test
    void aNewVersionThatCannotBeUsedLeavesTheOldOneJudging() {
        var running = node();
        jdbc.sql("""
                        INSERT INTO policy_version (number, name, table_json, drl, sha256, published_at, published_by)
                        VALUES (2, 'forged', '{}', '{}', 'none', '2026-03-01', 'nobody')
                        """).update();
        itIs(START.plusSeconds(2));

        assertThat(running.live().number()).isEqualTo(1);
        assertThatThrownBy(() -> running.get(2)).isInstanceOf(Refused.class);
    }

    @Test
    void aVersionThatNeverWasIsNotFound() {
        var policies = node();

        assertThatThrownBy(() -> policies.get(9)).isInstanceOf(NotFound.class).hasMessageContaining("9");
    }

    private Policies node() {
        var node = PolicyNode.start(DATABASE, clock, audit);
        nodes.add(node);
        return node.getBean(Policies.class);
    }

    private void itIs(Instant now) {
        when(clock.instant()).thenReturn(now);
        when(clock.getZone()).thenReturn(ZoneOffset.UTC);
    }

    private int versions() {
        return jdbc.sql("SELECT COUNT(*) FROM policy_version")
                .query(Integer.class)
                .single();
    }

    private static PolicyTable mediumDangerAfter(double hours) {
        return Tables.changed(
                RuleFiles.defaultTable(),
                limit -> limit.group() == Group.MEDIUM
                                && limit.basis() == Basis.UNCHANGED
                                && limit.level() == Level.DANGER
                        ? new Limit(limit.group(), limit.basis(), limit.level(), limit.kind(), hours)
                        : limit);
    }

    private static SortedMap<String, String> olderRules() {
        var files = RuleFiles.all();
        files.remove("rules/scores/high-score.drl");
        return files;
    }

    private static Situation quiet(Group group, long hours) {
        var since = START.minus(Duration.ofHours(hours));
        return new Situation(group, START, since, START, START, true, since, null, null, null, List.of());
    }
}
