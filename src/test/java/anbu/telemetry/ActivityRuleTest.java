package anbu.telemetry;

import static anbu.telemetry.TelemetryFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import anbu.households.Appliance;
import anbu.telemetry.Activity.Source;
import anbu.telemetry.ActivityRule.Point;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shows a person and what does not, on both sides of each border. */
class ActivityRuleTest {
    @ParameterizedTest(name = "{0} from {1} W to {2} W, {3} s apart: {4}")
    @CsvSource({
        "TELEVISION,3,23,600,true",
        "TELEVISION,3,22.99,600,false",
        "TELEVISION,94,3,600,true",
        "TELEVISION,3,94,7200,true",
        "TELEVISION,3,94,7201,false",
        "LAMP,0,4,600,true",
        "LAMP,0,3.9,600,false",
        "LAMP,9,0,600,true",
        "COMPUTER,2,27,600,true",
        "COMPUTER,2,26,600,false",
        "FAN,0,10,600,true",
        "FAN,0,9,600,false",
        "OTHER,0,30,600,true",
        "OTHER,0,29,600,false",
        "RICE_COOKER,2,302,600,true",
        "RICE_COOKER,30,120,600,false",
        "RICE_COOKER,900,40,600,false",
        "MICROWAVE,2,102,600,true",
        "MICROWAVE,1000,2,600,false",
        "KETTLE,0,200,600,true",
        "KETTLE,0,199,600,false",
        "WASHING_MACHINE,2,102,600,true",
        "WASHING_MACHINE,60,2000,600,false",
        "WASHING_MACHINE,2000,2,600,false",
        "DISHWASHER,5,105,600,true",
        "DISHWASHER,5.01,1500,600,false",
        "REFRIGERATOR,3,140,600,false",
        "KIMCHI_REFRIGERATOR,3,140,600,false",
        "ROUTER,3,140,600,false",
        "HEATING_BLANKET,0,140,600,false",
        "WHOLE_HOUSE,100,3000,600,false",
        "LIGHT_SENSOR,0,3000,600,false"
    })
    void aStepInPower(Appliance appliance, double before, double after, int seconds, boolean person) {
        assertThat(isSeen(appliance, Source.POWER, before, after, seconds)).isEqualTo(person);
    }

    @ParameterizedTest(name = "from {0} lx to {1} lx, {2} s apart: {3}")
    @CsvSource({
        "0,40,600,true",
        "0,39.9,600,false",
        "150,3,600,true",
        "20,83,600,true",
        "20,82.9,600,false",
        "500,900,600,false",
        "2,300,900,true",
        "2,300,901,false"
    })
    void aStepInLight(double before, double after, int seconds, boolean person) {
        assertThat(isSeen(Appliance.LIGHT_SENSOR, Source.LIGHT, before, after, seconds))
                .isEqualTo(person);
    }

    private static boolean isSeen(Appliance appliance, Source source, double before, double after, int seconds) {
        var points = List.of(new Point(NOON.minusSeconds(seconds), before), new Point(NOON, after));
        var steps = ActivityRule.of(appliance).steps(7, source, points);
        assertThat(steps).allSatisfy(step -> assertThat(step)
                .isEqualTo(new Activity(7, NOON, NOON, source, (float) before, (float) after)));
        return !steps.isEmpty();
    }
}
