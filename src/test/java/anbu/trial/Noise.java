package anbu.trial;

/** Chance that is the same every time: a number for each key, drawn from a seed. */
record Noise(long seed) {
    /** A chance of its own for a part of the world, such as a home or a day. */
    Noise of(long key) {
        return new Noise(mixed(seed ^ mixed(key)));
    }

    /** From 0 (included) to 1 (excluded). */
    double share(long key) {
        return (mixed(seed + key * 0x9E3779B97F4A7C15L) >>> 11) * 0x1.0p-53;
    }

    double between(long key, double low, double high) {
        return low + share(key) * (high - low);
    }

    boolean happens(long key, double probability) {
        return share(key) < probability;
    }

    private static long mixed(long value) {
        var z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
