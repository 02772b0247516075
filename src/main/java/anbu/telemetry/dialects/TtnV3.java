package anbu.telemetry.dialects;

import anbu.telemetry.dialects.Said.Ignored;
import anbu.telemetry.dialects.Said.Moment;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Things Stack v3: {@code v3/<application>[@<tenant>]/devices/<device>/up}; other ends of the topic are not telemetry. Values are in
 * {@code uplink_message.decoded_payload}, whose field names are those of the payload formatter (energy without a unit in its name is in Wh); without
 * a formatter there are only bytes. The time is the server's {@code received_at}, for gateways' clocks are not to be trusted; stored values that a
 * device sends later carry its own time. {@code simulated} is a test from the console.
 *
 * @see <a href="https://www.thethingsindustries.com/docs/integrations/data-formats/">data formats</a>
 * @see <a href="https://www.thethingsindustries.com/docs/integrations/other-integrations/mqtt/">MQTT server</a>
 */
final class TtnV3 implements Dialect {
    private static final Pattern TOPIC = Pattern.compile("(?:.*/)?v3/[^/]+/devices/([^/]+)/(.+)");
    private static final List<String> TIMES = List.of("timestamp", "time", "ts", "device_time", "datetime");
    private static final Duration AHEAD = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "ttn-v3";
    }

    @Override
    public List<Said> read(Heard heard, Memory memory) {
        var topic = TOPIC.matcher(heard.topic());
        if (!topic.matches()) {
            return List.of(new Ignored(null, null, "No topic of a device."));
        }
        var json = Payload.object(heard);
        var named = json.path("end_device_ids").path("device_id");
        var device = named.isTextual() ? named.textValue() : topic.group(1);
        var uplink = json.path("uplink_message");
        var received = json.has("received_at") ? json.path("received_at") : uplink.path("received_at");
        var moment = Moments.of(received, heard.zone());
        if (!topic.group(2).equals("up")) {
            return List.of(new Ignored(device, moment, "No uplink."));
        }
        if (json.path("simulated").asBoolean()) {
            return List.of(new Ignored(device, moment, "A simulated uplink, not from the device."));
        }
        var decoded = uplink.path("decoded_payload");
        if (!decoded.isObject()) {
            return List.of(new Ignored(device, moment, "Only bytes: the application has no payload formatter."));
        }
        return samples(device, moment, decoded, heard);
    }

    private static List<Said> samples(String device, @Nullable Moment moment, JsonNode decoded, Heard heard) {
        var said = new ArrayList<Said>();
        for (var name : List.of("history", "data", "records")) {
            for (var old : decoded.path(name)) {
                var at = own(old, moment, heard);
                var values = Fields.of(old, "Wh").values();
                if (at != null && at != moment && !values.isEmpty()) {
                    said.add(Said.of(device, at, values, ""));
                }
            }
        }
        var values = Fields.of(decoded, "Wh").values();
        if (!values.isEmpty() || said.isEmpty()) {
            said.add(Said.of(
                    device, own(decoded, moment, heard), values, "Neither power nor light nor energy is decoded."));
        }
        return said;
    }

    /** The device's own time where it is plausible beside the server's. */
    private static @Nullable Moment own(JsonNode decoded, @Nullable Moment received, Heard heard) {
        for (var name : TIMES) {
            var own = Moments.of(decoded.path(name), heard.zone());
            var latest = received == null ? heard.arrivedAt() : received.at();
            if (own != null && Dialects.isModern(own.at()) && own.at().isBefore(latest.plus(AHEAD))) {
                return own;
            }
        }
        return received;
    }
}
