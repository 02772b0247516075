package anbu.telemetry.dialects;

import anbu.telemetry.dialects.Said.Available;
import anbu.telemetry.dialects.Said.Ignored;
import anbu.telemetry.dialects.Said.Moment;
import anbu.telemetry.dialects.Said.State;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Shelly Gen2 and later: {@code <prefix>/status/<component>}, {@code <prefix>/events/rpc} (NotifyStatus, NotifyFullStatus, NotifyEvent),
 * {@code <prefix>/online}. The prefix, of one level or more, is the device. NotifyStatus is a delta: what is missing is unchanged, so the
 * channels of the last messages are overlaid. apower in W, aenergy.total in Wh, em total_act_power in W, lux in lx. {@code params.ts} is seconds UTC,
 * null until the clock is set; {@code minute_ts} belongs to a counter and is not the time of the sample.
 *
 * @see <a href="https://shelly-api-docs.shelly.cloud/gen2/ComponentsAndServices/Mqtt">Mqtt</a>
 * @see <a href="https://shelly-api-docs.shelly.cloud/gen2/General/Notifications">Notifications</a>
 * @see <a href="https://shelly-api-docs.shelly.cloud/gen2/ComponentsAndServices/Switch">Switch</a>
 * @see <a href="https://shelly-api-docs.shelly.cloud/gen2/ComponentsAndServices/EM">EM</a>
 */
final class ShellyGen2 implements Dialect {
    private static final Pattern COMPONENT = Pattern.compile("([a-z0-9]+)(?::(\\d{1,5}))?");
    private static final Pattern WITH_METER = Pattern.compile("switch|pm1|cover|light|rgb|rgbw|cct|rgbcct");

    @Override
    public String name() {
        return "shelly-gen2";
    }

    @Override
    public List<String> subjects(Heard heard) {
        return Optional.ofNullable(device(heard.topic())).stream().toList();
    }

    @Override
    public List<Said> read(Heard heard, Memory memory) {
        var topic = heard.topic();
        var device = device(topic);
        if (device == null) {
            return List.of(new Ignored(null, null, "No topic of status, events or online."));
        }
        if (topic.endsWith("/online")) {
            return List.of(availability(device, Payload.text(heard).strip()));
        }
        var json = Payload.object(heard);
        if (!topic.endsWith("/events/rpc")) {
            var component = topic.substring(topic.lastIndexOf('/') + 1);
            return List.of(status(device, null, Map.of(component, json), memory));
        }
        var params = json.path("params");
        var ts = Numbers.of(params.path("ts"), "ts");
        var moment = ts == null ? null : Moments.epoch(ts);
        if (!json.path("method").asText().endsWith("Status")) {
            return List.of(new Ignored(device, moment, "An event, no status."));
        }
        return List.of(status(device, moment, components(params), memory));
    }

    private static @Nullable String device(String topic) {
        var end = topic.endsWith("/events/rpc") ? topic.length() - "/events/rpc".length() : -1;
        if (topic.endsWith("/online")) {
            end = topic.length() - "/online".length();
        }
        var status = topic.lastIndexOf("/status/");
        if (end < 0 && status > 0 && topic.indexOf('/', status + 8) < 0) {
            end = status;
        }
        return end > 0 ? topic.substring(0, end) : null;
    }

    private static Said availability(String device, String text) {
        return switch (text) {
            case "true" -> new Available(device, null, true);
            case "false" -> new Available(device, null, false);
            default -> throw Unreadable.payload("online is true or false.");
        };
    }

    private static Map<String, JsonNode> components(JsonNode params) {
        var components = new java.util.LinkedHashMap<String, JsonNode>();
        params.fields().forEachRemaining(field -> components.put(field.getKey(), field.getValue()));
        return components;
    }

    private static Said status(
            String device, @Nullable Moment moment, Map<String, JsonNode> components, Memory memory) {
        var tally = new Tally();
        boolean state = false;
        for (var each : components.entrySet()) {
            var component = COMPONENT.matcher(each.getKey());
            if (component.matches() && each.getValue().isObject()) {
                add(tally, component.group(1), each.getKey(), each.getValue());
                state |= each.getValue().has("output") || each.getValue().has("state");
            }
        }
        if (tally.isEmpty()) {
            return state
                    ? new State(device, moment)
                    : new Ignored(
                            device,
                            moment,
                            "Neither power nor light nor energy is in it; what is missing is unchanged.");
        }
        return Said.of(device, moment, tally.over(memory, device), "");
    }

    private static void add(Tally tally, String type, String channel, JsonNode status) {
        if (WITH_METER.matcher(type).matches()) {
            tally.add(Quantity.POWER, channel, Numbers.of(status.path("apower"), "apower"));
            tally.add(
                    Quantity.ENERGY, channel, Numbers.of(status.path("aenergy").path("total"), "aenergy.total"));
        }
        switch (type) {
            case "em" -> tally.add(Quantity.POWER, channel, threePhases(status));
            case "em1" -> tally.add(Quantity.POWER, channel, Numbers.of(status.path("act_power"), "act_power"));
            case "emdata" -> tally.add(Quantity.ENERGY, channel, Numbers.of(status.path("total_act"), "total_act"));
            case "em1data" ->
                tally.add(Quantity.ENERGY, channel, Numbers.of(status.path("total_act_energy"), "total_act_energy"));
            case "illuminance" -> tally.add(Quantity.LIGHT, channel, Numbers.of(status.path("lux"), "lux"));
            default -> {}
        }
    }

    private static @Nullable Double threePhases(JsonNode status) {
        var total = Numbers.of(status.path("total_act_power"), "total_act_power");
        if (total != null) {
            return total;
        }
        var phases = new Tally();
        for (var phase : List.of("a_act_power", "b_act_power", "c_act_power")) {
            phases.add(Quantity.POWER, phase, Numbers.of(status.path(phase), phase));
        }
        return phases.values().powerW();
    }
}
