package anbu.telemetry.dialects;

import anbu.telemetry.dialects.Said.Values;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of the channels of one device. */
final class Tally {
    private static final int MOST_CHANNELS = 64;

    private final Map<Quantity, Map<String, Double>> channels = new EnumMap<>(Quantity.class);

    void add(Quantity quantity, String channel, @Nullable Double value) {
        if (value != null) {
            channels.computeIfAbsent(quantity, any -> new LinkedHashMap<>()).put(channel, value);
        }
    }

    void add(Meaning meaning, String channel, @Nullable Double value) {
        add(meaning.quantity(), channel, value == null ? null : value * meaning.factor());
    }

    boolean has(Quantity quantity) {
        return channels.containsKey(quantity);
    }

    boolean isEmpty() {
        return channels.isEmpty();
    }

    Values values() {
        var light = of(Quantity.LIGHT);
        return new Values(
                sum(of(Quantity.POWER)),
                light.isEmpty()
                        ? null
                        : light.stream().mapToDouble(each -> each).max().orElseThrow(),
                sum(of(Quantity.ENERGY)));
    }

    /**
     * The values with those channels overlaid that were heard before and are not in this message. A quantity of which this message has
     * nothing stays unknown. A device with one channel leaves no lasting trace.
     */
    Values over(Memory memory, String subject) {
        var document = memory.of(subject);
        var before = document.deepCopy();
        var all = new Tally();
        channels.forEach((quantity, heard) -> {
            var known = document.withObject("/" + quantity.name());
            known.fields()
                    .forEachRemaining(
                            e -> all.add(quantity, e.getKey(), e.getValue().doubleValue()));
            heard.forEach((channel, value) -> {
                all.add(quantity, channel, value);
                if (known.size() < MOST_CHANNELS && Double.isFinite(value)) {
                    known.put(channel, value);
                }
            });
        });
        if (!document.equals(before)) {
            remember(memory, subject, document);
        }
        return all.values();
    }

    private static void remember(Memory memory, String subject, ObjectNode document) {
        for (var quantity : Quantity.values()) {
            if (document.path(quantity.name()).size() > 1) {
                memory.keep(subject, document);
                return;
            }
        }
        memory.note(subject, document);
    }

    private Collection<Double> of(Quantity quantity) {
        return channels.getOrDefault(quantity, Map.of()).values();
    }

    private static @Nullable Double sum(Collection<Double> values) {
        return values.isEmpty()
                ? null
                : values.stream().mapToDouble(each -> each).sum();
    }
}
