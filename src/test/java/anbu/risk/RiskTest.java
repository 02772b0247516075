package anbu.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import anbu.platform.Refused;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RiskTest {
    private static final List<Example> EXAMPLES = Homes.examples(7, 60, 40);

    @Test
    void aPlantedSignalIsFoundOnHomesTheModelHasNotSeen() {
        var quality = Training.train(EXAMPLES).quality();

        assertThat(quality.auc()).isGreaterThan(0.85);
        assertThat(quality.averagePrecision()).isGreaterThan(share(EXAMPLES) * 2);
    }

    @Test
    void shuffledAnswersTeachNothing() {
        var quality = Training.train(Homes.shuffled(EXAMPLES, 8)).quality();

        assertThat(quality.auc()).isCloseTo(0.5, within(0.08));
        assertThat(quality.averagePrecision()).isCloseTo(share(EXAMPLES), within(0.08));
    }

    /** Homes that differ at random and always answer the same: a model that has seen a home knows its answer, another one cannot. */
    @Test
    void noHomeIsBothLearntFromAndJudged() {
        var random = new Random(5);
        var examples = new ArrayList<Example>();
        for (int home = 0; home < 6; home++) {
            var fixed = new Features(
                    random.nextGaussian(),
                    random.nextGaussian(),
                    random.nextGaussian(),
                    random.nextGaussian(),
                    random.nextGaussian(),
                    random.nextGaussian());
            for (int day = 0; day < 50; day++) {
                examples.add(new Example("home-" + home, Instant.EPOCH, fixed, home % 2 == 0));
            }
        }

        var trained = Training.train(examples);

        assertThat(examples).allMatch(seen -> trained.model().score(seen.features()) > 0.5 == seen.emergency());
        assertThat(trained.quality().auc()).isLessThan(0.8);
    }

    @Test
    void homesAreSpreadOverAllFolds() {
        var homes = EXAMPLES.stream().map(Example::householdId).distinct();

        assertThat(homes.map(CrossValidation::fold)).containsOnly(0, 1, 2, 3, 4);
    }

    @Test
    void scoresAreHonestProbabilities() {
        var model = Training.train(EXAMPLES).model();

        var mean = EXAMPLES.stream()
                .mapToDouble(example -> model.score(example.features()))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(share(EXAMPLES), within(0.01));
    }

    @Test
    void aLongerSilenceOfARareKindScoresHigher() {
        var model = Training.train(EXAMPLES).model();

        assertThat(model.score(Homes.quiet(28, 0.1))).isGreaterThan(model.score(Homes.quiet(3, 1.2)) + 0.3);
    }

    @Test
    void aHomeOfWhichNothingIsKnownStillHasAScore() {
        var model = Training.train(EXAMPLES).model();

        assertThat(model.score(new Features(null, null, null, null, null, null)))
                .isBetween(0.0, 1.0);
        assertThat(model.score(new Features(25.0, null, Double.NaN, null, null, Double.POSITIVE_INFINITY)))
                .isBetween(0.0, 1.0);
    }

    @Test
    void aFeatureThatNobodyEverHadDoesNotStopTraining() {
        var examples = EXAMPLES.stream()
                .map(example -> new Example(
                        example.householdId(),
                        example.at(),
                        new Features(example.features().currentQuietHours(), null, null, null, null, null),
                        example.emergency()))
                .toList();

        var trained = Training.train(examples);

        assertThat(trained.quality().auc()).isGreaterThan(0.8);
        assertThat(trained.model().score(Homes.quiet(20, 1))).isBetween(0.0, 1.0);
    }

    @Test
    void tooFewEmergenciesAreRefusedWithTheNumbers() {
        var few = new ArrayList<>(Homes.only(EXAMPLES, example -> !example.emergency()));
        few.addAll(Homes.only(EXAMPLES, Example::emergency).subList(0, 9));

        assertThatThrownBy(() -> Training.train(few))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("at least 10 examples of emergencies")
                .hasMessageContaining("there are 9 and " + (few.size() - 9));
    }

    @Test
    void tooFewOtherMomentsAreRefused() {
        var few = new ArrayList<>(Homes.only(EXAMPLES, Example::emergency));
        few.addAll(Homes.only(EXAMPLES, example -> !example.emergency()).subList(0, 99));

        assertThatThrownBy(() -> Training.train(few))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("and 99.");
    }

    @Test
    void aModelOfASingleHomeHasNoMeasuredQuality() {
        var one = EXAMPLES.stream()
                .map(example -> new Example("home-1", example.at(), example.features(), example.emergency()))
                .toList();

        var quality = Training.train(one).quality();

        assertThat(quality.auc()).isNull();
        assertThat(quality.averagePrecision()).isNull();
    }

    @Test
    void aStoredModelScoresAsItDidBefore() {
        var model = Training.train(EXAMPLES).model();
        var features = Homes.quiet(20, 0.4);

        var read = LogisticModel.read(model.bytes());

        assertThat(read.score(features)).isEqualTo(model.score(features));
    }

    @Test
    void bytesThatAreNoModelAreRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new File("anything"));
        }

        assertThatThrownBy(() -> LogisticModel.read(bytes.toByteArray()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("REJECTED");
        assertThatThrownBy(() -> LogisticModel.read(new byte[] {1, 2, 3})).isInstanceOf(Refused.class);
    }

    private static double share(List<Example> examples) {
        return (double) Homes.only(examples, Example::emergency).size() / examples.size();
    }
}
