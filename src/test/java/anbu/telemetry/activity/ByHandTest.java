package anbu.telemetry.activity;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.households.Appliance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of what an appliance does, only what a hand did counts. */
class ByHandTest {
    @Test
    void ofAWashingMachineOnlySwitchingItOnCounts() {
        var plug = new Story(Appliance.WASHING_MACHINE, 1);
        plug.power(4, ByHandTest::washing);

        var steps = plug.power(3, ByHandTest::washing);

        assertThat(steps).hasSize(3).allSatisfy(step -> assertThat(Story.minuteOf(step))
                .isEqualTo(600));
    }

    /** Fills, heats, turns, rests and spins, for 100 minutes from ten o'clock on. */
    private static double washing(int minute) {
        var into = minute % 1440 - 600;
        if (into < 0 || into >= 100) {
            return 0.5;
        }
        return into < 3 ? 30 : into < 20 ? 2000 : into < 50 ? (into % 3 == 0 ? 2 : 150) : into < 70 ? 2 : 480;
    }

    @Test
    void aHeatingBlanketUnderSomebodyDeadCountsOnce() {
        var plug = new Story(Appliance.HEATING_BLANKET, 1);
        plug.power(5, minute -> Story.within(minute, 1320, 110) && minute % 9 < 4 ? 100 : 0);

        var switchedOn = Story.minuteOf(Story.START.plusDays(5)) + 1320;
        var steps = plug.power(4, minute -> minute >= switchedOn && minute % 9 < 4 ? 100 : 0);

        assertThat(steps).hasSize(1);
    }

    @Test
    void aTelevisionLeftOnIsNobodyHoweverItFlickers() {
        var plug = new Story(Appliance.TELEVISION, 1);
        plug.power(10, Story.television());

        var leftOn = plug.power(5, minute -> 90 + 40 * Math.sin(minute * 1.7));

        assertThat(leftOn).hasSize(1);
        assertThat(plug.profile().warnings()).contains(Warning.CONSTANT_ON);
    }

    @Test
    void switchingATelevisionOffCounts() {
        var plug = new Story(Appliance.TELEVISION, 1);

        var steps = plug.power(1, minute -> Story.within(minute, 600, 300) ? 90 : 0.5);

        assertThat(steps).extracting(Story::minuteOf).containsExactly(600, 900);
    }

    @Test
    void aKettleSwitchesItselfOff() {
        var plug = new Story(Appliance.KETTLE, 1);

        var steps = plug.power(1, minute -> Story.within(minute, 600, 4) ? 1800 : 0);

        assertThat(steps).extracting(Story::minuteOf).containsExactly(600);
    }

    @Test
    void theTimerOfAnAquariumIsNobodyOnceItIsKnown() {
        var plug = new Story(Appliance.LAMP, 1);
        Story.Value timer = minute -> Story.within(minute, 480, 600) ? 24 : 0;
        plug.power(9, timer);

        assertThat(plug.power(5, timer)).isEmpty();
        assertThat(plug.profile().warnings()).contains(Warning.TIMER);
        assertThat(plug.profile().timers()).contains(480, 1080);
    }

    @Test
    void aLampThatAPersonUsesByHabitIsNoTimer() {
        var plug = new Story(Appliance.LAMP, 1);
        Story.Value habit = minute ->
                Story.within(minute, Story.varied(minute, 1, 400, 440), Story.varied(minute, 2, 500, 540)) ? 9 : 0;
        plug.power(20, habit);

        assertThat(plug.power(5, habit)).hasSize(10);
        assertThat(plug.profile().warnings()).doesNotContain(Warning.TIMER);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 90, 400})
    void whatChangedDuringAGapIsNotAStep(int minutes) {
        var plug = new Story(Appliance.TELEVISION, 1);
        plug.power(4, Story.television());

        var steps = plug.live(
                1, minute -> minute % 1440 < 600 ? 0.5 : 90, Measure.POWER, m -> m < 590 || m > 590 + minutes);

        assertThat(steps).isEmpty();
    }

    @Test
    void aPlugThatReportsEveryHalfHourIsBelieved() {
        var plug = new Story(Appliance.LAMP, 30);
        plug.power(5, minute -> Story.within(minute, 1080, 240) ? 40 : 3);

        var steps = plug.power(2, minute -> Story.within(minute, 1080, 240) ? 40 : 3);

        assertThat(plug.profile().powerIntervalSeconds()).isEqualTo(1800);
        assertThat(plug.profile().warnings()).contains(Warning.SPARSE);
        assertThat(steps).hasSize(4);
    }

    @Test
    void aSmallLoadIsSeenOnceItIsKnown() {
        var plug = new Story(Appliance.OTHER, 1);
        Story.Value radio = minute -> Story.within(minute, Story.varied(minute, 1, 500, 700), 200) ? 12 : 0.8;
        var unknown = plug.power(3, radio);
        plug.power(3, radio);

        assertThat(unknown).isEmpty();
        assertThat(plug.power(5, radio)).hasSize(5);
    }

    @Test
    void aComputerThatIsNeverOffIsNobodyByItsSmallRises() {
        var plug = new Story(Appliance.COMPUTER, 1);
        Story.Value idle = minute -> 33 + (Story.within(minute, Story.varied(minute, 1, 500, 900), 60) ? 9 : 0);
        plug.power(5, idle);

        assertThat(plug.power(10, idle)).isEmpty();
    }
}
