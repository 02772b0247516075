package anbu.telemetry.dialects;

import anbu.telemetry.dialects.Said.Available;
import anbu.telemetry.dialects.Said.Ignored;
import anbu.telemetry.dialects.Said.State;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Zigbee2MQTT: {@code <base>/<friendly name>} with an object of properties, or with {@code output: attribute} one topic for each property;
 * {@code .../availability}; {@code .../set} and {@code .../get} are commands and {@code <base>/bridge/#} is about the bridge. A friendly name may
 * hold / and blanks. Power in W, energy in kWh. Since 2.0.0 {@code illuminance} is lux; before it was 10000*log10(lux)+1 beside
 * {@code illuminance_lux}, which is taken where it stands. A 1.x bridge whose devices send the raw value only is read as zigbee2mqtt-1.
 * {@code last_seen} is ISO 8601 or milliseconds, if it is switched on. Plugs with several sockets say power_l1, power_l2.
 *
 * @see <a href="https://www.zigbee2mqtt.io/guide/usage/mqtt_topics_and_messages.html">topics and messages</a>
 * @see <a href="https://www.zigbee2mqtt.io/guide/configuration/device-availability.html">availability</a>
 * @see <a href="https://github.com/Koenkk/zigbee2mqtt/discussions/24198">2.0.0: illuminance</a>
 */
final class Zigbee2Mqtt implements Dialect {
    private static final String LUX = "illuminance_lux";
    private static final String LIGHT = "illuminance";
    private static final Pattern COMMAND = Pattern.compile(".+/(set|get)(/.*)?");
    private static final Pattern CHANNEL = Pattern.compile("(power|energy)_(l?\\d+|left|right|center|top|bottom)");
    private static final Set<String> STATES = Set.of("state", "position", "brightness", "lock_state", "system_mode");

    private final boolean rawLight;

    private Zigbee2Mqtt(boolean rawLight) {
        this.rawLight = rawLight;
    }

    /** Of bridges since 2.0.0, and of older ones whose devices say {@code illuminance_lux}. */
    static Zigbee2Mqtt current() {
        return new Zigbee2Mqtt(false);
    }

    /** Of bridges before 2.0.0. */
    static Zigbee2Mqtt withRawLight() {
        return new Zigbee2Mqtt(true);
    }

    @Override
    public String name() {
        return rawLight ? "zigbee2mqtt-1" : "zigbee2mqtt";
    }

    @Override
    public List<String> subjects(Heard heard) {
        var name = friendlyName(heard);
        var end = name.lastIndexOf('/');
        return end > 0 && isProperty(name.substring(end + 1)) ? List.of(name.substring(0, end)) : List.of();
    }

    @Override
    public List<Said> read(Heard heard, Memory memory) {
        var name = friendlyName(heard);
        if (name.isEmpty() || name.equals("bridge") || name.startsWith("bridge/")) {
            return List.of(new Ignored(null, null, "About the bridge, not a device."));
        }
        if (COMMAND.matcher(name).matches()) {
            return List.of(new Ignored(null, null, "A command to the device, not from it."));
        }
        var text = Payload.text(heard);
        if (name.endsWith("/availability")) {
            return List.of(availability(name.substring(0, name.length() - "/availability".length()), text));
        }
        var end = name.lastIndexOf('/');
        if (end > 0 && !text.stripLeading().startsWith("{")) {
            return List.of(attribute(name.substring(0, end), name.substring(end + 1), text, memory));
        }
        return List.of(object(name, Payload.object(heard), heard));
    }

    private static String friendlyName(Heard heard) {
        var base = heard.base();
        if (base != null && !base.isEmpty() && heard.topic().startsWith(base + "/")) {
            return heard.topic().substring(base.length() + 1);
        }
        var end = heard.topic().indexOf('/');
        return end < 0 ? "" : heard.topic().substring(end + 1);
    }

    private static Said availability(String device, String text) {
        var json = Payload.jsonOrMissing(text);
        var state = (json.isObject() ? json.path("state").asText() : text.strip()).toLowerCase(Locale.ROOT);
        return switch (state) {
            case "online" -> new Available(device, null, true);
            case "offline" -> new Available(device, null, false);
            default -> throw Unreadable.payload("Availability is online or offline.");
        };
    }

    private Said object(String device, JsonNode json, Heard heard) {
        var moment = Moments.of(json.path("last_seen"), heard.zone());
        var values = tally(json).values();
        if (values.isEmpty() && STATES.stream().anyMatch(json::hasNonNull)) {
            return new State(device, moment);
        }
        return Said.of(device, moment, values, "No value of power, light or energy is known to the bridge.");
    }

    private Tally tally(JsonNode json) {
        var tally = new Tally();
        json.fields().forEachRemaining(field -> {
            var channel = CHANNEL.matcher(field.getKey());
            if (channel.matches() && !json.hasNonNull(channel.group(1))) {
                add(tally, channel.group(1), field.getKey(), Numbers.of(field.getValue(), field.getKey()));
            }
        });
        add(tally, "power", "", Numbers.of(json.path("power"), "power"));
        add(tally, "energy", "", Numbers.of(json.path("energy"), "energy"));
        var light = json.hasNonNull(LUX) ? LUX : LIGHT;
        add(tally, light, "", Numbers.of(json.path(light), light));
        return tally;
    }

    private void add(Tally tally, String property, String channel, @Nullable Double value) {
        if (value == null) {
            return;
        }
        switch (property) {
            case "power" -> tally.add(Quantity.POWER, channel, value);
            case "energy" -> tally.add(Quantity.ENERGY, channel, value * 1000);
            case LUX -> tally.add(Quantity.LIGHT, channel, value);
            default -> tally.add(Quantity.LIGHT, channel, rawLight ? lux(value) : value);
        }
    }

    private static double lux(double raw) {
        return raw <= 0 ? 0 : Math.pow(10, (raw - 1) / 10_000);
    }

    private static boolean isProperty(String name) {
        return name.equals("power")
                || name.equals("energy")
                || name.equals(LIGHT)
                || name.equals(LUX)
                || CHANNEL.matcher(name).matches();
    }

    private Said attribute(String device, String property, String text, Memory memory) {
        if (!isProperty(property)) {
            return STATES.contains(property)
                    ? new State(device, null)
                    : new Ignored(device, null, "%s is neither power nor light nor energy.".formatted(property));
        }
        var value = Numbers.of(text);
        var document = memory.of(device);
        if (property.equals(LUX) && value != null && !document.has(LUX)) {
            memory.keep(device, document.put(LUX, true));
        }
        if (property.equals(LIGHT) && document.has(LUX)) {
            return new Ignored(device, null, "A raw value; this device says its lux as illuminance_lux too.");
        }
        var channel = CHANNEL.matcher(property);
        var tally = new Tally();
        add(tally, channel.matches() ? channel.group(1) : property, property, value);
        var values = channel.matches() ? tally.over(memory, device) : tally.values();
        return Said.of(device, null, values, "No value is known to the bridge.");
    }
}
