package anbu.telemetry.dialects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of an object whose field names are somebody's choice. Fields that differ only in a number are channels and add up; of several
 * names for one quantity (power and active_power) one is taken.
 */
final class Fields {
    private final Map<Quantity, Map<String, Tally>> kinds = new EnumMap<>(Quantity.class);

    /** @param energyUnit of energy whose name does not say it */
    static Tally of(JsonNode object, @Nullable String energyUnit) {
        var fields = new Fields();
        var unit = object.path("unit").isTextual() ? object.path("unit").textValue() : null;
        object.fields().forEachRemaining(field -> Meaning.of(field.getKey(), null, energyUnit)
                .map(m -> unit == null
                        ? m
                        : Meaning.ofUnit(unit)
                                .filter(u -> u.quantity() == m.quantity())
                                .orElse(m))
                .ifPresent(
                        meaning -> fields.add(field.getKey(), meaning, Numbers.all(field.getValue(), field.getKey()))));
        return fields.best();
    }

    void add(String name, Meaning meaning, Iterable<Double> values) {
        var tally = kinds.computeIfAbsent(meaning.quantity(), any -> new LinkedHashMap<>())
                .computeIfAbsent(Meaning.kind(name), any -> new Tally());
        int i = 0;
        for (var value : values) {
            tally.add(meaning, name + "#" + i++, value);
        }
    }

    Tally best() {
        var best = new Tally();
        kinds.forEach((quantity, byKind) -> byKind.entrySet().stream()
                .filter(kind -> !kind.getValue().isEmpty())
                .min((a, b) -> Integer.compare(rank(a.getKey()), rank(b.getKey())))
                .ifPresent(kind -> best.add(quantity, "", value(quantity, kind.getValue()))));
        return best;
    }

    /** Of each quantity the kind of name that counts, where a device has several. */
    static Map<Quantity, String> kinds(Iterable<String> names) {
        var kinds = new EnumMap<Quantity, String>(Quantity.class);
        for (var name : names) {
            var last = lastLevel(name);
            Meaning.of(last, null, "Wh")
                    .ifPresent(meaning -> kinds.merge(
                            meaning.quantity(),
                            Meaning.kind(last),
                            (one, other) -> rank(other) < rank(one) ? other : one));
        }
        return kinds;
    }

    /** Of a name such as Outlet 1/power. */
    static String lastLevel(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static int rank(String kind) {
        if (kind.contains("total")) {
            return 0;
        }
        return kind.contains("active") ? 1 : 2;
    }

    private static @Nullable Double value(Quantity quantity, Tally tally) {
        var values = tally.values();
        return switch (quantity) {
            case POWER -> values.powerW();
            case LIGHT -> values.illuminanceLux();
            case ENERGY -> values.energyWh();
        };
    }
}
