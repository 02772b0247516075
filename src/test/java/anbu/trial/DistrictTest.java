package anbu.trial;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.households.Appliance;
import anbu.households.RiskGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The invented district: the same every time, and shaped like life. */
class DistrictTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Instant START = Instant.parse("2026-03-10T02:00:00Z");
    private static final District DISTRICT = District.of(7, List.of(START), SEOUL);

    @Test
    void theSameSeedTellsTheSameLifeInOnePieceOrInTwo() {
        var again = District.of(7, List.of(START), SEOUL);
        var middle = START.minus(Duration.ofHours(31));
        var home = DISTRICT.homes().get(10);
        var whole = DISTRICT.meter(home).reports(START.minus(Duration.ofDays(3)), START);

        var pieces =
                new ArrayList<>(again.meter(again.homes().get(10)).reports(START.minus(Duration.ofDays(3)), middle));
        pieces.addAll(again.meter(again.homes().get(10)).reports(middle, START));

        assertThat(pieces).isEqualTo(whole).hasSizeGreaterThan(400);
    }

    @Test
    void anotherSeedTellsAnotherLife() {
        var other = District.of(8, List.of(START), SEOUL);

        assertThat(other.homes()).isNotEqualTo(DISTRICT.homes());
    }

    @Test
    void aQuarterIsOfTheHighGroupAndAThirdOfTheMediumGroup() {
        assertThat(DISTRICT.homes()).hasSize(District.HOMES);
        assertThat(DISTRICT.homes().stream().filter(home -> home.group() == RiskGroup.HIGH))
                .hasSize(50);
        assertThat(DISTRICT.homes().stream().filter(home -> home.group() == RiskGroup.MEDIUM))
                .hasSize(70);
    }

    @Test
    void everyPhoneNumberIsOneThatCannotBeDialed() {
        assertThat(DISTRICT.homes()).allSatisfy(home -> {
            assertThat(home.household().phone()).matches("010-0000-\\d{4}");
            assertThat(home.contacts()).hasSize(3).allSatisfy(contact -> assertThat(contact.phone())
                    .matches("010-0000-\\d{4}"));
        });
    }

    @Test
    void aRefrigeratorCyclesInAnEmptyHome() {
        var home = DISTRICT.homes().stream()
                .filter(one -> has(one, Appliance.REFRIGERATOR))
                .findFirst()
                .orElseThrow();

        var watts = DISTRICT.meter(home).reports(START.minus(Duration.ofDays(1)), START).stream()
                .filter(sample -> sample.plug().appliance() == Appliance.REFRIGERATOR)
                .map(Sample::powerWatts)
                .toList();

        assertThat(watts).hasSize(144);
        assertThat(watts.stream().filter(power -> power > 80)).hasSizeBetween(30, 80);
        assertThat(watts.stream().filter(power -> power < 5)).hasSizeBetween(60, 115);
    }

    @Test
    void theTelevisionRunsInTheEveningAndNotAtNight() {
        var evening = START.atZone(SEOUL)
                .toLocalDate()
                .minusDays(1)
                .atTime(20, 0)
                .atZone(SEOUL)
                .toInstant();

        assertThat(televisionsOn(evening)).isGreaterThan(100);
        assertThat(televisionsOn(evening.plus(Duration.ofHours(7)))).isZero();
    }

    @Test
    void aLampAddsAStepToTheDaylight() {
        var home = DISTRICT.homes().stream()
                .filter(one -> has(one, Appliance.LAMP) && one.trueAlarm() == null)
                .findFirst()
                .orElseThrow();

        var lux = DISTRICT.meter(home).reports(START.minus(Duration.ofDays(1)), START).stream()
                .map(Sample::illuminanceLux)
                .filter(Objects::nonNull)
                .toList();

        assertThat(lux.stream().max(Comparator.naturalOrder()).orElseThrow()).isGreaterThan(125);
        assertThat(lux.stream().min(Comparator.naturalOrder()).orElseThrow()).isZero();
    }

    @Test
    void aQuietSceneCrossesItsLimitExactlyWhenPlanned() {
        var home = actor(Scene.NOBODY_ANSWERS);

        var reports = DISTRICT.meter(home).reports(START.minus(Duration.ofDays(3)), START.plus(Duration.ofHours(2)));

        assertThat(home.group()).isEqualTo(RiskGroup.HIGH);
        assertThat(lastStep(home, reports))
                .isEqualTo(Scene.NOBODY_ANSWERS.at(START).minus(Duration.ofHours(24)));
        assertThat(reports.get(reports.size() - 1).at()).isAfter(START.plus(Duration.ofMinutes(100)));
    }

    @Test
    void eachSceneHasAHomeOfItsOwn() {
        assertThat(DISTRICT.scenes()).hasSize(Scene.values().length);
        assertThat(DISTRICT.scenes().values().stream().map(Home::id)).doesNotHaveDuplicates();
    }

    @Test
    void theSilentSceneReportsForTheLastTimeExactlyWhenPlanned() {
        var home = actor(Scene.PLUGS_FALL_SILENT);

        var reports = DISTRICT.meter(home).reports(START.minus(Duration.ofDays(1)), START);

        assertThat(reports.get(reports.size() - 1).at())
                .isEqualTo(Scene.PLUGS_FALL_SILENT.at(START).minus(Duration.ofHours(2)));
    }

    @Test
    void nobodyElseIsQuietForAsLongAsTheDangerLimit() {
        var others = DISTRICT.homes().stream()
                .filter(home -> home.quiets().isEmpty() && home.silentFrom() == null)
                .toList();

        assertThat(others).hasSizeGreaterThan(120).allSatisfy(home -> {
            var reports = DISTRICT.meter(home).reports(START.minus(Duration.ofDays(5)), START.plus(Duration.ofDays(1)));
            var limit = People.dangerLimit(home.group());
            assertThat(longestQuiet(home, reports)).isLessThan(limit);
        });
    }

    @Test
    void twelveOfSixtyPastConcernsWereTrue() {
        var past = DISTRICT.homes().stream()
                .filter(home -> home.trueAlarm() != null)
                .toList();

        assertThat(past).hasSize(60);
        assertThat(past.stream().filter(home -> Objects.requireNonNull(home.trueAlarm())))
                .hasSize(12);
    }

    @Test
    void beforeAnEmergencyThereIsLessLifeThanBeforeAnOuting() {
        assertThat(stepsBeforeQuiet(Boolean.TRUE)).isLessThan(0.75 * stepsBeforeQuiet(Boolean.FALSE));
    }

    private static double stepsBeforeQuiet(Boolean trueAlarm) {
        return DISTRICT.homes().stream()
                .filter(home -> trueAlarm.equals(home.trueAlarm()))
                .mapToLong(home -> {
                    var from = home.quiets().get(0).from();
                    var reports = DISTRICT.meter(home).reports(from.minus(Duration.ofDays(3)), from);
                    return steps(home, reports).size();
                })
                .average()
                .orElseThrow();
    }

    private static long televisionsOn(Instant moment) {
        return DISTRICT.homes().stream()
                .flatMap(home -> DISTRICT.meter(home).reports(moment.minus(Duration.ofMinutes(10)), moment).stream())
                .filter(sample -> sample.plug().appliance() == Appliance.TELEVISION && sample.powerWatts() > 50)
                .map(Sample::plug)
                .distinct()
                .count();
    }

    private static Instant lastStep(Home home, List<Sample> reports) {
        var steps = steps(home, reports);
        return steps.get(steps.size() - 1);
    }

    private static Duration longestQuiet(Home home, List<Sample> reports) {
        var steps = steps(home, reports);
        var longest = Duration.ZERO;
        for (var i = 1; i < steps.size(); i++) {
            var quiet = Duration.between(steps.get(i - 1), steps.get(i));
            longest = quiet.compareTo(longest) > 0 ? quiet : longest;
        }
        return longest;
    }

    /** The moments at which an appliance of a person was switched. */
    private static List<Instant> steps(Home home, List<Sample> reports) {
        var on = new HashSet<Plug>();
        var steps = new ArrayList<Instant>();
        for (var sample : reports) {
            if (sample.plug().usedByPerson()) {
                var limit = sample.plug().appliance() == Appliance.RICE_COOKER ? 300 : 8;
                var changed = sample.powerWatts() > limit ? on.add(sample.plug()) : on.remove(sample.plug());
                if (changed) {
                    steps.add(sample.at());
                }
            }
        }
        assertThat(steps).as("steps in %s", home.id()).isNotEmpty();
        return steps;
    }

    private static Home actor(Scene scene) {
        return Objects.requireNonNull(DISTRICT.scenes().get(scene));
    }

    private static boolean has(Home home, Appliance appliance) {
        return home.plugs().stream().anyMatch(plug -> plug.appliance() == appliance);
    }
}
