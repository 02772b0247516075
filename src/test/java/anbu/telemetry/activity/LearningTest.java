package anbu.telemetry.activity;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.households.Appliance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningTest {
    @Test
    void aLongAbsenceChangesNothingThatWasLearned() {
        var plug = new Story(Appliance.WHOLE_HOUSE, 1);
        plug.power(14, minute -> Story.fridge(minute) + Story.kettles(minute));
        var before = plug.profile();

        plug.power(40, Story::fridge);

        assertThat(plug.profile().stepW()).isEqualTo(before.stepW());
        assertThat(plug.power(1, minute -> Story.fridge(minute) + Story.kettles(minute)))
                .isNotEmpty();
    }

    @Test
    void anAbsenceDoesNotMakeATelevisionMoreSensitive() {
        var plug = new Story(Appliance.TELEVISION, 1);
        plug.power(14, Story.television());
        var before = plug.profile();

        plug.power(40, minute -> 0.6 + (minute % 7 == 0 ? 4 : 0));

        assertThat(plug.profile().stepW()).isEqualTo(before.stepW(), org.assertj.core.data.Offset.offset(2.0));
        assertThat(plug.profile().showsPower()).isTrue();
    }

    @Test
    void theProfileOfADayDoesNotKnowThatDayNorTheOneBefore() {
        var sketches = new ArrayList<DaySketch>();
        for (int day = 0; day < 100; day++) {
            sketches.add(new DaySketch(Story.START.plusDays(day), 0, null, null));
        }

        var window = DeviceDays.window(Story.START.plusDays(80), sketches);

        assertThat(window.get(0).day()).isEqualTo(Story.START.plusDays(20));
        assertThat(window.get(window.size() - 1).day()).isEqualTo(Story.START.plusDays(78));
    }

    @Test
    void aSketchAndAMemoryAreSmallAndSurviveStorage() {
        var samples = new ArrayList<Sample>();
        for (int minute = 0; minute < 1440; minute++) {
            samples.add(new Sample(
                    Story.at(Story.START, minute),
                    Story.fridge(minute) + Story.kettles(minute) + minute * 1e-7,
                    minute % 97 * 1.37));
        }
        var sketch = DaySketch.of(Story.START, Story.SEOUL, samples);
        var detector = new Detector(Profile.prior(Appliance.LAMP), Memory.NONE);
        samples.forEach(detector::accept);

        assertThat(DaySketch.of(sketch.toJson())).isEqualTo(sketch);
        assertThat(sketch.toJson()).hasSizeLessThan(3000);
        assertThat(Memory.of(detector.memory().toJson())).isEqualTo(detector.memory());
        assertThat(detector.memory().toJson()).hasSizeLessThan(600);
    }

    @Test
    void aSketchThatANewerVersionWroteIsRead() {
        var sketch = DaySketch.of("{\"day\":\"2026-03-02\",\"offset_seconds\":32400,\"something_new\":1}");

        assertThat(sketch.day()).isEqualTo(Story.START);
    }

    @Test
    void theIntervalOfAPlugThatReportsChangesAtOnceIsThatOfItsHeartbeat() {
        assertThat(Intervals.typicalSeconds(new long[] {0, 3600, 7200, 7203, 7210, 7215, 10800, 14400}))
                .isBetween(3500, 3600);
        assertThat(Intervals.typicalSeconds(new long[] {0, 60, 120, 50_000, 50_060, 50_120, 50_240}))
                .isEqualTo(60);
        assertThat(Intervals.typicalSeconds(new long[] {5})).isZero();
    }

    @Test
    void nothingKnownIsThePrior() {
        var prior = Learning.profile(Appliance.KETTLE, List.of());

        assertThat(prior).isEqualTo(Profile.prior(Appliance.KETTLE));
        assertThat(prior.warnings()).containsExactly(Warning.LEARNING);
    }

    @Test
    void aPlugThatWasNeverUsedIsPointedOut() {
        var plug = new Story(Appliance.TELEVISION, 1);
        plug.power(6, minute -> 0.6);

        assertThat(plug.profile().warnings()).containsExactly(Warning.NEVER_USED);
    }

    @Test
    void aPlugWithHolesInEveryDayIsPointedOut() {
        var plug = new Story(Appliance.TELEVISION, 1);
        plug.live(9, Story.television(), Measure.POWER, minute -> minute % 300 > 90);

        assertThat(plug.profile().warnings()).containsExactly(Warning.GAPS);
    }
}
