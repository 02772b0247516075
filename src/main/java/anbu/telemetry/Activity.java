package anbu.telemetry;

import anbu.households.Device;
import anbu.telemetry.activity.Measure;
import anbu.telemetry.activity.Span;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span in which a person did something at one device; {@code endAt} equals {@code startAt} for a single step. Values before and after it in W or lx. */
public record Activity(
        int deviceNo,
        Instant startAt,
        Instant endAt,
        Source source,
        @Nullable Float beforeValue,
        @Nullable Float afterValue) {
    /** Which measure showed it. */
    public enum Source {
        POWER,
        LIGHT;

        Measure measure() {
            return Measure.valueOf(name());
        }
    }

    static Source source(Measure measure) {
        return Source.valueOf(measure.name());
    }

    /** Where a span is told in one line: device, appliance, source, the value before and the value after, as JSON. */
    static String described(Device device, Span span) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("device", device.id())
                .put("appliance", device.appliance().name())
                .put("source", span.measure().name())
                .put("before", (float) span.before())
                .put("after", (float) span.after())
                .toString();
    }

    /** When something was surely done in it: its ends, and every {@link Span#JOIN} between them. */
    public List<Instant> moments() {
        var moments = new ArrayList<Instant>();
        for (var at = startAt; at.isBefore(endAt); at = at.plus(Span.JOIN)) {
            moments.add(at);
        }
        moments.add(endAt);
        return moments;
    }
}
