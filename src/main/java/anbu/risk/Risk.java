package anbu.risk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Training and scoring. Without a model there is no score, and nothing changes. */
@Service
public class Risk {
    public Optional<RiskModel> current() {
        throw new UnsupportedOperationException();
    }

    /** Trains a logistic model, stores it as the next version and makes it current. Refuses, saying why, when there are too few examples of either class. */
    public RiskModel train(List<Example> examples) {
        throw new UnsupportedOperationException();
    }

    /** Scores the homes by the current model and stores the scores; does nothing without a model. */
    public void score(Map<String, Features> homes) {
        throw new UnsupportedOperationException();
    }

    /** The stored scores of these homes; homes without one are missing from the answer. */
    public Map<String, RiskScore> scores(Collection<String> householdIds) {
        throw new UnsupportedOperationException();
    }
}
