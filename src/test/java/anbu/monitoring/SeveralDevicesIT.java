package anbu.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.casework.CaseFile;
import anbu.casework.CaseStatus;
import anbu.casework.Casework;
import anbu.households.Appliance;
import anbu.households.Device;
import anbu.households.Household;
import anbu.households.Households;
import anbu.households.RiskGroup;
import anbu.platform.Row;
import anbu.policy.Policies;
import anbu.policy.PolicyTable;
import anbu.policy.QuietWhen;
import anbu.policy.Signals;
import anbu.testing.AnbuTest;
import anbu.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Homes with several plugs, which say different things. */
@AnbuTest
@WithMockUser(roles = {"CASEWORKER", "OPERATOR"})
class SeveralDevicesIT {
    private static final Duration DAY = Duration.ofHours(24);

    @Autowired
    Households households;

    @Autowired
    Policies policies;

    @Autowired
    Casework casework;

    @Autowired
    Watch watch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Instant now = Instant.EPOCH;

    @BeforeEach
    void standard() {
        now = clock.instant();
        combine(QuietWhen.ALL_DEVICES_QUIET);
    }

    @Test
    void byDefaultActivityAtOnePlugIsEnough() {
        var home = home(Appliance.TELEVISION, Appliance.RICE_COOKER);
        says(home, 0, now, now.minus(DAY.plusHours(6)));
        says(home, 1, now, now.minus(Duration.ofHours(1)));

        watch.lookAtDueHomes();

        assertThat(open(home)).isEmpty();
    }

    @Test
    void whereEachPlugMustShowLifeTheQuietestOneOpensTheCaseExactlyAtItsLimitAndThePolicyIsPinned() {
        combine(QuietWhen.ANY_DEVICE_QUIET);
        var home = home(Appliance.TELEVISION, Appliance.RICE_COOKER, Appliance.REFRIGERATOR);
        var quietSince = now.minus(DAY).plusMillis(1);
        says(home, 0, now, quietSince);
        says(home, 1, now, now.minus(Duration.ofHours(1)));
        says(home, 2, now, null);

        watch.lookAtDueHomes();
        assertThat(open(home)).isEmpty();
        assertThat(lookAt(home)).isEqualTo(quietSince.plus(DAY));

        clock.advance(Duration.ofMillis(1));
        watch.lookAtDueHomes();

        var file = open(home).get(0);
        assertThat(file.basis()).isEqualTo("UNCHANGED");
        assertThat(file.breachedAt()).isEqualTo(quietSince.plus(DAY));
        assertThat(file.lastActivityAt()).isEqualTo(quietSince);

        combine(QuietWhen.ALL_DEVICES_QUIET);
        assertThat(policies.get(file.policyVersion()).table().signals().quietWhen())
                .isEqualTo(QuietWhen.ANY_DEVICE_QUIET);
    }

    @Test
    void onePlugThatIsSilentForThreeDaysIsTakenCareOfWhileTheOtherReports() {
        var home = home(Appliance.TELEVISION, Appliance.RICE_COOKER);
        var silentSince = now.minus(Duration.ofDays(3)).plusMillis(1);
        says(home, 0, silentSince, silentSince);
        says(home, 1, now, now.minus(Duration.ofHours(1)));

        watch.lookAtDueHomes();
        assertThat(open(home)).isEmpty();

        clock.advance(Duration.ofMillis(1));
        watch.lookAtDueHomes();

        assertThat(open(home))
                .extracting(
                        CaseFile::kind, CaseFile::basis, file -> file.level().toString())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("DEVICE", "DEVICE_SILENT", "ATTENTION"));
    }

    private String home(Appliance... appliances) {
        var id = "home-" + UUID.randomUUID().toString().substring(0, 8);
        var longAgo = now.minus(Duration.ofDays(9));
        households.register(List.of(
                new Household(id, "한결구", "누리동", RiskGroup.HIGH, null, null, null, null, null, null, longAgo, 1)));
        for (int i = 0; i < appliances.length; i++) {
            households.install(List.of(new Device(0, id + "-" + i, id, appliances[i], null, longAgo)));
        }
        return id;
    }

    private void says(String home, int plug, Instant report, @Nullable Instant activity) {
        var sql = """
                UPDATE device_state s JOIN device d ON d.no = s.device_no
                SET s.first_measured_at = :first, s.last_measured_at = :report, s.last_activity_at = :activity
                WHERE d.id = :id
                """;
        jdbc.sql(sql)
                .param("first", Row.column(now.minus(Duration.ofDays(9))))
                .param("report", Row.column(report))
                .param("activity", Row.column(activity))
                .param("id", home + "-" + plug)
                .update();
    }

    private void combine(QuietWhen quietWhen) {
        var table = policies.live().table();
        var signals = new Signals(
                quietWhen, table.signals().missedReports(), table.signals().useNorm());
        policies.publish(
                "Combined",
                new PolicyTable(
                        table.limits(),
                        table.tightening(),
                        table.opensCaseFrom(),
                        table.reportsSpeakFor(),
                        table.suspectAfter(),
                        table.scoreValidFor(),
                        signals,
                        table.protocol()),
                "system");
    }

    private Instant lookAt(String home) {
        return jdbc.sql("SELECT look_at FROM deadline WHERE household_id = :home")
                .param("home", home)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private List<CaseFile> open(String home) {
        return casework.list(CaseStatus.OPEN, 10_000).stream()
                .filter(file -> file.householdId().equals(home))
                .toList();
    }
}
