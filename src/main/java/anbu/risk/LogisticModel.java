package anbu.risk;

import anbu.platform.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import org.springframework.util.function.ThrowingSupplier;
import weka.classifiers.Classifier;
import weka.classifiers.functions.Logistic;
import weka.core.Instances;

/** A ridge logistic regression over {@link FeatureTable}. Classes keep their natural frequency, so that a score can be read as a probability. */
final class LogisticModel {
    static {
        WekaSettings.apply();
    }

    static final String ALGORITHM = "Weka Logistic, ridge 1";

    private static final double RIDGE = 1;
    private static final ObjectInputFilter ONLY_WEKA =
            ObjectInputFilter.Config.createFilter("maxdepth=50;weka.**;java.lang.*;java.util.*;!*");

    private final Logistic classifier;
    private final Instances shape = FeatureTable.empty(0);

    private LogisticModel(Logistic classifier) {
        this.classifier = classifier;
    }

    static LogisticModel trainedOn(Instances table) {
        var classifier = new Logistic();
        classifier.setRidge(RIDGE);
        return ThrowingSupplier.of(() -> {
                    classifier.buildClassifier(table);
                    return new LogisticModel(classifier);
                })
                .get();
    }

    /** The probability of an emergency, 0 to 1; an unknown feature counts as the mean of the examples. */
    synchronized double score(Features features) { // Weka's filters inside the classifier keep state between calls
        var row = FeatureTable.row(features, shape);
        return ThrowingSupplier.of(() -> classifier.distributionForInstance(row))
                .get()[FeatureTable.EMERGENCY];
    }

    Classifier classifier() {
        return classifier;
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(classifier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #bytes()} wrote; refuses any other class, whatever the stored bytes say. */
    static LogisticModel read(byte[] bytes) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(ONLY_WEKA);
            if (in.readObject() instanceof Logistic classifier) {
                return new LogisticModel(classifier);
            }
            throw new Refused("The stored risk model is not a logistic model. Train a new one.");
        } catch (IOException | ClassNotFoundException e) {
            throw new Refused("The stored risk model cannot be read: %s. Train a new one.".formatted(e.getMessage()));
        }
    }
}
