package anbu.telemetry.dialects;

import anbu.telemetry.dialects.Said.Basis;
import anbu.telemetry.dialects.Said.Moment;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as plugs write them, to the millisecond. Null where it is no time: then only the arrival is known. */
final class Moments {
    private static final Pattern TEXT = Pattern.compile(
            "(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,12}))?)?\\s*([Zz]|[+-]\\d{2}:?(?:\\d{2})?)?");
    private static final Pattern BASIC =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})(?:[.,](\\d{1,12}))?(Z)?");
    private static final double LATEST_MS = 4e12;

    private Moments() {}

    static @Nullable Moment seconds(double epoch) {
        return millis(epoch * 1000);
    }

    static @Nullable Moment millis(double epoch) {
        return epoch > 0 && epoch < LATEST_MS ? said(Instant.ofEpochMilli(Math.round(epoch))) : null;
    }

    /** Seconds, milliseconds, microseconds or nanoseconds since 1970, told by their size. */
    static @Nullable Moment epoch(double number) {
        if (number < 1e11) {
            return seconds(number);
        }
        if (number < 1e14) {
            return millis(number);
        }
        return millis(number < 1e17 ? number / 1e3 : number / 1e6);
    }

    /** ISO 8601 and its relatives; local time is that of the zone. */
    static @Nullable Moment text(String text, ZoneId zone) {
        var bare = text.strip();
        var found = TEXT.matcher(bare);
        if (found.matches()) {
            return at(found, found.group(8), zone);
        }
        return Numbers.isNumber(bare) ? epoch(Double.parseDouble(bare)) : basic(bare);
    }

    /** 20260301T221500, which oneM2M means in UTC without saying so. */
    static @Nullable Moment basic(String text) {
        var found = BASIC.matcher(text.strip());
        return found.matches() ? at(found, null, ZoneOffset.UTC) : null;
    }

    /** A number since 1970 or a text. */
    static @Nullable Moment of(JsonNode node, ZoneId zone) {
        if (node.isNumber()) {
            return epoch(node.doubleValue());
        }
        return node.isTextual() ? text(node.textValue(), zone) : null;
    }

    private static @Nullable Moment at(Matcher found, @Nullable String offset, ZoneId zone) {
        try {
            var nanos = found.group(7) == null ? 0 : (int) (Double.parseDouble("0." + found.group(7)) * 1_000_000_000);
            var local = LocalDateTime.of(
                    number(found, 1),
                    number(found, 2),
                    number(found, 3),
                    number(found, 4),
                    number(found, 5),
                    number(found, 6),
                    nanos);
            var there = offset == null ? zone : ZoneOffset.of(offset.equals("z") ? "Z" : offset);
            return said(Instant.ofEpochMilli(local.atZone(there).toInstant().toEpochMilli()));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher found, int group) {
        return found.group(group) == null ? 0 : Integer.parseInt(found.group(group));
    }

    private static Moment said(Instant at) {
        return new Moment(at, Basis.SAID);
    }
}
