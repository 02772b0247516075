package anbu.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.platform.Row;
import anbu.risk.Risk;
import anbu.testing.AnbuTest;
import anbu.testing.Concerned;
import anbu.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From settled concerns and activity to a model, and from the model to the judgement. */
@AnbuTest
class LearningIT {
    @Autowired
    private Concerned concerned;

    @Autowired
    private Learning learning;

    @Autowired
    private Risk risk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Test
    void homesThatGrewQuietBeforeEmergenciesTeachAModelThatScoresTheNextOneHigher() {
        var now = clock.instant();
        var chance = new Random(7);
        var lively = "";
        var fading = "";
        for (var i = 0; i < 40; i++) {
            var home = concerned.home();
            var plug = plug(home);
            var declines = i % 2 == 0;
            for (var day = 16; day >= 1; day--) {
                var quietDay = declines && day <= 4;
                activity(plug, now.minus(Duration.ofDays(day)), quietDay ? 1 : 12 + chance.nextInt(4));
            }
            if (declines && i > 0) {
                concern(home, now.minus(Duration.ofHours(20L + chance.nextInt(4))), true);
            }
            fading = i == 0 ? home : fading;
            lively = i == 1 ? home : lively;
        }

        var model = learning.train(now.minus(Duration.ofDays(16)), now);
        learning.score(now);

        assertThat(model.positives()).isGreaterThanOrEqualTo(10);
        assertThat(model.auc()).isGreaterThan(0.8);
        var scores = risk.scores(List.of(lively, fading));
        assertThat(scores.keySet()).containsExactlyInAnyOrder(lively, fading);
        assertThat(score(fading)).isGreaterThan(score(lively) + 0.1);
    }

    private double score(String home) {
        return java.util.Objects.requireNonNull(risk.scores(List.of(home)).get(home))
                .score();
    }

    private int plug(String home) {
        jdbc.sql(
                        "INSERT INTO device (id, household_id, appliance, installed_at) VALUES (:id, :home, 'TELEVISION', :at)")
                .param("id", "plug-" + home)
                .param("home", home)
                .param("at", Row.column(clock.instant()))
                .update();
        var no = jdbc.sql("SELECT no FROM device WHERE id = :id")
                .param("id", "plug-" + home)
                .query(Integer.class)
                .single();
        jdbc.sql("INSERT INTO device_state (device_no, household_id, first_measured_at) VALUES (:no, :home, :at)")
                .param("no", no)
                .param("home", home)
                .param("at", Row.column(clock.instant().minus(Duration.ofDays(20))))
                .update();
        return no;
    }

    private void activity(int plug, Instant day, int steps) {
        var moments = new ArrayList<Instant>();
        for (var i = 0; i < steps; i++) {
            moments.add(day.plus(Duration.ofMinutes(1 + i * 70L)));
        }
        for (var at : moments) {
            jdbc.sql("INSERT INTO activity (device_no, start_at, end_at, source) VALUES (:no, :at, :at, 'POWER')")
                    .param("no", plug)
                    .param("at", Row.column(at))
                    .update();
        }
    }

    private void concern(String home, Instant raised, boolean trueAlarm) {
        var sql = """
                INSERT INTO concern (id, household_id, kind, level, raised_at, level_since, settled_at, true_alarm)
                VALUES (:id, :home, 'WELLBEING', 'DANGER', :raised, :raised, :raised, :true)
                """;
        jdbc.sql(sql)
                .param("id", UUID.randomUUID().toString())
                .param("home", home)
                .param("raised", Row.column(raised))
                .param("true", trueAlarm)
                .update();
    }
}
