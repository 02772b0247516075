package anbu.telemetry;

import anbu.platform.Row;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes many rows with few statements. Spelled out as one VALUES list, so that the driver's bulk option can stay off for those who need update counts. */
@Component
class ManyRows {
    private static final int ROWS_PER_STATEMENT = 300;

    private final JdbcTemplate jdbc;

    ManyRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param head up to and with VALUES
     * @param tail what follows the list, or ""
     */
    void write(String head, List<Object[]> rows, String tail) {
        for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            var some = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT));
            var row = "(" + String.join(", ", Collections.nCopies(some.get(0).length, "?")) + ")";
            var list = String.join(",\n", Collections.nCopies(some.size(), row));
            var values = some.stream().flatMap(Arrays::stream).map(Row::column).toArray();
            jdbc.update(head + "\n" + list + "\n" + tail, values);
        }
    }
}
