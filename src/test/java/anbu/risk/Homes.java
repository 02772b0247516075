package anbu.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Made-up homes with a planted signal: the longer and rarer than usual a home is quiet, the likelier an emergency. */
final class Homes {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Homes() {}

    static List<Example> examples(long seed, int homes, int perHome) {
        var random = new Random(seed);
        var examples = new ArrayList<Example>();
        for (int home = 0; home < homes; home++) {
            for (int day = 0; day < perHome; day++) {
                double quiet = random.nextDouble() * 30;
                double ratio = random.nextDouble() * 1.5;
                double odds = Math.exp(0.4 * quiet - 3 * ratio - 9);
                var features = new Features(
                        quiet,
                        quiet + random.nextDouble() * 5,
                        random.nextInt(10) == 0 ? null : ratio,
                        random.nextDouble() * 0.3,
                        (double) random.nextInt(8),
                        (double) random.nextInt(3));
                boolean emergency = random.nextDouble() < odds / (1 + odds);
                examples.add(new Example("home-" + home, START.plusSeconds(86_400L * day), features, emergency));
            }
        }
        return examples;
    }

    /** The same features with the answers dealt out at random: nothing is left to learn. */
    static List<Example> shuffled(List<Example> examples, long seed) {
        var answers = new ArrayList<>(examples.stream().map(Example::emergency).toList());
        Collections.shuffle(answers, new Random(seed));
        var shuffled = new ArrayList<Example>();
        for (int i = 0; i < examples.size(); i++) {
            var example = examples.get(i);
            shuffled.add(new Example(example.householdId(), example.at(), example.features(), answers.get(i)));
        }
        return shuffled;
    }

    static List<Example> only(List<Example> examples, Predicate<Example> wanted) {
        return examples.stream().filter(wanted).toList();
    }

    static Features quiet(double hours, double ratio) {
        return new Features(hours, hours + 1, ratio, 0.1, 4.0, 0.0);
    }
}
