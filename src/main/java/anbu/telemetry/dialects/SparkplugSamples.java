package anbu.telemetry.dialects;

import anbu.telemetry.dialects.Said.Moment;
import anbu.telemetry.dialects.Said.Values;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.jspecify.annotations.Nullable;

/** The metrics of one payload, by their times. */
final class SparkplugSamples {
    private static final int LAST_SIGNED_INT = 3;
    private static final int LAST_UNSIGNED_INT = 7;
    private static final int UINT64 = 8;

    private final SparkplugNode node;
    private final @Nullable Moment moment;
    private final Map<Optional<Moment>, Tally> tallies =
            new TreeMap<>(Comparator.comparing(at -> at.map(Moment::at).orElse(java.time.Instant.MAX)));
    private boolean others;

    SparkplugSamples(SparkplugNode node, @Nullable Moment moment) {
        this.node = node;
        this.moment = moment;
    }

    /** False where nobody knows what the metric is. */
    boolean add(Metric metric) {
        var name = metric.hasName() ? metric.getName() : node.name(metric.getAlias());
        if (name == null) {
            return !metric.hasAlias();
        }
        var meaning = Meaning.of(Fields.lastLevel(name), node.unit(metric, name), "Wh");
        if (meaning.isEmpty()) {
            others |= metric.hasBooleanValue();
            return true;
        }
        var own = metric.hasTimestamp() ? Moments.millis(metric.getTimestamp()) : null;
        var at = own == null ? moment : own;
        if (!metric.getIsNull()
                && node.counts(meaning.get().quantity(), name)
                && !(metric.getIsHistorical() && at == null)) {
            tallies.computeIfAbsent(Optional.ofNullable(at), any -> new Tally())
                    .add(meaning.get(), name, value(metric, name, node.type(metric, name)));
        }
        return true;
    }

    boolean hasOthers() {
        return others;
    }

    /** In order of time. */
    Map<Optional<Moment>, Values> values() {
        var values = new LinkedHashMap<Optional<Moment>, Values>();
        tallies.forEach((at, tally) -> {
            var whole = node.whole(tally);
            if (!whole.isEmpty()) {
                values.put(at, whole);
            }
        });
        return values;
    }

    private static @Nullable Double value(Metric metric, String name, int type) {
        return switch (metric.getValueCase()) {
            case INT_VALUE ->
                type > LAST_SIGNED_INT && type <= LAST_UNSIGNED_INT
                        ? (double) Integer.toUnsignedLong(metric.getIntValue())
                        : (double) metric.getIntValue();
            case LONG_VALUE ->
                type == UINT64 && metric.getLongValue() < 0 ? Double.POSITIVE_INFINITY : (double) metric.getLongValue();
            case FLOAT_VALUE -> finite(Double.parseDouble(Float.toString(metric.getFloatValue())));
            case DOUBLE_VALUE -> finite(metric.getDoubleValue());
            case STRING_VALUE ->
                Numbers.of(com.fasterxml.jackson.databind.node.TextNode.valueOf(metric.getStringValue()), name);
            default -> null;
        };
    }

    private static @Nullable Double finite(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
