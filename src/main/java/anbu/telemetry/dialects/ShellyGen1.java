package anbu.telemetry.dialects;

import anbu.telemetry.dialects.Said.Available;
import anbu.telemetry.dialects.Said.Ignored;
import anbu.telemetry.dialects.Said.Moment;
import anbu.telemetry.dialects.Said.State;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Shelly Gen1: bare values under {@code shellies/<id>/}: {@code relay/0/power} in W, {@code relay/0/energy} in watt-minutes since boot (60 are
 * one Wh; it restarts at 0), {@code emeter/0/total} in Wh, {@code relay/0} on, off or overpower, {@code sensor/lux}, {@code online};
 * {@code status} of the motion sensor as JSON with lux and the time of the last motion. {@code shellies/announce} is shared by all. No value has
 * a time; a motion's time is the sample's only while there is motion.
 *
 * @see <a href="https://shelly-api-docs.shelly.cloud/gen1/#mqtt-support">Gen1 MQTT</a>
 * @see <a href="https://pastebin.com/zWaNqRer">topics of a relay</a>
 * @see <a href="https://pastebin.com/Pt9Aykvd">energy divided by 60000 for kWh</a>
 */
final class ShellyGen1 implements Dialect {
    private static final Pattern TOPIC = Pattern.compile("(?:(.*)/)?shellies/([^/]+)/(.+)");
    private static final Pattern METER =
            Pattern.compile("((relay|emeter|light|white|color|roller|meter)(?:/\\d{1,3})?)/(power|energy|total)");
    private static final Pattern SWITCH = Pattern.compile("(relay|light|white|color|roller)/\\d{1,3}(/status)?");
    private static final double WATT_MINUTES = 60;

    @Override
    public String name() {
        return "shelly-gen1";
    }

    @Override
    public List<String> subjects(Heard heard) {
        var topic = TOPIC.matcher(heard.topic());
        return topic.matches() && METER.matcher(topic.group(3)).matches() ? List.of(topic.group(2)) : List.of();
    }

    @Override
    public List<Said> read(Heard heard, Memory memory) {
        if (heard.topic().endsWith("shellies/announce")) {
            var id = Payload.object(heard).path("id");
            return List.of(new Ignored(id.isTextual() ? id.textValue() : null, null, "A device presents itself."));
        }
        var topic = TOPIC.matcher(heard.topic());
        if (!topic.matches()) {
            return List.of(new Ignored(null, null, "No topic of a device."));
        }
        var device = topic.group(2);
        var what = topic.group(3);
        var meter = METER.matcher(what);
        if (meter.matches()) {
            return List.of(metered(heard, memory, device, meter.group(1), meter.group(3)));
        }
        if (SWITCH.matcher(what).matches()) {
            return List.of(new State(device, null));
        }
        return List.of(
                switch (what) {
                    case "online" -> availability(device, Payload.text(heard).strip());
                    case "sensor/lux", "sensor/illuminance" -> light(device, Payload.text(heard));
                    case "status" -> motion(device, Payload.object(heard));
                    default -> new Ignored(device, null, "%s is no telemetry that is kept.".formatted(what));
                });
    }

    private static Said metered(Heard heard, Memory memory, String device, String channel, String what) {
        var value = Numbers.of(Payload.text(heard));
        var tally = new Tally();
        switch (what) {
            case "power" -> tally.add(Quantity.POWER, channel, value);
            case "total" -> tally.add(Quantity.ENERGY, channel, value);
            default -> {
                if (!channel.startsWith("emeter")) { // of which total is the same, and not lost at reboot
                    tally.add(Quantity.ENERGY, channel, value == null ? null : value / WATT_MINUTES);
                }
            }
        }
        return Said.of(device, null, tally.over(memory, device), "No value.");
    }

    private static Said availability(String device, String text) {
        return switch (text) {
            case "true" -> new Available(device, null, true);
            case "false" -> new Available(device, null, false);
            default -> throw Unreadable.payload("online is true or false.");
        };
    }

    private static Said light(String device, String text) {
        var tally = new Tally();
        tally.add(Quantity.LIGHT, "", Numbers.of(text));
        return Said.of(device, null, tally.values(), "No value.");
    }

    private static Said motion(String device, JsonNode status) {
        var tally = new Tally();
        tally.add(Quantity.LIGHT, "", Numbers.of(lux(status), "lux"));
        return Said.of(device, moment(status), tally.values(), "No light is in it.");
    }

    /** The door and window sensors wrap it. */
    private static JsonNode lux(JsonNode status) {
        return status.path("lux").isObject() ? status.path("lux").path("value") : status.path("lux");
    }

    private static @Nullable Moment moment(JsonNode status) {
        var timestamp = status.path("timestamp");
        return status.path("motion").asBoolean() && timestamp.isNumber()
                ? Moments.epoch(timestamp.doubleValue())
                : null;
    }
}
