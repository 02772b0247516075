package anbu.risk;

import anbu.audit.Audit;
import anbu.platform.Refused;
import anbu.risk.RiskModels.Mark;
import anbu.risk.RiskModels.Stored;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From examples to a stored model, its audit entry in the same transaction. */
@Component
class Training {
    private static final int LEAST_EMERGENCIES = 10;
    private static final int LEAST_OTHERS = 100;

    private final RiskModels models;
    private final Audit audit;
    private final Clock clock;

    /** A model and what is known about it, not yet stored. */
    record Trained(LogisticModel model, CrossValidation quality, int examples, int positives) {}

    Training(RiskModels models, Audit audit, Clock clock) {
        this.models = models;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes seconds and no connection. */
    static Trained train(List<Example> examples) {
        int positives = (int) examples.stream().filter(Example::emergency).count();
        int others = examples.size() - positives;
        if (positives < LEAST_EMERGENCIES || others < LEAST_OTHERS) {
            throw new Refused(
                    "A risk model needs at least %d examples of emergencies and %d of other moments; there are %d and %d. Collect more history first."
                            .formatted(LEAST_EMERGENCIES, LEAST_OTHERS, positives, others));
        }
        var model = LogisticModel.trainedOn(FeatureTable.of(examples));
        return new Trained(model, CrossValidation.of(examples), examples.size(), positives);
    }

    /** Stores the model as the next version, which makes it current. */
    @Transactional
    RiskModel store(Trained trained) {
        int version = models.newest().map(Mark::version).orElse(0) + 1;
        var bytes = trained.model().bytes();
        var stored = new Stored(
                version,
                LogisticModel.ALGORITHM,
                bytes,
                FeatureTable.NAMES,
                trained.examples(),
                trained.positives(),
                trained.quality().auc(),
                trained.quality().averagePrecision(),
                sha256(bytes),
                clock.instant());
        models.add(stored);
        var details = new HashMap<String, @Nullable Object>();
        details.put("version", version);
        details.put("examples", stored.examples());
        details.put("positives", stored.positives());
        details.put("auc", stored.auc());
        details.put("averagePrecision", stored.averagePrecision());
        details.put("sha256", stored.sha256());
        audit.record("model:" + version, "model.trained", details);
        return stored.summary();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
