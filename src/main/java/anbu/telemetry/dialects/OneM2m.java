package anbu.telemetry.dialects;

import anbu.telemetry.dialects.Said.Asked;
import anbu.telemetry.dialects.Said.Ignored;
import anbu.telemetry.dialects.Said.Moment;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * oneM2M as KETI Mobius speaks it: notifications {@code /oneM2M/req/<CSE>/<AE>/json} with op 5, bare or wrapped in m2m:rqp, of which the short form
 * leaves out to and fr; and the requests of devices (op 1, ty 4) seen on the broker. The device is {@code sur} without the subscription, or
 * {@code to}. {@code con} is anybody's choice: object, number, text, JSON in a text, base64 (by cnf). {@code ct} is UTC in basic format
 * without Z; a time inside con is better. Each notification expects an answer on {@code /oneM2M/resp/...}. XML and CBOR are not read.
 *
 * @see <a href="https://github.com/IoTKETI/Mobius">Mobius: sgn.js, sgn_man.js, resource.js, pxy_mqtt.js</a>
 * @see <a href="https://www.onem2m.org/technical/published-specifications">TS-0004 (short names, rsc), TS-0010 (MQTT binding)</a>
 */
final class OneM2m implements Dialect {
    private static final Pattern TOPIC =
            Pattern.compile("/?(.*/)?oneM2M/(req|resp|reg_req|reg_resp)/([^/]+)/([^/]+)(?:/([^/]+))?");
    private static final List<String> TIMES = List.of(
            "ts", "time", "timestamp", "datetime", "date", "dt", "t", "measured_at", "measuredAt", "created_at");
    private static final int NOTIFY = 5;
    private static final int CREATE = 1;
    private static final int INSTANCE = 4;
    private static final int OK = 2000;

    @Override
    public String name() {
        return "onem2m";
    }

    @Override
    public List<Said> read(Heard heard, Memory memory) {
        var topic = TOPIC.matcher(heard.topic());
        if (!topic.matches() || !topic.group(2).equals("req")) {
            return List.of(new Ignored(null, null, "No request or notification."));
        }
        var format = topic.group(5);
        if (format != null && !format.equals("json")) {
            return List.of(new Ignored(null, null, "Only JSON is read, not %s.".formatted(format)));
        }
        var message = Payload.object(heard);
        var request = message.has("m2m:rqp") ? message.path("m2m:rqp") : message;
        var content = request.path("pc");
        int op = request.path("op").asInt(named(content, "sgn").isMissingNode() ? 0 : NOTIFY);
        if (op == CREATE && request.path("ty").asInt() == INSTANCE) {
            return List.of(instance(device(request.path("to").asText(), 0), named(content, "cin"), heard));
        }
        if (op != NOTIFY) {
            return List.of(new Ignored(null, null, "Neither a notification nor a new value."));
        }
        var said = new ArrayList<Said>();
        if (!heard.retained()) {
            said.add(answer(heard.topic(), message, request));
        }
        notifications(content).forEach(each -> said.add(notified(each, heard)));
        return said;
    }

    private static List<JsonNode> notifications(JsonNode content) {
        var aggregated = named(content, "agn");
        var node = named(aggregated.isMissingNode() ? content : aggregated, "sgn");
        var all = new ArrayList<JsonNode>();
        if (node.isArray()) {
            node.forEach(all::add);
        } else {
            all.add(node);
        }
        return all;
    }

    private static Said notified(JsonNode notification, Heard heard) {
        if (notification.path("vrq").asBoolean()) {
            return new Ignored(null, null, "A check of the subscription, which is answered.");
        }
        if (notification.path("sud").asBoolean()) {
            return new Ignored(null, null, "The subscription was deleted.");
        }
        var instance = named(notification.path("nev").path("rep"), "cin");
        if (instance.isMissingNode()) {
            return new Ignored(null, null, "No new value.");
        }
        return instance(device(notification.path("sur").asText(), 1), instance, heard);
    }

