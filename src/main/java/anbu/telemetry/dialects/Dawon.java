package anbu.telemetry.dialects;

import anbu.telemetry.dialects.Said.Ignored;
import anbu.telemetry.dialects.Said.Moment;
import anbu.telemetry.dialects.Said.State;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dawon DNS Wi-Fi plugs, {@code dwd.v1/<device>/iot-server/notify/json}, and DAMDA, the Korean appliance SDK, of the same build:
 * {@code <type>/sync/<device>/iot-server/notify/json}. With iot-server before the device it is a command. Entries {@code {"n": path, "sv": value,
 * "ti": epoch seconds}} in any order; all values are text. /100/n/11 is W, /100/n/31 the relay; no path for energy or light was found in any source.
 * A DAMDA report of more than 5 entries comes in parts, and a full part is followed by an empty one. Unofficial: from public bridges.
 *
 * @see <a href="https://github.com/djjproject/dawon_css_server_ha_bridge">a bridge to Home Assistant</a>
 * @see <a href="https://github.com/bsy0317/Dawon-PowerManager">Dawon-PowerManager</a>
 * @see <a href="https://github.com/SeongSikChae/PowerManagerServerV2">PowerManagerServerV2: NotifyMessage, ReadMessage</a>
 */
final class Dawon implements Dialect {
    private static final Pattern TOPIC = Pattern.compile("(?:.*/)?([^/]+)/([^/]+)/([^/]+)/json");
    private static final String SERVER = "iot-server";
    private static final Pattern POWER = Pattern.compile("/100/(\\d{1,3})/11");
    private static final Pattern RELAY = Pattern.compile("/100/(\\d{1,3})/31");

    private final String name;

    private Dawon(String name) {
        this.name = name;
    }

    static Dawon plugs() {
        return new Dawon("dawon");
    }

    static Dawon damda() {
        return new Dawon("damda");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Said> read(Heard heard, Memory memory) {
        var topic = TOPIC.matcher(heard.topic());
        if (!topic.matches()
                || !(topic.group(1).equals(SERVER) || topic.group(2).equals(SERVER))) {
            return List.of(new Ignored(null, null, "No topic of a device."));
        }
        var command = topic.group(1).equals(SERVER);
        var device = command ? topic.group(2) : topic.group(1);
        var entries = Payload.object(heard).path("msg").path("e");
        var moment = latest(entries, heard);
        if (command) {
            return List.of(new Ignored(device, moment, "A command to the device."));
        }
        if (!entries.isArray()) {
            throw Unreadable.payload("msg.e must be an array of entries.");
        }
        return List.of(entries(device, moment, entries, heard));
    }

    private static Said entries(String device, @Nullable Moment moment, JsonNode entries, Heard heard) {
        var tally = new Tally();
        var at = moment;
        boolean relay = false;
        for (var entry : entries) {
            var path = entry.path("n").asText();
            relay |= RELAY.matcher(path).matches();
            if (POWER.matcher(path).matches()) {
                var value = entry.has("sv") ? entry.path("sv") : entry.path("v");
                tally.add(
                        Quantity.POWER,
                        path,
                        value.isTextual() ? Numbers.of(value.textValue()) : Numbers.of(value, path));
                at = time(entry, heard);
            }
        }
        if (tally.isEmpty() && relay) {
            return new State(device, moment);
        }
        return Said.of(device, tally.isEmpty() ? moment : at, tally.values(), "No power is in it.");
    }

    private static @Nullable Moment latest(JsonNode entries, Heard heard) {
        Moment latest = null;
        for (var entry : entries) {
            var at = time(entry, heard);
            if (at != null && (latest == null || at.at().isAfter(latest.at()))) {
                latest = at;
            }
        }
        return latest;
    }

    private static @Nullable Moment time(JsonNode entry, Heard heard) {
        return Moments.of(entry.path("ti"), heard.zone());
    }
}
