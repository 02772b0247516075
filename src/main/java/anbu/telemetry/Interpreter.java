package anbu.telemetry;

import anbu.telemetry.DialectMemories.Key;
import anbu.telemetry.dialects.Dialects;
import anbu.telemetry.dialects.Heard;
import anbu.telemetry.dialects.Said;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reads each message in the dialect of the source that it came from. */
@Component
class Interpreter {
    private final Tongues tongues;
    private final Sources sources;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;

    Interpreter(Tongues tongues, Sources sources, ApplicationEventPublisher events, MeterRegistry meters) {
        this.tongues = tongues;
        this.sources = sources;
        this.events = events;
        this.meters = meters;
        meters.counter("anbu.readings", "result", "ignored");
    }

    /** Our own format and those of the makers, with what they remember. */
    @Component
    record Tongues(OwnDialect own, Dialects foreign, DialectMemories memories, TelemetrySettings settings) {}

    /** What the messages say; {@code replies} are due after the commit. {@code ignored}: valid, but no telemetry, or no news. */
    record Understood(List<Item> items, List<Reply> replies, int ignored) {}

    /** What to subscribe to. */
    Set<String> filters() {
        return sources.filters();
    }

    /** To be called in the transaction that stores the items, for it changes what is remembered. */
    Understood read(List<Message> messages) {
        var items = new ArrayList<Item>(messages.size());
        var replies = new ArrayList<Reply>();
        int ignored = 0;
        var batch = tongues.memories().open(subjects(messages));
        for (var message : messages) {
            var source = sources.of(message.topic()).orElse(null);
            if (source == null || source.dialect().equals(Sources.OWN)) {
                items.addAll(tongues.own().read(message));
                continue;
            }
            var heard = heard(message, source);
            for (var said : tongues.foreign().read(source.dialect(), heard, batch.of(source.dialect()))) {
                ignored += sort(said, message, items, replies);
            }
        }
        batch.save();
        return new Understood(items, replies, ignored);
    }

    /** The messages are committed: counts and answers are due. */
    void settled(Understood understood) {
        meters.counter("anbu.readings", "result", "ignored").increment(understood.ignored());
        understood.replies().forEach(events::publishEvent);
    }

    private Set<Key> subjects(List<Message> messages) {
        var subjects = new TreeSet<Key>();
        for (var message : messages) {
            sources.of(message.topic())
                    .filter(source -> !source.dialect().equals(Sources.OWN))
                    .ifPresent(source -> tongues.foreign()
                            .subjects(source.dialect(), heard(message, source))
                            .forEach(subject -> subjects.add(new Key(source.dialect(), subject))));
        }
        return subjects;
    }

    private static Heard heard(Message message, Sources.Source source) {
        return new Heard(
                message.topic(),
                message.payload(),
                message.arrivedAt(),
                message.retained(),
                source.zone(),
                source.filter().base());
    }

    /** How many of it are ignored: 0 or 1. */
    private int sort(Said said, Message message, List<Item> items, List<Reply> replies) {
        if (said instanceof Said.Asked asked) {
            replies.add(new Reply(asked.topic(), asked.payload()));
            return 0;
        }
        var item = Translation.of(said, message, tongues.settings());
        item.ifPresent(items::add);
        return item.isPresent() ? 0 : 1;
    }
}
