package anbu.households;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Long lists in parts that fit into one statement. */
final class Chunks {
    private static final int ROWS = 1000;

    private Chunks() {}

    static <T> List<List<T>> of(Collection<T> all) {
        var list = List.copyOf(all);
        var parts = new ArrayList<List<T>>();
        for (var start = 0; start < list.size(); start += ROWS) {
            parts.add(list.subList(start, Math.min(start + ROWS, list.size())));
        }
        return parts;
    }
}
