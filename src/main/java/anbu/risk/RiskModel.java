package anbu.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A trained model and how well it does on homes it has not seen. */
public record RiskModel(
        int version,
        String algorithm,
        int examples,
        int positives,
        @Nullable Double auc,
        @Nullable Double averagePrecision,
        String sha256,
        Instant trainedAt) {}
