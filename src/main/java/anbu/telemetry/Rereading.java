package anbu.telemetry;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a kept message as it was read when it came, by where it came from. */
@Component
class Rereading {
    private final Interpreter interpreter;
    private final OwnDialect dialect;
    private final TelemetrySettings settings;
    private final Clock clock;

    Rereading(Interpreter interpreter, OwnDialect dialect, TelemetrySettings settings, Clock clock) {
        this.interpreter = interpreter;
        this.dialect = dialect;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is so old by now that it may have been dropped already is not believed any more, though it was at its arrival. */
    List<Item> read(Message kept) {
        return said(kept).stream().map(this::believed).toList();
    }

    private List<Item> said(Message kept) {
        return switch (kept.source()) {
            case "http" -> List.of(element(kept));
            case HistoryFormat.SOURCE -> List.of(HistoryFormat.again(kept, dialect));
            default -> interpreter.read(List.of(kept)).items();
        };
    }

    private Item element(Message kept) {
        if (kept.topic().startsWith("anbu/v1/")) {
            return dialect.read(kept).get(0);
        }
        try {
            return dialect.read(StrictJson.parse(new String(kept.payload(), StandardCharsets.UTF_8)), kept);
        } catch (BadInput e) {
            return e.of(kept);
        }
    }

    private Item believed(Item item) {
        var oldest = clock.instant().minus(settings.oldest());
        if (item instanceof Item.Sample sample && sample.measuredAt().isBefore(oldest)) {
            var detail = "t is %s, by now older than the %d days for which readings are kept."
                    .formatted(sample.measuredAt(), settings.oldest().toDays());
            return new Item.Bad(item.origin(), Reason.ANCIENT_TIME, detail, sample.deviceId());
        }
        return item;
    }
}
