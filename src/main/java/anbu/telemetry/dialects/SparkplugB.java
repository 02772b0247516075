package anbu.telemetry.dialects;

import anbu.telemetry.dialects.Said.Available;
import anbu.telemetry.dialects.Said.Fault;
import anbu.telemetry.dialects.Said.Ignored;
import anbu.telemetry.dialects.Said.Measured;
import anbu.telemetry.dialects.Said.Moment;
import anbu.telemetry.dialects.Said.State;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Sparkplug B: {@code spBv1.0/<group>/<type>/<node>[/<device>]} with protobuf payloads, read by Eclipse Tahu's own classes; {@code spBv1.0/STATE/<host>}
 * is JSON about a host. A BIRTH names the metrics and gives them aliases, which DATA may use alone: they are remembered. An unknown alias
 * makes the message wait in the quarantine and asks the node for a rebirth, and so does a gap in seq. NDEATH, the node's last will, makes all
 * its devices stale. Times are milliseconds UTC, for each metric or for all. A metric's unit is its property engUnit or its name's ending.
 *
 * @see <a href="https://github.com/eclipse-tahu/tahu/blob/master/sparkplug_b/sparkplug_b.proto">sparkplug_b.proto</a>
 * @see <a href="https://sparkplug.eclipse.org/specification/">specification 3.0</a>
 */
final class SparkplugB implements Dialect {
    private static final Pattern TOPIC =
            Pattern.compile("(?:.*/)?spBv1\\.0/([^/]+)/([ND](?:BIRTH|DEATH|DATA|CMD))/([^/]+)(?:/([^/]+))?");
    private static final Pattern STATE = Pattern.compile("(?:.*/)?(?:spBv1\\.0/)?STATE/[^/]+");

    @Override
    public String name() {
        return "sparkplug-b";
    }

    /** Whom a message is about. */
    record Address(
            String group,
            String type,
            String node,
            @Nullable String device) {
        String nodeId() {
            return group + "/" + node;
        }

        String id() {
            return device == null ? nodeId() : nodeId() + "/" + device;
        }

        static Optional<Address> of(String topic) {
            var found = TOPIC.matcher(topic);
            if (!found.matches() || found.group(2).startsWith("D") == (found.group(4) == null)) {
                return Optional.empty();
            }
            return Optional.of(new Address(found.group(1), found.group(2), found.group(3), found.group(4)));
        }
    }

    @Override
    public List<String> subjects(Heard heard) {
        return Address.of(heard.topic()).map(Address::nodeId).stream().toList();
    }

    @Override
    public List<Said> read(Heard heard, Memory memory) {
        var address = Address.of(heard.topic()).orElse(null);
        if (address == null || address.type().endsWith("CMD")) {
            var host = STATE.matcher(heard.topic()).matches();
            return List.of(new Ignored(
                    address == null ? null : address.id(),
                    host
                            ? Moments.of(
                                    Payload.jsonOrMissing(Payload.text(heard)).path("timestamp"), heard.zone())
                            : null,
                    "A host's state, a command or another topic."));
        }
        var payload = payload(heard);
        var moment = payload.hasTimestamp() ? Moments.millis(payload.getTimestamp()) : null;
        var node = new SparkplugNode(memory, address, heard);
        var said = new ArrayList<Said>();
        switch (address.type()) {
            case "NDEATH" -> {
                node.devices().forEach(device -> said.add(new Available(device, null, false)));
                said.add(new Available(address.id(), null, false));
            }
            case "DDEATH" -> {
                said.addAll(node.sequence(payload.hasSeq() ? payload.getSeq() : -1));
                said.add(new Available(address.id(), moment, false));
            }
            case "NBIRTH", "DBIRTH" -> {
                node.born(payload.getMetricsList(), payload.hasSeq() ? payload.getSeq() : -1);
                said.add(new Available(address.id(), moment, true));
                said.addAll(metrics(node, address, payload.getMetricsList(), moment));
            }
            default -> {
                said.addAll(node.sequence(payload.hasSeq() ? payload.getSeq() : -1));
                said.addAll(metrics(node, address, payload.getMetricsList(), moment));
            }
        }
        node.save();
        return said;
    }

    private static org.eclipse.tahu.protobuf.SparkplugBProto.Payload payload(Heard heard) {
        try {
            return org.eclipse.tahu.protobuf.SparkplugBProto.Payload.parseFrom(heard.payload());
        } catch (InvalidProtocolBufferException e) {
            throw Unreadable.payload("The bytes are no Sparkplug B payload: " + e.getMessage());
        }
    }

    private static List<Said> metrics(
            SparkplugNode node, Address address, List<Metric> metrics, @Nullable Moment moment) {
        var sample = new SparkplugSamples(node, moment);
        for (var metric : metrics) {
            if (!sample.add(metric)) {
                var said = new ArrayList<>(node.rebirth());
                said.add(new Unreadable(
                                Fault.ALIAS,
                                "Alias %s of %s is not known, so a rebirth is asked for. Once it has come, drive this in again."
                                        .formatted(Long.toUnsignedString(metric.getAlias()), address.id()))
                        .rejected());
                return said;
            }
        }
        var said = new ArrayList<Said>();
        sample.values().forEach((at, values) -> said.add(new Measured(address.id(), at.orElse(null), values)));
        if (said.isEmpty() && !address.type().endsWith("BIRTH")) {
            said.add(
                    sample.hasOthers()
                            ? new State(address.id(), moment)
                            : new Ignored(address.id(), moment, "Neither power nor light nor energy is in it."));
        }
        return said;
    }
}
