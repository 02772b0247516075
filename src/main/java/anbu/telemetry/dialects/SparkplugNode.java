package anbu.telemetry.dialects;

import anbu.telemetry.dialects.Said.Asked;
import anbu.telemetry.dialects.Said.Values;
import anbu.telemetry.dialects.SparkplugB.Address;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.jspecify.annotations.Nullable;

/** What is remembered of a node and its devices: who has been born, with which names, aliases, types and units; the last seq. */
final class SparkplugNode {
    private static final int MOST_METRICS = 2000;
    private static final int SEQUENCE = 256;
    /** Messages that nodes of ours take in side by side may overtake each other by so many. */
    private static final int OVERTAKEN = 128;

    private static final Duration BETWEEN_REBIRTHS = Duration.ofMinutes(5);

    private final Memory memory;
    private final Address address;
    private final Instant now;
    private final ObjectNode document;
    private final ObjectNode before;

    SparkplugNode(Memory memory, Address address, Heard heard) {
        this.memory = memory;
        this.address = address;
        this.now = heard.arrivedAt();
        this.document = memory.of(address.nodeId());
        this.before = document.deepCopy();
    }

    /** Names what a device measures from now on; a node's birth makes all its devices unborn. */
    void born(List<Metric> metrics, long seq) {
        if (address.device() == null) {
            document.removeAll();
        }
        var own = document.withObjectProperty("devices").putObject(key());
        var count = 0;
        for (var metric : metrics) {
            if (metric.hasName() && count++ < MOST_METRICS) {
                var entry = own.withObjectProperty("metrics").putObject(metric.getName());
                entry.put("type", metric.getDatatype());
                var unit = unit(metric);
                if (unit != null) {
                    entry.put("unit", unit);
                }
                if (metric.hasAlias()) {
                    document.withObjectProperty("aliases")
                            .put(Long.toUnsignedString(metric.getAlias()), metric.getName());
                }
            }
        }
        Fields.kinds(metrics.stream()
                        .filter(Metric::hasName)
                        .map(Metric::getName)
                        .toList())
                .forEach((quantity, kind) -> own.withObjectProperty("kinds").put(quantity.name(), kind));
        if (seq >= 0) {
            document.put("seq", seq);
        }
    }

    /** False for a second name of a quantity, such as active_power beside power. */
    boolean counts(Quantity quantity, String name) {
        var kind = document.path("devices")
                .path(key())
                .path("kinds")
                .path(quantity.name())
                .textValue();
        return kind == null || kind.equals(Meaning.kind(Fields.lastLevel(name)));
    }

    /** Asks for a rebirth where messages are missing. */
    List<Said> sequence(long seq) {
        if (seq < 0 || seq >= SEQUENCE) {
            return List.of();
        }
        var last = document.path("seq");
        var ahead = last.isNumber() ? Math.floorMod(seq - last.asLong(), SEQUENCE) : 1;
        if (ahead >= OVERTAKEN || ahead == 0) {
            return List.of();
        }
        document.put("seq", seq);
        return ahead == 1 ? List.of() : rebirth();
    }

    /** Not more often than every few minutes. */
    List<Said> rebirth() {
        var asked = document.path("askedAt").asLong();
        if (now.toEpochMilli() - asked < BETWEEN_REBIRTHS.toMillis() && now.toEpochMilli() >= asked) {
            return List.of();
        }
        document.put("askedAt", now.toEpochMilli());
        var command = Payload.newBuilder()
                .setTimestamp(now.toEpochMilli())
                .addMetrics(Metric.newBuilder()
                        .setName("Node Control/Rebirth")
                        .setTimestamp(now.toEpochMilli())
                        .setDatatype(DataType.Boolean.getNumber())
                        .setBooleanValue(true))
                .build();
        return List.of(
                new Asked("spBv1.0/%s/NCMD/%s".formatted(address.group(), address.node()), command.toByteArray()));
    }

    List<String> devices() {
        var devices = new ArrayList<String>();
        document.path("devices").fieldNames().forEachRemaining(device -> {
            if (!device.isEmpty()) {
                devices.add(address.nodeId() + "/" + device);
            }
        });
        return devices;
    }

    @Nullable String name(long alias) {
        return document.path("aliases").path(Long.toUnsignedString(alias)).textValue();
    }

    int type(Metric metric, String name) {
        return metric.hasDatatype()
                ? metric.getDatatype()
                : metric(name).path("type").asInt();
    }

    @Nullable String unit(Metric metric, String name) {
        var unit = unit(metric);
        return unit == null ? metric(name).path("unit").textValue() : unit;
    }

    /** The sample with those of the device's channels that did not change. */
    Values whole(Tally tally) {
        var all = document.withObjectProperty("devices").withObjectProperty(key());
        var overlay = new Memory() {
            @Override
            public ObjectNode of(String subject) {
                return all.withObjectProperty("last").deepCopy();
            }

            @Override
            public void keep(String subject, ObjectNode last) {
                all.set("last", last);
            }

            @Override
            public void note(String subject, ObjectNode last) {
                all.set("last", last);
            }
        };
        return tally.over(overlay, address.id());
    }

    void save() {
        if (!document.equals(before)) {
            memory.keep(address.nodeId(), document);
        }
    }

    private com.fasterxml.jackson.databind.JsonNode metric(String name) {
        return document.path("devices").path(key()).path("metrics").path(name);
    }

    private String key() {
        var device = address.device();
        return device == null ? "" : device;
    }

    private static @Nullable String unit(Metric metric) {
        var properties = metric.getProperties();
        for (int i = 0; i < Math.min(properties.getKeysCount(), properties.getValuesCount()); i++) {
            if (properties.getKeys(i).equals("engUnit")
                    && properties.getValues(i).hasStringValue()) {
                return properties.getValues(i).getStringValue();
            }
        }
        return null;
    }
}
