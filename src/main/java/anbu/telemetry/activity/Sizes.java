package anbu.telemetry.activity;

import java.util.List;

/** The sizes of step, in watts, that a sketch counts: each about 1.4 times the one before. */
final class Sizes {
    private static final double[] WATTS = {
        2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 91, 128, 181, 256, 362, 512, 724, 1024, 1448, 2048, 2896, 4096, 5793
    };

    private Sizes() {}

    static int count() {
        return WATTS.length;
    }

    static double watts(int size) {
        return WATTS[size];
    }

    /** How many of the sizes a step of so many watts reaches. */
    static int reached(double watts) {
        int reached = 0;
        while (reached < WATTS.length && watts >= WATTS[reached]) {
            reached++;
        }
        return reached;
    }

    /** The entry of a list that leaves out the zeros at its end. */
    static int entry(List<Integer> counts, int size) {
        return size < counts.size() ? counts.get(size) : 0;
    }
}
