package anbu.telemetry;

import anbu.platform.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes many rows with few statements. Spelled out as one VALUES list, so that the driver's bulk option can stay off for those who need update
 * counts. Numbers and moments are written into the statement itself, which costs a fraction of handing each over as a parameter; texts
 * are parameters.
 */
@Component
class ManyRows {
    private static final int ROWS_PER_STATEMENT = 1000;
    private static final int CHARS_PER_ROW = 120;

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
            var statement =
                    new Statement(new StringBuilder(head.length() + tail.length() + some.size() * CHARS_PER_ROW));
            statement.text.append(head);
            var before = "\n(";
            for (var row : some) {
                statement.text.append(before);
                statement.add(row);
                before = ",\n(";
            }
            statement.text.append('\n').append(tail);
            jdbc.update(statement.text.toString(), statement.parameters.toArray());
        }
    }

    /** A statement that is being written. */
    private record Statement(StringBuilder text, List<@Nullable Object> parameters) {
        private static final ZoneId ZONE = ZoneId.systemDefault(); // as the driver does with java.sql.Timestamp

        Statement(StringBuilder text) {
            this(text, new ArrayList<>());
        }

        void add(@Nullable Object[] row) {
            for (int i = 0; i < row.length; i++) {
                if (i > 0) {
                    text.append(',');
                }
                add(row[i]);
            }
            text.append(')');
        }

        private void add(@Nullable Object value) {
            if (value == null || value instanceof Number || value instanceof Boolean) {
                text.append(value);
            } else if (value instanceof Instant moment) {
                moment(LocalDateTime.ofInstant(moment, ZONE));
            } else if (value instanceof LocalDate day) {
                text.append('\'').append(day).append('\'');
            } else {
                text.append('?');
                parameters.add(Row.column(value));
            }
        }

        /** As {@code '2026-11-24 03:00:00.250'}. */
        private void moment(LocalDateTime at) {
            text.append('\'').append(at.getYear()).append('-');
            digits(at.getMonthValue(), 10).append('-');
            digits(at.getDayOfMonth(), 10).append(' ');
            digits(at.getHour(), 10).append(':');
            digits(at.getMinute(), 10).append(':');
            digits(at.getSecond(), 10).append('.');
            digits(at.getNano() / 1_000_000, 100).append('\'');
        }

        private StringBuilder digits(int number, int highest) {
            for (int place = highest; place > 0; place /= 10) {
                text.append((char) ('0' + number / place % 10));
            }
            return text;
        }
    }
}
