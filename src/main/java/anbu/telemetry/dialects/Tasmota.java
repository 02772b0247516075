package anbu.telemetry.dialects;

import anbu.telemetry.dialects.Said.Available;
import anbu.telemetry.dialects.Said.Ignored;
import anbu.telemetry.dialects.Said.Moment;
import anbu.telemetry.dialects.Said.State;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tasmota: {@code tele/<topic>/SENSOR|STATE|LWT}, {@code stat/<topic>/RESULT|POWER|STATUS8|STATUS10}; FullTopic may order the levels otherwise,
 * so the last level says what it is and tele or stat may stand anywhere. ENERGY.Power in W and Total in kWh, arrays for several phases; light as
 * {@code Illuminance} under the chip's name. Time is local without a zone, with its offset by SetOption52, a number by {@code Time 3|4}, and
 * accompanied by Epoch by {@code Time 2}; before NTP its year is 1970. Light from bridged Zigbee devices (ZbReceived) is raw and not read.
 *
 * @see <a href="https://tasmota.github.io/docs/MQTT/">MQTT</a>
 * @see <a href="https://tasmota.github.io/docs/JSON-Status-Responses/">JSON-Status-Responses</a>
 */
final class Tasmota implements Dialect {
    private static final Set<String> PREFIXES = Set.of("tele", "stat", "cmnd");
    private static final Pattern POWER = Pattern.compile("POWER\\d*");
    private static final Pattern LIGHT = Pattern.compile("(?i)illuminance\\d*|lux");

    @Override
    public String name() {
        return "tasmota";
    }

    @Override
    public List<Said> read(Heard heard, Memory memory) {
        var levels = heard.levels();
        var device = device(levels);
        if (device == null || levels.contains("cmnd")) {
            return List.of(new Ignored(device, null, "A command or another topic, no telemetry."));
        }
        var what = levels.get(levels.size() - 1);
        if (what.equals("LWT")) {
            return List.of(availability(device, Payload.text(heard)));
        }
        if (POWER.matcher(what).matches()) {
            return List.of(new State(device, null));
        }
        if (what.equals("SENSOR") || what.equals("STATE") || what.equals("RESULT") || what.startsWith("STATUS")) {
            return List.of(json(heard, device, what));
        }
        return List.of(new Ignored(device, null, "%s holds no telemetry.".formatted(what)));
    }

    /** The level before the last that is no prefix. */
    private static @Nullable String device(List<String> levels) {
        for (int i = levels.size() - 2; i >= Math.max(0, levels.size() - 3); i--) {
            if (!PREFIXES.contains(levels.get(i))) {
                return levels.get(i);
            }
        }
        return null;
    }

    private static Said availability(String device, String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "online" -> new Available(device, null, true);
            case "offline" -> new Available(device, null, false);
            default -> throw Unreadable.payload("LWT is Online or Offline.");
        };
    }

    private static Said json(Heard heard, String device, String what) {
        var json = Payload.object(heard);
        var sensors = json.path("StatusSNS").isObject() ? json.path("StatusSNS") : json;
        var moment = moment(sensors, heard);
        if (what.equals("SENSOR") || sensors != json) {
            return Said.of(device, moment, tally(sensors).values(), "Neither power nor light nor energy is in it.");
        }
        var relay = json.path("StatusSTS").isObject() ? json.path("StatusSTS") : json;
        var fields = relay.fieldNames();
        while (fields.hasNext()) {
            if (POWER.matcher(fields.next()).matches()) {
                return new State(device, moment(relay, heard));
            }
        }
        return what.equals("STATE")
                ? new State(device, moment)
                : new Ignored(device, moment, "An answer to a command, no telemetry.");
    }

    private static @Nullable Moment moment(JsonNode json, Heard heard) {
        var epoch = json.path("Epoch");
        return epoch.isNumber() ? Moments.epoch(epoch.doubleValue()) : Moments.of(json.path("Time"), heard.zone());
    }

    private static Tally tally(JsonNode sensors) {
        var tally = new Tally();
        sensors.fields().forEachRemaining(sensor -> {
            var name = sensor.getKey();
            var values = sensor.getValue();
            if (name.startsWith("Zb")) {
                return;
            }
            if (name.equals("ENERGY")) {
                each(tally, Quantity.POWER, "Power", values.path("Power"), 1);
                each(tally, Quantity.ENERGY, "Total", values.path("Total"), 1000);
            }
            values.fields().forEachRemaining(field -> {
                if (LIGHT.matcher(field.getKey()).matches()) {
                    each(tally, Quantity.LIGHT, name + field.getKey(), field.getValue(), 1);
                }
            });
        });
        return tally;
    }

    private static void each(Tally tally, Quantity quantity, String name, JsonNode node, double factor) {
        int i = 0;
        for (var value : Numbers.all(node, name)) {
            tally.add(quantity, name + i++, value * factor);
        }
    }
}
