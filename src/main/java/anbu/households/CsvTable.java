package anbu.households;

import anbu.platform.InvalidInput;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads an uploaded file into rows by the names of our columns, and notes what does not fit. */
final class CsvTable {
    private final Map<String, String> columnByTitle;
    private final Set<String> required;
    private final ImportErrors errors;

    /**
     * @param columnByTitle every title that is understood, in lower case without spaces, and the column that it names
     * @param required the columns that must be there
     */
    CsvTable(Map<String, String> columnByTitle, Set<String> required, ImportErrors errors) {
        this.columnByTitle = columnByTitle;
        this.required = required;
        this.errors = errors;
    }

    List<CsvRow> rows(byte[] file) {
        var source = CsvText.of(file);
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(source.delimiter())
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (var parser = CSVParser.parse(new StringReader(source.text()), format)) {
            return rows(parser, source.linesBefore());
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidInput(
                    "The file cannot be read as CSV. Maybe a quotation mark is not closed, or a cell goes on after one.",
                    List.of());
        }
    }

    private List<CsvRow> rows(CSVParser parser, int linesBefore) {
        var records = parser.iterator();
        var rows = new ArrayList<CsvRow>();
        List<String> columns = null;
        while (true) {
            var line = linesBefore + (int) parser.getCurrentLineNumber() + 1;
            if (!records.hasNext()) {
                break;
            }
            var cells = records.next();
            if (empty(cells)) {
                continue;
            }
            if (columns == null) {
                columns = columns(line, cells);
                errors.refuseIfAny();
            } else if (fits(line, cells, columns)) {
                rows.add(row(line, cells, columns));
            }
        }
        if (rows.isEmpty()) {
            errors.refuseIfAny();
            throw new InvalidInput("The file has no line below its header, so there is nothing to import.", List.of());
        }
        return rows;
    }

    private List<String> columns(int line, CSVRecord header) {
        if (header.stream().allMatch(title -> column(title) == null)) {
            throw new InvalidInput(
                    "The first line names none of the columns. It must name them, at least %s."
                            .formatted(String.join(", ", new TreeSet<>(required))),
                    List.of());
        }
        var columns = new ArrayList<String>();
        for (var title : header) {
            var column = column(title);
            if (column == null) {
                errors.add(
                        line,
                        title,
                        null,
                        "There is no column of this name. Maybe it is misspelled, or this is another kind of file.");
            } else if (columns.contains(column)) {
                errors.add(line, title, null, "This column is there twice.");
            }
            columns.add(column == null ? title : column);
        }
        required.stream()
                .filter(column -> !columns.contains(column))
                .sorted()
                .forEach(column -> errors.add(line, column, null, "This column is missing."));
        return columns;
    }

    private @Nullable String column(String title) {
        return columnByTitle.get(title.toLowerCase(Locale.ROOT).replace(" ", ""));
    }

    private boolean fits(int line, CSVRecord cells, List<String> columns) {
        if (cells.size() != columns.size()) {
            errors.add(
                    line,
                    "",
                    null,
                    "This line has %d cells, but the header has %d. Maybe a cell with a comma is not in quotation marks."
                            .formatted(cells.size(), columns.size()));
        }
        return cells.size() == columns.size();
    }

    private static CsvRow row(int line, CSVRecord cells, List<String> columns) {
        var filled = new HashMap<String, String>();
        for (var place = 0; place < columns.size(); place++) {
            var value = cells.get(place).strip();
            if (!value.isEmpty()) {
                filled.put(columns.get(place), value);
            }
        }
        return new CsvRow(line, filled);
    }

    /** Excel ends tables with lines of nothing but delimiters. */
    private static boolean empty(CSVRecord cells) {
        return cells.stream().allMatch(String::isBlank);
    }
}
