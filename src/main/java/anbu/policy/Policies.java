package anbu.policy;

import anbu.policy.facts.Score;
import anbu.policy.facts.Situation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Policy versions and what they say. */
@Service
public class Policies {
    /** The version that judges now. */
    public PolicyVersion live() {
        throw new UnsupportedOperationException();
    }

    /** Any version, for cases that pinned it. Throws {@link anbu.platform.NotFound}. */
    public PolicyVersion get(int number) {
        throw new UnsupportedOperationException();
    }

    /** Judges by the live version. */
    public Assessment assess(Situation situation, @Nullable Score score) {
        throw new UnsupportedOperationException();
    }

    /** Judges by a given version. */
    public Assessment assess(int policyVersion, Situation situation, @Nullable Score score) {
        throw new UnsupportedOperationException();
    }

    /** Publishes the given data with the rules of this jar as the next version, live at once. Identical content publishes nothing and returns the live version. */
    public PolicyVersion publish(String name, PolicyTable table, String by) {
        throw new UnsupportedOperationException();
    }
}