    /** Without the leading slashes and so many levels at the end. */
    private static String device(String resource, int fewer) {
        var bare = resource.replaceFirst("^/+", "").replaceFirst("/+$", "");
        for (int i = 0; i < fewer && bare.contains("/"); i++) {
            bare = bare.substring(0, bare.lastIndexOf('/'));
        }
        if (bare.isEmpty()) {
            throw Unreadable.payload("It does not say of which container it is.");
        }
        return bare;
    }

    private static Said instance(String device, JsonNode instance, Heard heard) {
        var content = content(instance);
        var container = device.substring(device.lastIndexOf('/') + 1);
        var moment = inner(content, heard);
        if (moment == null) {
            var created = instance.path("ct").asText();
            moment = Moments.basic(created) == null ? Moments.text(created, heard.zone()) : Moments.basic(created);
        }
        return Said.of(
                device, moment, tally(content, container).values(), "Neither power nor light nor energy is in it.");
    }

    /** con as what it stands for. */
    private static JsonNode content(JsonNode instance) {
        var content = instance.path("con");
        if (!content.isTextual()) {
            return content;
        }
        var text = content.textValue();
        if (instance.path("cnf").asText().matches(".*:[12]$")) {
            text = Payload.text(decoded(text));
        }
        var json = Payload.jsonOrMissing(text);
        return json.isMissingNode() ? JsonNodeFactory.instance.textNode(text) : json;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Unreadable.payload("cnf says that con is base64, but it is not.");
        }
    }

    private static Tally tally(JsonNode content, String container) {
        if (content.isObject()) {
            var all = Fields.of(content, "Wh");
            var value = content.hasNonNull("value") ? content.path("value") : content.path("val");
            if (all.isEmpty() && value.isObject()
                    || all.isEmpty() && content.path("data").isObject()) {
                return tally(value.isObject() ? value : content.path("data"), container);
            }
            return all.isEmpty() ? scalar(value, container, content.path("unit").textValue()) : all;
        }
        return scalar(content, container, null);
    }

    private static Tally scalar(JsonNode value, String container, @Nullable String unit) {
        var tally = new Tally();
        Meaning.of(container, unit, "Wh")
                .ifPresent(meaning -> tally.add(
                        meaning,
                        "",
                        value.isTextual() ? numberOrNothing(value.textValue()) : Numbers.of(value, container)));
        return tally;
    }

    private static @Nullable Double numberOrNothing(String text) {
        return Numbers.isNumber(text) ? Numbers.of(text) : null;
    }

    private static @Nullable Moment inner(JsonNode content, Heard heard) {
        for (var name : TIMES) {
            var moment = Moments.of(content.path(name), heard.zone());
            if (moment != null && Dialects.isModern(moment.at())) {
                return moment;
            }
        }
        return null;
    }

    /** As the other side expects it: the topic with resp for req, in the form of the request. */
    private static Asked answer(String topic, JsonNode message, JsonNode request) {
        var answer = JsonNodeFactory.instance.objectNode().put("rsc", OK);
        answer.put("rqi", request.path("rqi").asText());
        if (request.has("fr")) {
            answer.set("to", request.path("fr"));
        }
        var receiver = topic.split("/");
        answer.put("fr", receiver[receiver.length - 2]);
        answer.put("pc", "");
        var body = message == request
                ? answer
                : JsonNodeFactory.instance.objectNode().set("m2m:rsp", answer);
        return new Asked(
                topic.replaceFirst("oneM2M/req/", "oneM2M/resp/"),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** With or without the prefix that the long form has. */
    private static JsonNode named(JsonNode parent, String name) {
        if (parent.has("m2m:" + name)) {
            return parent.path("m2m:" + name);
        }
        return parent.has(name) ? parent.path(name) : MissingNode.getInstance();
    }
}
