package anbu.telemetry.activity;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.households.Appliance;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lamp is told from the sun, from clouds and from dusk. */
class LampLightTest {
    /** Indoors: civil twilight multiplies light by ten within twenty minutes, noon is some hundreds of lux. */
    private static double daylight(int minute) {
        var ofDay = minute % 1440;
        var height = Math.sin(Math.PI * (ofDay - 360) / 720.0);
        return height > 0 ? 20 + 500 * height : 20 * Math.pow(10, Math.max(-4, height * 720 / Math.PI / 20));
    }

    /** Clouds pass: bright and dim in turns of a few minutes, fourfold and more. */
    private static double cloudy(int minute) {
        var bright = new Random(minute / 4).nextBoolean();
        return daylight(minute) * (bright ? 1 : 0.15 + 0.1 * new Random(minute).nextDouble());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10})
    void theSunIsNobody(int minutes) {
        assertThat(new Story(Appliance.LIGHT_SENSOR, minutes).light(10, LampLightTest::daylight))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10})
    void cloudsInASunnyRoomAreNobodyOnceItsDaysAreKnown(int minutes) {
        var plug = new Story(Appliance.LIGHT_SENSOR, minutes);
        var unknown = plug.light(2, LampLightTest::cloudy);

        assertThat(unknown.size()).isLessThanOrEqualTo(2);
        assertThat(plug.light(20, LampLightTest::cloudy)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10})
    void aLampAtNightIsSomebodyWhenSwitchedOnAndOff(int minutes) {
        var plug = new Story(Appliance.LIGHT_SENSOR, minutes);

        var steps = plug.light(5, minute -> daylight(minute) + (Story.within(minute, 1230, 90) ? 120 : 0));

        assertThat(steps).hasSize(10).allSatisfy(step -> assertThat(step.measure())
                .isEqualTo(Measure.LIGHT));
    }

    @Test
    void aLampByDayIsSomebodyIfItIsTheLampKnownFromTheNight() {
        var plug = new Story(Appliance.LIGHT_SENSOR, 1);
        plug.light(5, minute -> daylight(minute) / 10 + (Story.within(minute, 1230, 90) ? 200 : 0));

        var steps = plug.light(1, minute -> daylight(minute) / 10 + (Story.within(minute, 700, 60) ? 210 : 0));

        assertThat(steps).extracting(Story::minuteOf).containsExactly(700, 760);
    }

    @Test
    void aLampThatIsSeenInTwoHalvesCountsOnceInASpan() {
        var plug = new Story(Appliance.LIGHT_SENSOR, 1);

        var steps = plug.light(1, minute -> minute < 1230 ? 2 : minute == 1230 ? 30 : 130);

        assertThat(Span.of(steps)).hasSize(1);
    }

    @Test
    void aLampOnATimerIsNobodyOnceItIsKnown() {
        var plug = new Story(Appliance.LIGHT_SENSOR, 1);
        Story.Value timer = minute -> Story.within(minute, 1230, 90) ? 130 : 1;
        plug.light(9, timer);

        assertThat(plug.light(5, timer)).isEmpty();
        assertThat(plug.profile().warnings()).contains(Warning.TIMER);
    }

    @Test
    void lightThatChangedDuringAGapIsNotAStep() {
        var plug = new Story(Appliance.LIGHT_SENSOR, 1);

        var steps = plug.live(1, minute -> minute < 1230 ? 2 : 130, Measure.LIGHT, m -> m < 1220 || m > 1240);

        assertThat(steps).isEmpty();
    }

    @Test
    void theProfileKnowsDaylightAndLamp() {
        var plug = new Story(Appliance.LIGHT_SENSOR, 1);
        plug.light(6, minute -> daylight(minute) + (Story.within(minute, 1230, 90) ? 120 : 0));

        assertThat(plug.profile().lampLux()).isBetween(115.0, 125.0);
        assertThat(plug.profile().daylight().get(3)).isLessThan(2);
        assertThat(plug.profile().daylight().get(12)).isGreaterThan(400);
    }

    @Test
    void aSensorThatNeverSawALampSaysSo() {
        var plug = new Story(Appliance.LIGHT_SENSOR, 1);
        plug.light(6, LampLightTest::daylight);

        assertThat(plug.profile().warnings()).contains(Warning.NO_LAMP);
    }
}
