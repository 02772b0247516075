package anbu.telemetry.replay;

import anbu.telemetry.activity.Sample;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A file of readings, row by row. */
final class ReadingFile implements Closeable {
    private static final List<String> COLUMNS =
            List.of("timestamp", "home", "device", "appliance", "power_w", "illuminance_lux");
    /** More than any plug or lamp: the same as in live intake. */
    private static final double MOST_W = 100_000;

    private static final double MOST_LUX = 200_000;
    /** Meters at rest may report a little less than nothing. */
    private static final double METER_NOISE = -1;

    private final long size;
    private final CountingStream counting;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private long rows;
    private long leftOut;
    private long firstLeftOut;
    private String lastTimestamp = "";
    private Instant lastAt = Instant.EPOCH;

    ReadingFile(Path path) throws IOException {
        this.size = Files.size(path);
        this.counting = new CountingStream(Files.newInputStream(path));
        InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(counting, 1 << 16) : counting;
        var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
        skipByteOrderMark(reader);
        this.parser = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreHeaderCase(true)
                .get()
                .parse(reader);
        for (var column : COLUMNS) {
            if (!parser.getHeaderMap().containsKey(column)) {
                throw new BadRow("The first line of %s lacks the column %s; it has %s. Name all of %s."
                        .formatted(path, column, parser.getHeaderNames(), COLUMNS));
            }
        }
        this.records = parser.iterator();
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    /** The next row; null at the end. Rows that measure nothing, or what no plug can, are passed over. */
    @Nullable Row next() throws IOException {
        try {
            while (records.hasNext()) {
                var row = row(records.next());
                rows++;
                if (row != null) {
                    return row;
                }
            }
            return null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private @Nullable Row row(CSVRecord record) {
        if (!record.isConsistent()) {
            throw new BadRow("Line %,d has %d values, but the first line names %d columns. Check its commas."
                    .formatted(line(), record.size(), parser.getHeaderMap().size()));
        }
        var power = number(record, "power_w");
        var light = number(record, "illuminance_lux");
        if (outside(power, MOST_W) || outside(light, MOST_LUX)) {
            firstLeftOut = leftOut++ == 0 ? line() : firstLeftOut;
            return null;
        }
        var sample = new Sample(moment(record), hundredths(power), hundredths(light));
        return power == null && light == null
                ? null
                : new Row(word(record, "home"), word(record, "device"), record.get("appliance"), sample);
    }

    private static boolean outside(@Nullable Double value, double most) {
        return value != null && !(value >= METER_NOISE && value <= most);
    }

    /** As it is stored. */
    private static @Nullable Double hundredths(@Nullable Double value) {
        return value == null ? null : Math.max(0, Math.rint(value * 100) / 100);
    }

    private Instant moment(CSVRecord record) {
        var text = record.get("timestamp");
        if (!text.equals(lastTimestamp)) {
            try {
                lastAt = text.endsWith("Z")
                        ? Instant.parse(text)
                        : OffsetDateTime.parse(text).toInstant();
                lastTimestamp = text;
            } catch (DateTimeException e) {
                throw bad("timestamp", text, "Write moments as 2026-03-01T06:30:00Z or 2026-03-01T15:30:00+09:00.");
            }
        }
        return lastAt;
    }

    private String word(CSVRecord record, String column) {
        var text = record.get(column);
        if (text.isEmpty()) {
            throw bad(column, text, "Name it.");
        }
        return text;
    }

    private @Nullable Double number(CSVRecord record, String column) {
        var text = record.get(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw bad(column, text, "Write a number such as 12.5, or nothing if it was not measured.");
        }
    }

    private BadRow bad(String column, String value, String advice) {
        return new BadRow("Line %,d, column %s: \"%s\" cannot be read. %s".formatted(line(), column, value, advice));
    }

    private long line() {
        return parser.getCurrentLineNumber();
    }

    long size() {
        return size;
    }

    long rows() {
        return rows;
    }

    long bytesRead() {
        return counting.bytes();
    }

    long leftOut() {
        return leftOut;
    }

    long firstLeftOut() {
        return firstLeftOut;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
