package anbu.telemetry.dialects;

import anbu.telemetry.dialects.Said.Asked;
import anbu.telemetry.dialects.Said.Available;
import anbu.telemetry.dialects.Said.Fault;
import anbu.telemetry.dialects.Said.Ignored;
import anbu.telemetry.dialects.Said.Measured;
import anbu.telemetry.dialects.Said.Moment;
import anbu.telemetry.dialects.Said.Rejected;
import anbu.telemetry.dialects.Said.State;
import anbu.telemetry.dialects.Said.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The dialects by name, and what none of them may say: what no home can have, what no device is called, what is not yet. */
public final class Dialects {
    private static final Map<String, Dialect> ALL = all(
            new Tasmota(),
            Zigbee2Mqtt.current(),
            Zigbee2Mqtt.withRawLight(),
            new ShellyGen1(),
            new ShellyGen2(),
            new HaStatestream(),
            new EspHome(),
            new SenMl(),
            new SparkplugB(),
            new TtnV3(),
            new OneM2m(),
            Dawon.plugs(),
            Dawon.damda());
    private static final Instant MODERN = Instant.parse("2020-01-01T00:00:00Z");
    private static final Pattern WILD = Pattern.compile(".*[+#\\p{Cntrl}].*", Pattern.DOTALL);
    private static final Pattern DEVICE = Pattern.compile("[^+#\\p{Cntrl}]{1,128}");
    /** Meters at rest waver around zero; so little below it is zero. */
    private static final double METER_NOISE_W = -1;

    private final Limits limits;

    public Dialects(Limits limits) {
        this.limits = limits;
    }

    private static Map<String, Dialect> all(Dialect... dialects) {
        var all = new LinkedHashMap<String, Dialect>();
        Stream.of(dialects).forEach(dialect -> all.put(dialect.name(), dialect));
        return all;
    }

    /** All there are, besides Anbu's own. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    static boolean isModern(Instant at) {
        return !at.isBefore(MODERN);
    }

    /** What must be at hand in the memory to read the message. */
    public List<String> subjects(String dialect, Heard heard) {
        if (heard.payload().length > limits.payloadBytes()) {
            return List.of();
        }
        try {
            return of(dialect).subjects(heard);
        } catch (Unreadable e) {
            return List.of();
        }
    }

    /** What the message says; never throws on account of the message. */
    public List<Said> read(String dialect, Heard heard, Memory memory) {
        if (WILD.matcher(heard.topic()).matches()) {
            return List.of(new Rejected(Fault.TOPIC, "A topic of a device holds no + or # and no control character."));
        }
        if (heard.payload().length > limits.payloadBytes()) {
            return List.of(new Rejected(
                    Fault.TOO_LARGE,
                    "The message has %d bytes; %d are allowed."
                            .formatted(heard.payload().length, limits.payloadBytes())));
        }
        if (heard.payload().length == 0) {
            return List.of(new Ignored(null, null, "Empty: whoever sends that takes a retained message back."));
        }
        try {
            var said = of(dialect).read(heard, memory).stream()
                    .map(each -> believed(each, heard.arrivedAt()))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (said.stream().allMatch(Asked.class::isInstance)) {
                said.add(new Ignored(null, null, "It says nothing."));
            }
            return said;
        } catch (Unreadable e) {
            return List.of(e.rejected());
        }
    }

    private static Dialect of(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    private Said believed(Said said, Instant arrivedAt) {
        var device = said.device();
        if (device != null && (!DEVICE.matcher(device).matches() || device.isBlank())) {
            return new Rejected(
                    Fault.TOPIC, "A device's name has 1 to 128 characters, none of + and # and no control character.");
        }
        var moment = plausible(said.moment(), arrivedAt);
        if (said instanceof Measured measured) {
            return believed(new Measured(measured.device(), moment, measured.values()));
        }
        if (said instanceof Available available) {
            return new Available(available.device(), moment, available.online());
        }
        if (said instanceof State state) {
            return new State(state.device(), moment);
        }
        return said instanceof Ignored ignored ? new Ignored(ignored.device(), moment, ignored.why()) : said;
    }

    private @Nullable Moment plausible(@Nullable Moment moment, Instant arrivedAt) {
        var wrong = moment == null || !isModern(moment.at()) || moment.at().isAfter(arrivedAt.plus(limits.ahead()));
        return wrong ? null : moment;
    }

    private Said believed(Measured measured) {
        var values = measured.values();
        var absurd = Stream.of(
                        absurd("Power", "W", values.powerW(), METER_NOISE_W, limits.powerW()),
                        absurd("Light", "lx", values.illuminanceLux(), 0, limits.illuminanceLux()),
                        absurd("Energy", "Wh", values.energyWh(), 0, Double.MAX_VALUE))
                .flatMap(List::stream)
                .findFirst();
        return absurd.<Said>map(why -> new Rejected(Fault.VALUE, why))
                .orElseGet(() -> new Measured(
                        measured.device(),
                        measured.moment(),
                        new Values(
                                rounded(values.powerW(), 100),
                                rounded(values.illuminanceLux(), 100),
                                rounded(values.energyWh(), 1000))));
    }

    private static List<String> absurd(String what, String unit, @Nullable Double value, double least, double most) {
        return value == null || (value >= least && value <= most)
                ? List.of()
                : List.of("%s is %s %s; %s to %s is possible.".formatted(what, value, unit, least, most));
    }

    private static @Nullable Double rounded(@Nullable Double value, int parts) {
        if (value == null || Math.abs(value) > 1e12) {
            return value;
        }
        return Math.max(0, Math.rint(value * parts) / parts);
    }
}
