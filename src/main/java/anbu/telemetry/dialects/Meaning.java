package anbu.telemetry.dialects;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a named value means, and by what it is multiplied to be in W, lx or Wh. */
record Meaning(Quantity quantity, double factor) {
    private static final Map<String, Meaning> UNITS = Map.ofEntries(
            Map.entry("W", new Meaning(Quantity.POWER, 1)),
            Map.entry("kW", new Meaning(Quantity.POWER, 1000)),
            Map.entry("KW", new Meaning(Quantity.POWER, 1000)),
            Map.entry("mW", new Meaning(Quantity.POWER, 0.001)),
            Map.entry("MW", new Meaning(Quantity.POWER, 1e6)),
            Map.entry("watt", new Meaning(Quantity.POWER, 1)),
            Map.entry("watts", new Meaning(Quantity.POWER, 1)),
            Map.entry("lx", new Meaning(Quantity.LIGHT, 1)),
            Map.entry("lux", new Meaning(Quantity.LIGHT, 1)),
            Map.entry("klx", new Meaning(Quantity.LIGHT, 1000)),
            Map.entry("Wh", new Meaning(Quantity.ENERGY, 1)),
            Map.entry("kWh", new Meaning(Quantity.ENERGY, 1000)),
            Map.entry("KWh", new Meaning(Quantity.ENERGY, 1000)),
            Map.entry("kwh", new Meaning(Quantity.ENERGY, 1000)),
            Map.entry("mWh", new Meaning(Quantity.ENERGY, 0.001)),
            Map.entry("MWh", new Meaning(Quantity.ENERGY, 1e6)),
            Map.entry("J", new Meaning(Quantity.ENERGY, 1 / 3600.0)),
            Map.entry("kJ", new Meaning(Quantity.ENERGY, 1 / 3.6)),
            Map.entry("MJ", new Meaning(Quantity.ENERGY, 1000 / 3.6)));
    private static final Map<String, String> UNIT_WORDS = Map.of(
            "w", "W", "kw", "kW", "mw", "mW", "lx", "lx", "lux", "lx", "wh", "Wh", "kwh", "kWh", "watts", "W", "watt",
            "W");
    private static final Set<String> POWER = Set.of("power", "watt", "watts", "apower", "activepower", "wattage");
    private static final Set<String> LIGHT =
            Set.of("illuminance", "illumination", "illum", "ill", "luminosity", "lux", "light");
    private static final Set<String> ENERGY = Set.of("energy", "consumption", "electricity", "aenergy");
    private static final Set<String> TRAILING =
            Set.of("total", "now", "current", "value", "sensor", "active", "instant", "lifetime");
    /** Words that make it another thing, though it is in watts or called power. */
    private static final Set<String> ANOTHER = Set.of(
            "apparent",
            "reactive",
            "factor",
            "max",
            "min",
            "peak",
            "rated",
            "nominal",
            "limit",
            "threshold",
            "target",
            "today",
            "yesterday",
            "month",
            "monthly",
            "week",
            "weekly",
            "year",
            "yearly",
            "hour",
            "hourly",
            "period",
            "returned",
            "export",
            "exported",
            "ret",
            "cost",
            "price",
            "standby",
            "average",
            "avg",
            "previous",
            "delta",
            "raw",
            "state",
            "status",
            "mode");

    static Optional<Meaning> ofUnit(@Nullable String unit) {
        return Optional.ofNullable(unit == null ? null : UNITS.get(unit.strip()));
    }

    /** By its unit where one is known, else by its name; energy only with a unit. */
    static Optional<Meaning> of(String name, @Nullable String unit) {
        return of(name, unit, null);
    }

    /** @param energyUnit of energy whose unit nobody says; null where that is no reading */
    static Optional<Meaning> of(String name, @Nullable String unit, @Nullable String energyUnit) {
        var words = words(name);
        if (words.stream().anyMatch(ANOTHER::contains)) {
            return Optional.empty();
        }
        if (unit != null && !unit.isBlank()) {
            return ofUnit(unit);
        }
        while (words.size() > 1 && (isNumber(last(words)) || TRAILING.contains(last(words)))) {
            words.remove(words.size() - 1);
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var named = UNIT_WORDS.get(last(words));
        if (named != null && (words.size() > 1 || !last(words).equals("w"))) {
            return ofUnit(named);
        }
        return ofWord(last(words), energyUnit);
    }

    /** The name without what numbers its channel, so that power_1 and power_2 are of one kind. */
    static String kind(String name) {
        return String.join(
                "_", words(name).stream().filter(word -> !isNumber(word)).toList());
    }

    private static Optional<Meaning> ofWord(String word, @Nullable String energyUnit) {
        if (POWER.contains(word)) {
            return ofUnit("W");
        }
        if (LIGHT.contains(word)) {
            return ofUnit("lx");
        }
        return ENERGY.contains(word) ? ofUnit(energyUnit) : Optional.empty();
    }

    private static List<String> words(String name) {
        var apart = name.replaceAll("([a-z])([A-Z])", "$1_$2").replaceAll("([a-z])(\\d)", "$1_$2");
        var words = new ArrayList<String>();
        for (var word : apart.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static boolean isNumber(String word) {
        return word.matches("l?\\d+");
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }
}
