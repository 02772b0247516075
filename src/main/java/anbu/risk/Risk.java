package anbu.risk;

import anbu.platform.NotFound;
import anbu.platform.Polled;
import anbu.platform.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Training and scoring. Without a model there is no score, and nothing changes. */
@Service
public class Risk {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final RiskModels models;
    private final RiskScores scores;
    private final Training training;
    private final Clock clock;
    private final Polled<Loaded> current;

    private record Loaded(RiskModel summary, LogisticModel model) {}

    Risk(RiskModels models, RiskScores scores, Training training, Clock clock) {
        this.models = models;
        this.scores = scores;
        this.training = training;
        this.clock = clock;
        this.current = new Polled<>(clock, LOOK_EVERY, this::newest);
    }

    /** The model that scores now, at most two seconds behind what another node trained. */
    public Optional<RiskModel> current() {
        return Optional.ofNullable(current.get()).map(Loaded::summary);
    }

    /** Trains a logistic model, stores it as the next version and makes it current. Refuses, saying why, when there are too few examples of either class. */
    public RiskModel train(List<Example> examples) {
        var trained = Training.train(examples);
        var model = store(trained);
        current.look();
        return model;
    }

    /** Scores the homes by the current model and stores the scores; does nothing without a model. */
    public void score(Map<String, Features> homes) {
        var loaded = current.get();
        if (loaded == null) {
            return;
        }
        var now = clock.instant();
        scores.put(new TreeMap<>(homes)
                .entrySet().stream() // in one order everywhere, so that two nodes cannot lock each other
                        .map(home -> new RiskScore(
                                home.getKey(),
                                loaded.model().score(home.getValue()),
                                loaded.summary().version(),
                                now))
                        .toList());
    }

    /** The stored scores of these homes; homes without one are missing from the answer. */
    public Map<String, RiskScore> scores(Collection<String> householdIds) {
        return scores.list(householdIds).stream()
                .collect(Collectors.toMap(RiskScore::householdId, Function.identity()));
    }

    private RiskModel store(Training.Trained trained) {
        try {
            return training.store(trained);
        } catch (DuplicateKeyException e) { // another node stored one at the same moment
            return training.store(trained);
        }
    }

    private @Nullable Loaded newest(@Nullable Loaded known) {
        var mark = models.newest().orElse(null);
        if (mark == null) {
            return null;
        }
        if (known != null
                && known.summary().version() == mark.version()
                && known.summary().sha256().equals(mark.sha256())) {
            return known;
        }
        return load(mark.version());
    }

    private Loaded load(int version) {
        var stored =
                models.find(version).orElseThrow(() -> new NotFound("There is no risk model %d.".formatted(version)));
        if (!Training.sha256(stored.model()).equals(stored.sha256())) {
            throw new Refused(
                    "Risk model %d is not what was trained: its content does not fit its fingerprint. Train a new one."
                            .formatted(version));
        }
        if (!stored.features().equals(FeatureTable.NAMES)) {
            throw new Refused("Risk model %d knows the features %s, this release has %s. Train a new one."
                    .formatted(version, stored.features(), FeatureTable.NAMES));
        }
        return new Loaded(stored.summary(), LogisticModel.read(stored.model()));
    }
}
