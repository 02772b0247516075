package anbu.households;

import anbu.platform.InvalidInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mistakes of one file, by line. Values of columns with personal data are never repeated. */
class ImportErrors {
    /** As many as are listed; all are counted. */
    static final int LISTED = 200;

    private static final int LONGEST_VALUE = 60;

    private final Set<String> openColumns;
    private final List<InvalidInput.Error> listed = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private int total;

    /** @param openColumns the columns whose values may be repeated in a message */
    ImportErrors(Set<String> openColumns) {
        this.openColumns = openColumns;
    }

    void add(int line, String column, @Nullable String value, String message) {
        total++;
        if (listed.size() < LISTED) {
            listed.add(new InvalidInput.Error(line, column, shown(column, value), message));
        }
    }

    /** Notes an id that two lines share. */
    void once(int line, String column, String id) {
        var earlier = lines.putIfAbsent(id, line);
        if (earlier != null) {
            add(line, column, id, "This id is already on line %d. Each id may be there once.".formatted(earlier));
        }
    }

    private @Nullable String shown(String column, @Nullable String value) {
        if (value == null || !openColumns.contains(column)) {
            return null;
        }
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    void refuseIfAny() {
        if (total == 0) {
            return;
        }
        var message = total == 1
                ? "The file has 1 error, so nothing was imported. Correct the line and send the whole file again."
                : "The file has %d errors, so nothing was imported. Correct the lines and send the whole file again."
                        .formatted(total);
        throw new InvalidInput(message, listed, Map.of("total", total));
    }
}
