package anbu.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.policy.Assessment;
import anbu.policy.facts.Basis;
import anbu.policy.facts.Finding;
import anbu.policy.facts.Kind;
import anbu.policy.facts.Level;
import anbu.telemetry.HomeSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookTest {
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
    private static final Instant LATEST = NOW.plus(Duration.ofHours(6));
    private static final Finding SILENCE = finding(Kind.DEVICE, Basis.SILENT, 2);
    private static final Finding QUIET = finding(Kind.WELLBEING, Basis.UNCHANGED, 14);

    @Test
    void theNextLookIsAtTheNearestMomentButTheQuietThatComesIsWhatIsTold() {
        var look = look(SILENCE, QUIET);

        assertThat(look.lookAt()).isEqualTo(SILENCE.from());
        assertThat(look.nextAt()).isEqualTo(QUIET.from());
        assertThat(look.nextKind()).isEqualTo(Kind.WELLBEING);
        assertThat(look.nextLimitHours()).isEqualTo(14);
    }

    @Test
    void whereNoQuietCanComeTheSilenceIsTold() {
        var look = look(SILENCE);

        assertThat(look.nextAt()).isEqualTo(SILENCE.from());
        assertThat(look.nextKind()).isEqualTo(Kind.DEVICE);
    }

    @Test
    void whereNothingComesTheHomeIsLookedAtAtTheLatestMoment() {
        var look = look();

        assertThat(look.lookAt()).isEqualTo(LATEST);
        assertThat(look.nextAt()).isNull();
    }

    private static Look look(Finding... ahead) {
        return Look.of(new HomeSignal("home", null, null, null, null), Assessment.of(1, NOW, List.of(ahead)), LATEST);
    }

    private static Finding finding(Kind kind, Basis basis, int hours) {
        return new Finding("a rule", kind, Level.ATTENTION, basis, hours, NOW.plus(Duration.ofHours(hours)));
    }
}
