package anbu.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reads each message in the dialect of the source that it came from. */
@Component
class Interpreter {
    private final OwnDialect own;
    private final Sources sources;
    private final ApplicationEventPublisher events;

    Interpreter(OwnDialect own, Sources sources, ApplicationEventPublisher events) {
        this.own = own;
        this.sources = sources;
        this.events = events;
    }

    /** What the messages say; {@code replies} are due after the commit. */
    record Understood(List<Item> items, List<Reply> replies) {}

    Set<String> filters() {
        return sources.filters();
    }

    Understood read(List<Message> messages) {
        var items = new ArrayList<Item>(messages.size());
        messages.forEach(message -> items.addAll(own.read(message)));
        return new Understood(items, List.of());
    }

    /** The messages are committed: counts and answers are due. */
    void settled(Understood understood) {
        understood.replies().forEach(events::publishEvent);
    }
}
