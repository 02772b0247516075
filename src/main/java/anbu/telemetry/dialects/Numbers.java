package anbu.telemetry.dialects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as plugs write them. Null is "no value": missing, null, nan, unknown, unavailable, empty. */
final class Numbers {
    private static final Set<String> NOTHING =
            Set.of("", "nan", "-nan", "null", "none", "unknown", "unavailable", "undefined", "n/a", "-");
    private static final Set<String> INFINITE = Set.of("inf", "+inf", "infinity", "+infinity", "-inf", "-infinity");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,4})?");

    private Numbers() {}

    static boolean isNothing(String text) {
        return NOTHING.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text.strip()).matches();
    }

    /** Of makers who send numbers as text. */
    static @Nullable Double of(String text) {
        var bare = text.strip();
        if (isNothing(bare)) {
            return null;
        }
        if (INFINITE.contains(bare.toLowerCase(Locale.ROOT))) {
            return Double.POSITIVE_INFINITY;
        }
        if (!isNumber(bare)) {
            throw Unreadable.payload(
                    "A number belongs here, not \"%s\".".formatted(bare.length() <= 40 ? bare : bare.substring(0, 40)));
        }
        return Double.valueOf(bare);
    }

    /** Of makers who send numbers as numbers: text with digits in it is refused, other text is no value. */
    static @Nullable Double of(JsonNode node, String name) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (node.isTextual() && !isNumber(node.textValue())) {
            return INFINITE.contains(node.textValue().strip().toLowerCase(Locale.ROOT))
                    ? Double.POSITIVE_INFINITY
                    : null;
        }
        throw Unreadable.payload("%s must be a number, not %s."
                .formatted(
                        name,
                        node.isTextual()
                                ? "a number in quotes"
                                : node.getNodeType().name().toLowerCase(Locale.ROOT)));
    }

    /** The values of a number or of an array of numbers, without what is no value. */
    static List<Double> all(JsonNode node, String name) {
        var values = new ArrayList<Double>();
        for (var each : node.isArray() ? node : List.of(node)) {
            var value = of(each, name);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
