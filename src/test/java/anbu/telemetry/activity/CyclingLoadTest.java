package anbu.telemetry.activity;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.households.Appliance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The false "alive" kills: what goes on day and night is no person, whatever the installer wrote. */
class CyclingLoadTest {
    @ParameterizedTest
    @EnumSource(Appliance.class)
    void aFridgeIsNobodyWhateverItIsCalled(Appliance word) {
        var plug = new Story(word, 1);
        plug.power(4, Story::fridge);

        var later = plug.power(10, Story::fridge);

        assertThat(later).isEmpty();
        assertThat(plug.profile().showsPower() && word != Appliance.WHOLE_HOUSE)
                .as("claims to show a person")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10})
    void howOftenAFridgeReportsMakesNoDifference(int minutes) {
        var plug = new Story(Appliance.TELEVISION, minutes);
        plug.power(4, Story::fridge);

        assertThat(plug.power(10, Story::fridge)).isEmpty();
        assertThat(plug.profile().warnings()).contains(Warning.CYCLING_LOAD);
    }

    @Test
    void theDefrostHeaterOfAFridgeIsNobody() {
        var plug = new Story(Appliance.OTHER, 1);
        Story.Value defrosting =
                minute -> Story.within(minute, Story.varied(minute, 1, 400, 900), 20) ? 450 : Story.fridge(minute);
        plug.power(6, defrosting);

        assertThat(plug.power(20, defrosting)).isEmpty();
    }

    @Test
    void fromTheFirstNightOnTheBeatOfAThermostatIsHeard() {
        var plug = new Story(Appliance.COMPUTER, 1);

        var firstTwoDays = plug.power(2, Story::fridge);

        assertThat(firstTwoDays).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void aTelevisionThatIsOffAtNightIsNoCyclingLoad() {
        var plug = new Story(Appliance.TELEVISION, 1);

        var steps = plug.power(10, Story.television());

        assertThat(plug.profile().showsPower()).isTrue();
        assertThat(steps).hasSize(20);
    }

    @Test
    void behindAMeterOfManyLoadsAPersonStandsAboveTheFridge() {
        var plug = new Story(Appliance.WHOLE_HOUSE, 1);
        plug.power(14, minute -> Story.fridge(minute) + Story.kettles(minute));

        var home = plug.power(3, minute -> Story.fridge(minute) + Story.kettles(minute));
        var away = plug.power(5, Story::fridge);

        assertThat(home).hasSize(15);
        assertThat(away).isEmpty();
    }

    @Test
    void aMeterThatOnlyEverSeesAFridgeShowsNobody() {
        var plug = new Story(Appliance.WHOLE_HOUSE, 1);
        Story.Value defrosting =
                minute -> Story.within(minute, Story.varied(minute, 1, 400, 900), 20) ? 450 : Story.fridge(minute);

        assertThat(plug.power(30, defrosting)).isEmpty();
        assertThat(plug.profile().warnings()).contains(Warning.NEVER_USED);
    }
}
