package anbu.telemetry.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Steps of one measure that follow each other closely, as one. {@code start} equals {@code end} for a single step. */
public record Span(Instant start, Instant end, Measure measure, double before, double after) {
    /** Steps no further apart than this belong together. */
    public static final Duration JOIN = Duration.ofMinutes(10);

    /** Joins the steps, which are in order of time; the spans of both measures come in order of their starts. */
    public static List<Span> of(List<Step> steps) {
        var spans = new ArrayList<Span>();
        for (var measure : Measure.values()) {
            Span open = null;
            for (var step : steps) {
                if (step.measure() != measure) {
                    continue;
                }
                if (open != null && open.reaches(step.at())) {
                    open = open.with(step);
                } else {
                    if (open != null) {
                        spans.add(open);
                    }
                    open = new Span(step.at(), step.at(), measure, step.before(), step.after());
                }
            }
            if (open != null) {
                spans.add(open);
            }
        }
        spans.sort(Comparator.comparing(Span::start).thenComparing(Span::measure));
        return spans;
    }

    /** The later spans, of which the first of each measure may go on with an earlier one. */
    public static List<Span> joined(List<Span> earlier, List<Span> later) {
        var joined = new ArrayList<Span>(later);
        for (var before : earlier) {
            for (int i = 0; i < joined.size(); i++) {
                var span = joined.get(i);
                if (span.measure == before.measure) {
                    if (before.reaches(span.start)) {
                        joined.set(i, new Span(before.start, span.end, span.measure, before.before, span.after));
                    }
                    break;
                }
            }
        }
        return joined;
    }

    /** Whether a step at that moment, not before the end, belongs to this span. */
    public boolean reaches(Instant moment) {
        return !moment.isAfter(end.plus(JOIN));
    }

    private Span with(Step step) {
        return new Span(start, step.at(), measure, before, step.after());
    }
}
