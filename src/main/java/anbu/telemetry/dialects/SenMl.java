package anbu.telemetry.dialects;

import anbu.telemetry.dialects.Said.Basis;
import anbu.telemetry.dialects.Said.Fault;
import anbu.telemetry.dialects.Said.Ignored;
import anbu.telemetry.dialects.Said.Measured;
import anbu.telemetry.dialects.Said.Moment;
import anbu.telemetry.dialects.Said.State;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SenML as JSON: an array of records; bn, bt, bu, bv, bs and bver hold until replaced. Name = bn + n, time = bt + t, value = bv + v. A time below 2^28
 * is relative to the arrival. Units W, lx, J, and kW, Wh, kWh of RFC 8798; s of watts is an integral, hence joules. A bver above 10 or an
 * unknown label ending in _ makes the whole pack unreadable. The device is bn without its last separator.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8428">RFC 8428</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8798">RFC 8798</a>
 */
final class SenMl implements Dialect {
    private static final double RELATIVE = 1 << 28;
    private static final int VERSION = 10;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][-A-Za-z0-9:./_]*");
    private static final Pattern MEASURE = Pattern.compile("[A-Za-z][A-Za-z_-]*\\d{0,2}");
    private static final Set<String> OTHER_VALUES = Set.of("vb", "vs", "vd");

    @Override
    public String name() {
        return "senml";
    }

    /** The base fields in force. */
    private static final class Base {
        String name = "";
        double time;
        double value;
        double sum;

        @Nullable String unit;
    }

    private record Key(String device, double time) {}

    @Override
    public List<Said> read(Heard heard, Memory memory) {
        var pack = Payload.json(heard);
        if (!pack.isArray() || pack.isEmpty()) {
            throw Unreadable.payload("A SenML pack is an array of records.");
        }
        var base = new Base();
        Map<Key, Tally> samples = new LinkedHashMap<>();
        var states = new ArrayList<Key>();
        for (var each : pack) {
            var key = record(each, base, samples);
            if (key != null && OTHER_VALUES.stream().anyMatch(each::has)) {
                states.add(key);
            }
        }
        var said = samples.entrySet().stream()
                .filter(sample -> !sample.getValue().isEmpty())
                .sorted(Comparator.comparingDouble(
                        sample -> absolute(sample.getKey().time(), heard.arrivedAt())))
                .<Said>map(sample -> new Measured(
                        sample.getKey().device(),
                        moment(sample.getKey().time(), heard.arrivedAt()),
                        sample.getValue().values()))
                .toList();
        return said.isEmpty() ? List.of(without(samples, states, heard)) : said;
    }

    private static Said without(Map<Key, Tally> samples, List<Key> states, Heard heard) {
        if (!states.isEmpty()) {
            var last = states.get(states.size() - 1);
            return new State(last.device(), moment(last.time(), heard.arrivedAt()));
        }
        var first = samples.keySet().stream().findFirst();
        return new Ignored(
                first.map(Key::device).orElse(null),
                first.map(key -> moment(key.time(), heard.arrivedAt())).orElse(null),
                "No value in W, lx, Wh or J.");
    }

    private static @Nullable Key record(JsonNode each, Base base, Map<Key, Tally> samples) {
        if (!each.isObject()) {
            throw Unreadable.payload("A SenML record is an object.");
        }
        refuseWhatMustBeUnderstood(each);
        rebase(each, base);
        var own = text(each, "n", "");
        var full = base.name + own;
        if (!NAME.matcher(full).matches()) {
            if (full.isEmpty() && each.path("v").isMissingNode()) {
                return null;
            }
            throw new Unreadable(
                    Fault.TOPIC, "A SenML name holds letters, digits and - : . / _ and begins with a letter or digit.");
        }
        var key = new Key(device(base.name, own, full), base.time + number(each, "t", 0));
        var tally = samples.computeIfAbsent(key, any -> new Tally());
        var unit = text(each, "u", base.unit == null ? "" : base.unit);
        var value = Numbers.of(each.path("v"), "v");
        if (value != null) {
            Meaning.ofUnit(unit).ifPresent(meaning -> tally.add(meaning, full, base.value + value));
        }
        var sum = Numbers.of(each.path("s"), "s");
        if (sum != null && unit.equals("W")) {
            Meaning.ofUnit("J").ifPresent(meaning -> tally.add(meaning, full, base.sum + sum));
        }
        return key;
    }

    private static void rebase(JsonNode each, Base base) {
        base.name = text(each, "bn", base.name);
        base.time = number(each, "bt", base.time);
        base.value = number(each, "bv", base.value);
        base.sum = number(each, "bs", base.sum);
        base.unit = each.has("bu") ? text(each, "bu", "") : base.unit;
        if (number(each, "bver", VERSION) > VERSION) {
            throw Unreadable.payload("bver is %s; up to %d is understood."
                    .formatted(each.path("bver").asText(), VERSION));
        }
    }

    private static void refuseWhatMustBeUnderstood(JsonNode each) {
        each.fieldNames().forEachRemaining(label -> {
            if (label.endsWith("_")) {
                throw Unreadable.payload("The label %s must be understood, and is not.".formatted(label));
            }
        });
    }

    /** Where there is no base name, the last part of the name is what is measured, unless it looks like a serial number. */
    private static String device(String base, String own, String full) {
        var end = Math.max(full.lastIndexOf(':'), full.lastIndexOf('/'));
        var last = full.substring(end + 1);
        if (!base.isEmpty() && own.isEmpty()) {
            return bare(base);
        }
        if (!base.isEmpty() && Math.max(own.lastIndexOf(':'), own.lastIndexOf('/')) < 0) {
            return bare(base);
        }
        return end > 0 && MEASURE.matcher(last).matches() ? bare(full.substring(0, end)) : full;
    }

    private static String bare(String name) {
        return name.replaceFirst("[:/]+$", "");
    }

    private static @Nullable Moment moment(double time, Instant arrivedAt) {
        if (time == 0) {
            return null;
        }
        if (time >= RELATIVE) {
            return Moments.seconds(time);
        }
        return Math.abs(time) < 1e9
                ? new Moment(arrivedAt.plusMillis(Math.round(time * 1000)), Basis.BEFORE_ARRIVAL)
                : null;
    }

    private static double absolute(double time, Instant arrivedAt) {
        return time >= RELATIVE ? time : arrivedAt.toEpochMilli() / 1000.0 + time;
    }

    private static double number(JsonNode each, String label, double otherwise) {
        var value = Numbers.of(each.path(label), label);
        return value == null ? otherwise : value;
    }

    private static String text(JsonNode each, String label, String otherwise) {
        var node = each.path(label);
        if (node.isMissingNode()) {
            return otherwise;
        }
        if (!node.isTextual()) {
            throw Unreadable.payload("%s must be a text.".formatted(label));
        }
        return node.textValue();
    }
}
