package anbu.risk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.ThrowingSupplier;
import weka.classifiers.Evaluation;

/**
 * How well a model does on homes it has not seen: every home is judged by a model trained without any example of it.
 *
 * @param auc area under the ROC curve; null when one class is missing among the judged examples
 * @param averagePrecision area under the precision-recall curve of emergencies; null likewise
 */
record CrossValidation(@Nullable Double auc, @Nullable Double averagePrecision) {
    private static final int FOLDS = 5;

    static CrossValidation of(List<Example> examples) {
        return ThrowingSupplier.of(() -> judged(examples)).get();
    }

    private static CrossValidation judged(List<Example> examples) throws Exception {
        var shape = FeatureTable.empty(0);
        var evaluation = new Evaluation(shape);
        var judged = new ArrayList<Example>();
        for (int fold = 0; fold < FOLDS; fold++) {
            var known = part(examples, fold, Part.TRAIN);
            var unseen = part(examples, fold, Part.TEST);
            if (!unseen.isEmpty() && hasBothClasses(known)) {
                var table = FeatureTable.of(known);
                evaluation.setPriors(table);
                evaluation.evaluateModel(LogisticModel.trainedOn(table).classifier(), FeatureTable.of(unseen));
                judged.addAll(unseen);
            }
        }
        if (!hasBothClasses(judged)) {
            return new CrossValidation(null, null);
        }
        return new CrossValidation(
                defined(() -> evaluation.areaUnderROC(FeatureTable.EMERGENCY)),
                defined(() -> evaluation.areaUnderPRC(FeatureTable.EMERGENCY)));
    }

    private enum Part {
        TRAIN,
        TEST
    }

    private static List<Example> part(List<Example> examples, int fold, Part part) {
        return examples.stream()
                .filter(example -> (fold(example.householdId()) == fold) == (part == Part.TEST))
                .toList();
    }

    /** All examples of one home fall into the same fold, in every run and on every node. */
    static int fold(String householdId) {
        var hash = new CRC32();
        hash.update(householdId.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % FOLDS);
    }

    private static boolean hasBothClasses(List<Example> examples) {
        return examples.stream().anyMatch(Example::emergency)
                && !examples.stream().allMatch(Example::emergency);
    }

    private static @Nullable Double defined(DoubleSupplier measure) {
        double value = measure.getAsDouble();
        return Double.isNaN(value) ? null : value;
    }
}
