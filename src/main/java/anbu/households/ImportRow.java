package anbu.households;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import jakarta.validation.Validator;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one line; what cannot be read is noted as an error of its column, once. */
record ImportRow(CsvRow row, ImportErrors errors, Set<String> wrong) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("y-M-d");

    static ImportRow of(CsvRow row, ImportErrors errors) {
        return new ImportRow(row, errors, new HashSet<>());
    }

    @Nullable String text(String column) {
        return row.get(column);
    }

    <T> @Nullable T word(String column, Map<String, T> words, String allowed) {
        var text = row.get(column);
        var found = text == null ? null : Words.find(words, text);
        if (text != null && found == null) {
            refuse(column, "This word is not known here. Write %s.".formatted(allowed));
        }
        return found;
    }

    @Nullable Integer number(String column) {
        var text = row.get(column);
        if (text == null) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            refuse(column, "This is not a whole number.");
            return null;
        }
    }

    /** A day, such as 2026-11-01 or 2026.11.1 (then its first moment in the zone), or a moment with its offset. */
    @Nullable Instant moment(String column, ZoneId zone) {
        var text = row.get(column);
        if (text == null) {
            return null;
        }
        try {
            if (text.contains("T")) {
                return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
            }
            var day = text.replaceAll("[./]\\s*", "-").replaceAll("-$", "");
            return LocalDate.parse(day, DAY).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            refuse(column, "This is not a day. Write it like 2026-11-01.");
            return null;
        }
    }

    void refuse(String column, String message) {
        if (wrong.add(column)) {
            errors.add(row.line(), column, row.get(column), message);
        }
    }

    /**
     * Notes the form's own messages, unless the column has one already.
     *
     * @param renamed columns that are not called as the form's fields in snake_case
     */
    <T> void check(Validator validator, T form, Map<String, String> renamed, Class<?>... groups) {
        validator.validate(form, groups).stream()
                .sorted((a, b) -> a.getPropertyPath()
                        .toString()
                        .compareTo(b.getPropertyPath().toString()))
                .forEach(violation -> {
                    var field = SnakeCaseStrategy.INSTANCE.translate(
                            violation.getPropertyPath().toString());
                    refuse(renamed.getOrDefault(field, field), violation.getMessage());
                });
    }
}
