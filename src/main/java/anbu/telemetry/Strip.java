package anbu.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Three days of one home on a line: ticks where a person did something, warm since then, hatched where nothing reported. Numbers only. */
record Strip(
        Instant until, ZoneId zone, @Nullable Instant lastActivityAt, List<Instant> activity, List<long[]> silent) {
    static final Duration LENGTH = Duration.ofHours(72);
    private static final double WIDTH = 216;
    private static final int HEIGHT = 22;
    private static final int TICKS = 96;

    String svg(@Nullable Integer limitHours) {
        var svg = new StringBuilder(
                "<svg class=\"strip\" viewBox=\"0 0 216 22\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                        + "<rect class=\"base\" width=\"216\" height=\"22\" rx=\"3\"/>");
        var quietFrom = lastActivityAt == null ? 0 : x(lastActivityAt);
        if (quietFrom < WIDTH) {
            rect(svg, "q", quietFrom, 0, WIDTH - quietFrom);
        }
        silent.forEach(span -> hatched(svg, x(Instant.ofEpochMilli(span[0])), x(Instant.ofEpochMilli(span[1]))));
        days(svg);
        ticks(svg);
        if (limitHours != null && lastActivityAt != null) {
            limit(svg, lastActivityAt.plus(Duration.ofHours(limitHours)));
        }
        return svg.append("</svg>").toString();
    }

    private double x(Instant at) {
        var millis = Duration.between(until.minus(LENGTH), at).toMillis();
        return Math.max(0, Math.min(WIDTH, WIDTH * millis / LENGTH.toMillis()));
    }

    private static void rect(StringBuilder svg, String kind, double x, int y, double width) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                kind,
                x,
                y,
                width,
                HEIGHT - y));
    }

    private static void line(StringBuilder svg, String kind, double x) {
        svg.append(String.format(Locale.ROOT, "<path class=\"%s\" d=\"M%.1f 0v22\"/>", kind, x));
    }

    private static void hatched(StringBuilder svg, double from, double to) {
        rect(svg, "sil", from, 0, to - from);
        var lines = new StringBuilder();
        for (var x = from; x + 4 <= to; x += 4) {
            lines.append(String.format(Locale.ROOT, "M%.1f 22l4 -22", x));
        }
        if (!lines.isEmpty()) {
            svg.append("<path class=\"hat\" d=\"").append(lines).append("\"/>");
        }
    }

    private void days(StringBuilder svg) {
        for (var day = until.atZone(zone).truncatedTo(ChronoUnit.DAYS);
                day.toInstant().isAfter(until.minus(LENGTH));
                day = day.minusDays(1)) {
            line(svg, "day", x(day.toInstant()));
        }
    }

    /** The more happened in 45 minutes, the taller the tick. */
    private void ticks(StringBuilder svg) {
        var counts = new TreeMap<Integer, Integer>();
        activity.forEach(at -> counts.merge((int) Math.min(TICKS - 1, x(at) * TICKS / WIDTH), 1, Integer::sum));
        counts.forEach((bin, count) -> rect(svg, "a", bin * WIDTH / TICKS, Math.max(3, 16 - 2 * count), 1.8));
    }

    private void limit(StringBuilder svg, Instant at) {
        if (at.isAfter(until.minus(LENGTH)) && at.isBefore(until)) {
            line(svg, "lim", x(at));
        }
    }
}
