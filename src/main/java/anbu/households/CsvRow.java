package anbu.households;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of an uploaded file: where it begins, and its filled cells by column. */
record CsvRow(int line, Map<String, String> cells) {
    @Nullable String get(String column) {
        return cells.get(column);
    }
}
