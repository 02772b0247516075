package anbu.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.telemetry.PowerHours.Measured;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class NormTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final int DAYS = 28;

    @Test
    void theNormIsTheMiddleDaySoThatOneFeastChangesNothing() {
        var norm = norm(block -> hour(block, block / 24 == 3 ? 500 : 10, 0));

        assertThat(norm.dayWh()).isEqualTo(240);
        assertThat(norm.goodDays()).isEqualTo(DAYS);
    }

    @Test
    void aDayThatIsHalfUnknownIsNoGoodDay() {
        var hours = hours(block -> hour(block, 10, 0));
        hours.removeIf(hour -> hour.block() / 24 < 20 && hour.block() % 2 == 0);

        assertThat(Norm.of(1, NOW, hours).goodDays()).isEqualTo(8);
    }

    @Test
    void aTelevisionRestsAtItsStandby() {
        var norm = norm(block -> hour(block, 60, block % 24 < 6 ? 85 : 12));

        assertThat(norm.restW()).isEqualTo(18);
    }

    @Test
    void whatIsOnForWeeksOnEndDoesNotUsuallyRest() {
        var norm = norm(block -> hour(block, 60, block / 24 < 8 ? 0 : 80));

        assertThat(norm.restW()).isNull();
    }

    @Test
    void beforeTwoWeeksNobodyKnowsWhatIsUsual() {
        var hours = hours(block -> hour(block, 10, 0));
        hours.removeIf(hour -> hour.block() >= 13 * 24);

        assertThat(Norm.of(1, NOW, hours).restW()).isNull();
    }

    @Test
    void whatWasNeverMeasuredHasNoRest() {
        assertThat(norm(block -> hour(block, 10, 0)).darkLux()).isNull();
    }

    private static Norm norm(LongFunction<Measured> hour) {
        return Norm.of(1, NOW, hours(hour));
    }

    private static List<Measured> hours(LongFunction<Measured> hour) {
        var hours = new ArrayList<Measured>();
        for (long block = 0; block < DAYS * 24; block++) {
            hours.add(hour.apply(block));
        }
        return hours;
    }

    private static Measured hour(long block, double wh, double leastW) {
        return new Measured(block, wh, 3600, leastW, null);
    }
}
