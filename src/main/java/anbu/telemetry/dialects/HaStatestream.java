package anbu.telemetry.dialects;

import anbu.telemetry.dialects.Said.Available;
import anbu.telemetry.dialects.Said.Ignored;
import anbu.telemetry.dialects.Said.State;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Home Assistant's statestream: {@code <base>/<domain>/<object_id>/state} and one topic for each attribute, all retained. The state is bare or in
 * quotes, unavailable or unknown; attributes are JSON. The unit has a topic of its own and is remembered; until it is known, the entity's name
 * must say what it is. {@code last_updated} comes after the state it belongs to, as a message of its own, and so cannot date it. Only changes
 * are published: a constant value is silent. Each entity is a device; an alias joins several in one.
 *
 * @see <a href="https://www.home-assistant.io/integrations/mqtt_statestream/">mqtt_statestream</a>
 * @see <a href="https://github.com/home-assistant/core/blob/dev/homeassistant/components/mqtt_statestream/__init__.py">its source</a>
 */
final class HaStatestream implements Dialect {
    private static final Set<String> SWITCHES = Set.of(
            "switch",
            "light",
            "fan",
            "cover",
            "lock",
            "binary_sensor",
            "input_boolean",
            "media_player",
            "climate",
            "humidifier",
            "vacuum");
    private static final String UNIT = "unit";

    @Override
    public String name() {
        return "ha-statestream";
    }

    @Override
    public List<String> subjects(Heard heard) {
        return entity(heard).filter(entity -> entity.startsWith("sensor.")).stream()
                .toList();
    }

    @Override
    public List<Said> read(Heard heard, Memory memory) {
        var entity = entity(heard).orElse(null);
        if (entity == null) {
            return List.of(new Ignored(null, null, "No topic of an entity."));
        }
        var levels = heard.levels();
        var text = bare(Payload.text(heard));
        return List.of(
                switch (levels.get(levels.size() - 1)) {
                    case "state" ->
                        state(entity, text, memory.of(entity).path(UNIT).textValue());
                    case "unit_of_measurement" -> unit(entity, text, memory);
                    case "last_updated", "last_changed" ->
                        new Ignored(
                                entity,
                                Moments.text(text, heard.zone()),
                                "A time that comes after the state it belongs to.");
                    default -> new Ignored(entity, null, "An attribute that is not needed.");
                });
    }

    private static Optional<String> entity(Heard heard) {
        var levels = heard.levels();
        var n = levels.size();
        return n < 3 ? Optional.empty() : Optional.of(levels.get(n - 3) + "." + levels.get(n - 2));
    }

    private static String bare(String text) {
        var bare = text.strip();
        var quoted = bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"");
        return quoted ? Payload.json(bare).asText().strip() : bare;
    }

    private static Said state(String entity, String text, @Nullable String unit) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "unavailable" -> {
                return new Available(entity, null, false);
            }
            case "unknown" -> {
                return new Available(entity, null, null);
            }
            default -> {}
        }
        if (SWITCHES.contains(entity.substring(0, entity.indexOf('.')))) {
            return new State(entity, null);
        }
        if (!entity.startsWith("sensor.")) {
            return new Ignored(entity, null, "No sensor.");
        }
        var meaning = unit == null ? Meaning.of(entity, null) : Meaning.ofUnit(unit);
        if (meaning.isEmpty()) {
            return new Ignored(entity, null, "Neither power nor light nor energy, as far as its name and unit tell.");
        }
        var tally = new Tally();
        tally.add(meaning.get(), "", Numbers.of(text));
        return Said.of(entity, null, tally.values(), "No value.");
    }

    /** Only of entities that might concern us: a house has hundreds of others. */
    private static Said unit(String entity, String text, Memory memory) {
        ObjectNode document = memory.of(entity);
        var matters = Meaning.ofUnit(text).isPresent()
                || Meaning.of(entity, null, "Wh").isPresent();
        if (entity.startsWith("sensor.")
                && matters
                && text.length() <= 20
                && !text.equals(document.path(UNIT).textValue())) {
            memory.keep(entity, document.put(UNIT, text));
        }
        return new Ignored(entity, null, "The unit, which is remembered.");
    }
}
