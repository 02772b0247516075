package anbu.load;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Lines that Prometheus would read. */
record Metrics(List<String> lines) {
    /** The sum of all lines of this name that hold this text. */
    double sum(String name, String text) {
        return lines.stream()
                .filter(line -> line.startsWith(name) && line.contains(text))
                .mapToDouble(Metrics::value)
                .sum();
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    /** The value below which this share of what was recorded since {@code before} lies, as the upper end of its bucket. */
    double quantile(String histogram, double share, Metrics before) {
        var counts = new TreeMap<Double, Double>();
        buckets(histogram).forEach((end, count) -> counts.merge(end, count, Double::sum));
        before.buckets(histogram).forEach((end, count) -> counts.merge(end, -count, Double::sum));
        if (counts.isEmpty()) {
            return Double.NaN;
        }
        var wanted = counts.lastEntry().getValue() * share;
        return counts.entrySet().stream()
                .filter(bucket -> bucket.getValue() >= wanted)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private TreeMap<Double, Double> buckets(String histogram) {
        var found = new TreeMap<Double, Double>();
        for (var line : lines) {
            if (line.startsWith(histogram + "_bucket")) {
                var end = Arrays.stream(line.split("\"")).skip(1).findFirst().orElseThrow();
                found.put(end.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(end), value(line));
            }
        }
        return found;
    }
}
