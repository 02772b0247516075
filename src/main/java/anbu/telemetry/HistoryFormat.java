package anbu.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a file of past readings, by the names in its first line: {@code timestamp} (ISO-8601 with offset or Z, or whole milliseconds),
 * {@code device} and at least one of {@code power_w}, {@code illuminance_lux}, {@code energy_wh}; {@code seq} if there is one. Other
 * columns are not read. What is wrong with a line is told in the same words as of a message.
 */
final class HistoryFormat {
    static final String SOURCE = "import";
    static final String TOPIC = "/api/v1/readings/import";

    private static final Map<String, String> NAMES = Map.of(
            "timestamp", "t",
            "device", "device_id",
            "power_w", "power_w",
            "illuminance_lux", "illuminance_lux",
            "energy_wh", "energy_wh",
            "seq", "seq");
    private static final List<String> VALUES = List.of("power_w", "illuminance_lux", "energy_wh");

    private final String header;
    private final Map<String, Integer> places;

    private HistoryFormat(String header, Map<String, Integer> places) {
        this.header = header;
        this.places = places;
    }

    /** Throws {@link BadInput} with a sentence for whoever made the file. */
    static HistoryFormat of(byte[] firstLine) {
        var header = withoutMark(text(firstLine));
        var places = new LinkedHashMap<String, Integer>();
        var titles = cells(header);
        for (int i = 0; i < titles.size(); i++) {
            var title = titles.get(i).strip().toLowerCase(Locale.ROOT);
            if (NAMES.containsKey(title) && places.put(title, i) != null) {
                throw new BadInput(Reason.BAD_PAYLOAD, "The first line names the column %s twice.".formatted(title));
            }
        }
        if (!places.containsKey("timestamp")
                || !places.containsKey("device")
                || VALUES.stream().noneMatch(places::containsKey)) {
            throw new BadInput(
                    Reason.BAD_PAYLOAD,
                    "The first line must name the columns timestamp, device and at least one of %s, parted by commas; it is: %s"
                            .formatted(String.join(", ", VALUES), header.substring(0, Math.min(200, header.length()))));
        }
        return new HistoryFormat(header, places);
    }

    /** One line as it would be kept if it could not be used: with the first line, so that it can be read again by itself. */
    Message message(byte[] line, Instant arrivedAt) {
        var first = header.getBytes(StandardCharsets.UTF_8);
        var both = Arrays.copyOf(first, first.length + 1 + line.length);
        both[first.length] = '\n';
        System.arraycopy(line, 0, both, first.length + 1, line.length);
        return new Message(SOURCE, TOPIC, both, arrivedAt);
    }

    /** A line kept by {@link #message}. */
    static Item again(Message kept, OwnDialect dialect) {
        var end = new String(kept.payload(), StandardCharsets.ISO_8859_1).indexOf('\n');
        try {
            var format = of(Arrays.copyOf(kept.payload(), Math.max(0, end)));
            return format.read(Arrays.copyOfRange(kept.payload(), end + 1, kept.payload().length), kept, dialect);
        } catch (BadInput e) {
            return e.of(kept);
        }
    }

    Item read(byte[] line, Message origin, OwnDialect dialect) {
        try {
            return dialect.read(object(cells(text(line))), origin);
        } catch (BadInput e) {
            return e.of(origin);
        }
    }

    private JsonNode object(List<String> cells) {
        var object = JsonNodeFactory.instance.objectNode();
        places.forEach((title, place) -> {
            var cell = place < cells.size() ? cells.get(place).strip() : "";
            if (!cell.isEmpty()) {
                put(object, title, cell);
            }
        });
        if (!object.has("t")) {
            throw new BadInput(Reason.BAD_PAYLOAD, "timestamp is empty.");
        }
        return object;
    }

    private static void put(ObjectNode object, String title, String cell) {
        var name = NAMES.getOrDefault(title, title);
        if (name.equals("t") || name.equals("device_id")) {
            object.put(name, cell);
            return;
        }
        var number = number(cell);
        if (number == null) {
            throw new BadInput(
                    Reason.BAD_PAYLOAD,
                    "%s must be a number with a decimal point and without a unit.".formatted(title));
        }
        if (name.equals("seq") && number.scale() <= 0 && number.precision() < 19) {
            object.put(name, number.longValue());
        } else {
            object.put(name, number.doubleValue());
        }
    }

    private static @Nullable BigDecimal number(String cell) {
        try {
            return cell.length() > 40 ? null : new BigDecimal(cell);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Which column a sentence is about, and what stands there; null where it is about the whole line. */
    @Nullable Wrong wrong(String detail, byte[] line) {
        var word = detail.split("[ ,]", 2)[0];
        var title = NAMES.entrySet().stream()
                .filter(name -> name.getKey().equals(word) || name.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst();
        return title.filter(places::containsKey)
                .map(column -> new Wrong(column, cell(column, line)))
                .orElse(null);
    }

    /** A column by its name, and its text. */
    record Wrong(String column, String value) {}

    private String cell(String column, byte[] line) {
        try {
            var cells = cells(text(line));
            int place = places.getOrDefault(column, 0);
            return place < cells.size() ? cells.get(place) : "";
        } catch (BadInput e) {
            return "";
        }
    }

    private static List<String> cells(String line) {
        if (line.indexOf('"') < 0) {
            return List.of(line.split(",", -1));
        }
        try (var parser = CSVFormat.DEFAULT.parse(new java.io.StringReader(line))) {
            return parser.stream().flatMap(record -> record.stream()).collect(Collectors.toList());
        } catch (IOException | UncheckedIOException e) {
            throw new BadInput(Reason.BAD_PAYLOAD, "A quotation mark is not closed.");
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String text(byte[] line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadInput(Reason.BAD_PAYLOAD, "The bytes are not UTF-8. Save the file as UTF-8.");
        }
    }
}
