package anbu.telemetry.activity;

import java.util.stream.DoubleStream;

/** What is usual among values, whatever a few of them are. */
final class Middle {
    private Middle() {}

    /** The median, the greater of two; 0 of none. */
    static double of(DoubleStream values) {
        return at(values, 0.5);
    }

    /** What a quarter of the values are below; 0 of none. */
    static double quarter(DoubleStream values) {
        return at(values, 0.25);
    }

    private static double at(DoubleStream values, double share) {
        var sorted = values.sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) (share * sorted.length)];
    }
}
