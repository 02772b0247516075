package anbu.monitoring;

import static anbu.monitoring.Watched.payload;
import static org.assertj.core.api.Assertions.assertThat;

import anbu.audit.Audit;
import anbu.casework.CaseFile;
import anbu.casework.CaseStatus;
import anbu.casework.Casework;
import anbu.households.RiskGroup;
import anbu.outreach.ContactResult;
import anbu.outreach.Outreach;
import anbu.platform.Row;
import anbu.policy.Policies;
import anbu.policy.PolicyTable;
import anbu.testing.AnbuTest;
import anbu.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What changes a home's clock, and what does not. */
@AnbuTest
class LateReadingIT {
    private static final Duration SETTLED = Duration.ofSeconds(4);

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Audit audit;

    @Autowired
    private Casework casework;

    @Autowired
    private Outreach outreach;

    @Autowired
    private Policies policies;

    private Watched homes;

    @BeforeEach
    void start() {
        homes = new Watched(beans);
    }

    @Test
    void activityThatComesLateIsToldToTheOpenCaseAndClosesNothing() {
        var home = homes.home(RiskGroup.HIGH);
        var file = quietForADay(home);
        var step = clock.instant().minus(Duration.ofMinutes(123));

        homes.says(home, payload(step, 92) + "," + payload(step.plusSeconds(240), 1.5));
        settle();

        assertThat(history(file)).containsOnlyOnce("case.activity-after");
        assertThat(homes.open(home)).extracting(CaseFile::no).containsExactly(file.no());
        assertThat(casework.get(file.no()).level()).isEqualTo("DANGER");
    }

    @Test
    void aClosedHomeThatStaysQuietIsRaisedAgainAfterItsFullLimitAndNotBefore() {
        var home = homes.home(RiskGroup.HIGH);
        var file = quietForADay(home);
        var call = outreach.attempts(file.no()).get(0);
        outreach.report(call.id(), ContactResult.PERSON_FINE);
        assertThat(casework.get(file.no()).status()).isEqualTo(CaseStatus.CLOSED);
        var closed = clock.instant();

        homes.look();
        assertThat(homes.open(home)).isEmpty();
        clock.set(closed.plus(Duration.ofHours(24)).minusMillis(1));
        homes.stillOff(home, closed.plusSeconds(60), clock.instant());
        homes.look();
        assertThat(homes.open(home)).isEmpty();

        clock.set(closed.plus(Duration.ofHours(24)));
        homes.look();
        assertThat(homes.open(home)).extracting(CaseFile::breachedAt).containsExactly(clock.instant());
    }

    @Test
    void aConcernThatWasSettledMeanwhileIsNotOpenedAgainByActivity() {
        var home = homes.home(RiskGroup.HIGH);
        var file = quietForADay(home);
        var concerns = beans.getBean(Concerns.class);
        var read = concerns.open(java.util.List.of(home)).get(0);
        outreach.report(outreach.attempts(file.no()).get(0).id(), ContactResult.PERSON_FINE);

        var told = concerns.tellActivity(read.withActivityAfter(clock.instant()));

        assertThat(told).isFalse();
        assertThat(concerns.open(java.util.List.of(home))).isEmpty();
    }

    @Test
    void aPublishedPolicyIsAppliedToEveryHomeAtOnce() {
        var home = homes.home(RiskGroup.GENERAL);
        homes.offSince(home, clock.instant().minus(Duration.ofHours(3)));
        settle();
        assertThat(lookAt(home)).isAfter(clock.instant());

        var published = policies.publish("Suspect later", suspectAfter(31), "system");
        assertThat(lookAt(home)).isBeforeOrEqualTo(clock.instant());
        homes.look();

        assertThat(judgedBy(home)).isEqualTo(published.number());
        assertThat(lookAt(home)).isAfter(clock.instant());
    }

    @Test
    void aHighScoreTightensTheLimitAndAMissingOrStaleOneChangesNothing() {
        var high = homes.home(RiskGroup.HIGH);
        var stale = homes.home(RiskGroup.HIGH);
        var missing = homes.home(RiskGroup.HIGH);
        var low = homes.home(RiskGroup.HIGH);
        score(high, 0.9, clock.instant());
        score(stale, 0.9, clock.instant().minus(Duration.ofHours(37)));
        score(low, 0.49, clock.instant());
        var quiet = clock.instant().minus(Duration.ofHours(18));

        for (var home : new String[] {high, stale, missing, low}) {
            homes.offSince(home, quiet);
        }
        settle();

        var file = homes.open(high).get(0);
        assertThat(file.limitHours()).isEqualTo(18);
        assertThat(file.score()).isEqualTo(0.9);
        assertThat(file.breachedAt()).isEqualTo(quiet.plus(Duration.ofHours(18)));
        assertThat(homes.open(stale)).isEmpty();
        assertThat(homes.open(missing)).isEmpty();
        assertThat(homes.open(low)).isEmpty();
    }

    @Test
    void aHomeThatNeverReportedGetsADeviceCaseAfterADay() {
        var home = homes.home(RiskGroup.GENERAL);
        var registered = clock.instant();
        homes.look();

        clock.set(registered.plus(Duration.ofHours(24)).minusMillis(1));
        homes.look();
        assertThat(homes.open(home)).isEmpty();

        clock.set(registered.plus(Duration.ofHours(24)));
        homes.look();
        assertThat(homes.open(home))
                .extracting(CaseFile::kind, CaseFile::basis)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("DEVICE", "NEVER_SEEN"));
    }

    private CaseFile quietForADay(String home) {
        homes.offSince(home, clock.instant().minus(Duration.ofHours(25)));
        settle();
        assertThat(homes.open(home)).hasSize(1);
        return homes.open(home).get(0);
    }

    private void settle() {
        clock.advance(SETTLED);
        homes.look();
    }

    private java.util.List<String> history(CaseFile file) {
        return audit.list("case:" + file.no()).stream().map(Audit.Entry::action).toList();
    }

    private PolicyTable suspectAfter(int minutes) {
        var table = policies.live().table();
        return new PolicyTable(
                table.limits(),
                table.tightening(),
                table.opensCaseFrom(),
                table.reportsSpeakFor(),
                Duration.ofMinutes(minutes),
                table.scoreValidFor(),
                table.signals(),
                table.protocol());
    }

    private void score(String home, double score, Instant at) {
        jdbc.sql("INSERT INTO risk_score (household_id, score, model_version, scored_at) VALUES (:id, :score, 1, :at)")
                .param("id", home)
                .param("score", score)
                .param("at", Row.column(at))
                .update();
    }

    private Instant lookAt(String home) {
        return jdbc.sql("SELECT look_at FROM deadline WHERE household_id = :id")
                .param("id", home)
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }

    private int judgedBy(String home) {
        return jdbc.sql("SELECT policy_version FROM deadline WHERE household_id = :id")
                .param("id", home)
                .query(Integer.class)
                .single();
    }
}
