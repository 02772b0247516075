package anbu.telemetry.dialects;

import anbu.telemetry.dialects.Said.Available;
import anbu.telemetry.dialects.Said.Ignored;
import anbu.telemetry.dialects.Said.State;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * ESPHome's own MQTT: {@code <prefix>/sensor/<object_id>/state} with a bare number, {@code <prefix>/switch/<id>/state}, {@code <prefix>/status}
 * online or offline, {@code <prefix>/debug}. The prefix, of one level or more, is the device. A sensor that failed says nan. What a value means
 * is said by discovery ({@code homeassistant/sensor/.../config}: unit_of_meas, remembered) or else by the object id; energy only by discovery,
 * for its unit differs. {@code total_daily_energy} restarts at local midnight.
 *
 * @see <a href="https://esphome.io/components/mqtt.html">MQTT client component</a>
 */
final class EspHome implements Dialect {
    private static final Pattern STATE =
            Pattern.compile("(.+)/(sensor|switch|binary_sensor|light|fan|cover|text_sensor)/([^/]+)/state");
    private static final Pattern STATUS = Pattern.compile("(.+)/status");
    private static final Pattern DISCOVERY = Pattern.compile(".*/sensor/.*/config");
    private static final String UNITS = "units";

    @Override
    public String name() {
        return "esphome";
    }

    @Override
    public List<String> subjects(Heard heard) {
        if (DISCOVERY.matcher(heard.topic()).matches()) {
            return discovered(heard).map(Sensor::device).stream().toList();
        }
        return sensor(heard.topic()).map(Sensor::device).stream().toList();
    }

    private record Sensor(
            String device, String id, @Nullable String unit) {}

    @Override
    public List<Said> read(Heard heard, Memory memory) {
        var topic = heard.topic();
        if (topic.endsWith("/config")) {
            return List.of(discovery(heard, memory));
        }
        var status = STATUS.matcher(topic);
        if (status.matches()) {
            return List.of(availability(status.group(1), Payload.text(heard)));
        }
        var state = STATE.matcher(topic);
        if (!state.matches()) {
            var device = topic.endsWith("/debug") ? topic.substring(0, topic.length() - "/debug".length()) : null;
            return List.of(new Ignored(device, null, "No topic of a state."));
        }
        return List.of(
                switch (state.group(2)) {
                    case "sensor" -> measured(state.group(1), state.group(3), Payload.text(heard), memory);
                    case "text_sensor" -> new Ignored(state.group(1), null, "A text.");
                    default -> new State(state.group(1), null);
                });
    }

    private static Said availability(String device, String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "online" -> new Available(device, null, true);
            case "offline" -> new Available(device, null, false);
            default -> throw Unreadable.payload("status is online or offline.");
        };
    }

    private static Said measured(String device, String id, String text, Memory memory) {
        var unit = memory.of(device).path(UNITS).path(id).textValue();
        var meaning = Meaning.of(id, unit);
        if (meaning.isEmpty()) {
            return new Ignored(
                    device,
                    null,
                    "%s is neither power nor light nor energy, as far as its name and unit tell.".formatted(id));
        }
        var tally = new Tally();
        tally.add(meaning.get(), id, Numbers.of(text));
        return Said.of(device, null, tally.over(memory, device), "The sensor has no value.");
    }

    private static Said discovery(Heard heard, Memory memory) {
        var found = discovered(heard).orElse(null);
        if (found == null || found.unit() == null) {
            return new Ignored(null, null, "A description without the unit of a sensor.");
        }
        var document = memory.of(found.device());
        var units = document.withObject("/" + UNITS);
        if (!found.unit().equals(units.path(found.id()).textValue()) && units.size() < 100) {
            units.put(found.id(), found.unit());
            memory.keep(found.device(), document);
        }
        return new Ignored(found.device(), null, "The unit of %s, which is remembered.".formatted(found.id()));
    }

    private static Optional<Sensor> discovered(Heard heard) {
        var json = Payload.jsonOrMissing(Payload.text(heard));
        var topic = text(json, "stat_t", "state_topic");
        var base = json.path("~").isTextual() ? json.path("~").textValue() : "";
        var unit = text(json, "unit_of_meas", "unit_of_measurement");
        if (topic == null || (unit != null && unit.length() > 20)) {
            return Optional.empty();
        }
        return sensor(topic.startsWith("~") ? base + topic.substring(1) : topic)
                .map(sensor -> new Sensor(sensor.device(), sensor.id(), unit));
    }

    private static Optional<Sensor> sensor(String topic) {
        var state = STATE.matcher(topic);
        return state.matches()
                        && state.group(2).equals("sensor")
                        && state.group(1).length() <= 128
                ? Optional.of(new Sensor(state.group(1), state.group(3), null))
                : Optional.empty();
    }

    private static @Nullable String text(JsonNode json, String shortName, String longName) {
        var node = json.has(shortName) ? json.path(shortName) : json.path(longName);
        return node.isTextual() ? node.textValue() : null;
    }
}
