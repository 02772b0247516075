package anbu.telemetry;

import anbu.platform.InvalidInput;
import anbu.telemetry.DialectMemories.Key;
import anbu.telemetry.Interpreter.Tongues;
import anbu.telemetry.dialects.Dialects;
import anbu.telemetry.dialects.Heard;
import anbu.telemetry.dialects.Memory;
import anbu.telemetry.dialects.Said;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Reads messages without storing anything. What one preview learns (aliases, units) the next one knows, but intake never does; what intake
 * knows, previews know.
 */
@Service
class Previews {
    private static final int REMEMBERED = 2000;

    private final Tongues tongues;
    private final Sources sources;
    private final ZoneId serviceZone;
    private final Map<Key, ObjectNode> learned = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ObjectNode> eldest) {
            return size() > REMEMBERED;
        }
    });

    Previews(Tongues tongues, Sources sources, ZoneId serviceZone) {
        this.tongues = tongues;
        this.sources = sources;
        this.serviceZone = serviceZone;
    }

    /** Every dialect there is, our own first. */
    List<String> dialects() {
        var all = new ArrayList<String>();
        all.add(Sources.OWN);
        all.addAll(Dialects.names());
        return all;
    }

    /** The dialect of the source that the topic belongs to; refuses a topic of no source. */
    String dialectOf(String topic) {
        if (topic.startsWith(Sources.OWN_TOPICS)) {
            return Sources.OWN;
        }
        return sources.of(topic)
                .map(Sources.Source::dialect)
                .orElseThrow(() -> refused(
                        "dialect",
                        topic,
                        "No configured source has this topic. Name the dialect: one of %s."
                                .formatted(String.join(", ", dialects()))));
    }

    /** @param zone null for that of the topic's source, or the service's */
    Preview read(String dialect, Message message, @Nullable ZoneId zone) {
        if (dialect.equals(Sources.OWN)) {
            return Preview.of(
                    dialect,
                    tongues.own().read(message).stream().map(Preview::sample).toList());
        }
        if (!Dialects.names().contains(dialect)) {
            throw refused(
                    "dialect",
                    dialect,
                    "There is no such dialect. Choose one of %s.".formatted(String.join(", ", dialects())));
        }
        var heard = heard(dialect, message, zone);
        var keys = tongues.foreign().subjects(dialect, heard).stream()
                .map(subject -> new Key(dialect, subject))
                .toList();
        var live = tongues.memories().look(keys).of(dialect);
        var samples = tongues.foreign().read(dialect, heard, over(live, dialect)).stream()
                .filter(said -> !(said instanceof Said.Asked))
                .map(said -> Preview.sample(said, message, tongues.settings()))
                .toList();
        return Preview.of(dialect, samples);
    }

    static InvalidInput refused(String field, @Nullable String value, String sentence) {
        return new InvalidInput(
                "The field %s cannot be used. %s".formatted(field, sentence),
                List.of(new InvalidInput.Error(null, field, value, sentence)));
    }

    private Heard heard(String dialect, Message message, @Nullable ZoneId zone) {
        var source = sources.of(message.topic()).filter(each -> each.dialect().equals(dialect));
        return new Heard(
                message.topic(),
                message.payload(),
                message.arrivedAt(),
                message.retained(),
                zone == null ? source.map(Sources.Source::zone).orElse(serviceZone) : zone,
                source.map(each -> each.filter().base()).orElse(null));
    }

    private Memory over(Memory live, String dialect) {
        return new Memory() {
            @Override
            public ObjectNode of(String subject) {
                var known = learned.get(new Key(dialect, subject));
                return known == null ? live.of(subject) : known.deepCopy();
            }

            @Override
            public void keep(String subject, ObjectNode document) {
                learned.put(new Key(dialect, subject), document.deepCopy());
            }

            @Override
            public void note(String subject, ObjectNode document) {
                keep(subject, document);
            }
        };
    }
}
