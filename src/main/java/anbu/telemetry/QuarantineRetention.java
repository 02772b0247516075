package anbu.telemetry;

import anbu.audit.Audit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets go of messages that nobody could use for as long as they are kept. Each portion is written into the trail with it. */
@Component
class QuarantineRetention {
    private static final Logger log = LoggerFactory.getLogger(QuarantineRetention.class);
    private static final int PORTION = 5000;

    private final Shelf shelf;
    private final StorageSettings settings;
    private final Audit audit;
    private final TransactionTemplate transaction;

    QuarantineRetention(Shelf shelf, StorageSettings settings, Audit audit, PlatformTransactionManager transactions) {
        this.shelf = shelf;
        this.settings = settings;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Where they are and how they are counted. */
    @Component
    record Shelf(Quarantine quarantine, QuarantineShares shares) {}

    void expire(Instant now) {
        var before = now.minus(settings.quarantineRetention());
        int gone;
        do {
            gone = Objects.requireNonNull(transaction.execute(status -> portion(before)));
            if (gone > 0) {
                log.info("Deleted {} quarantined messages that arrived before {}.", gone, before);
            }
        } while (gone == PORTION);
        shelf.shares().expire(before.atZone(ZoneOffset.UTC).toLocalDate());
    }

    private int portion(Instant before) {
        var gone = shelf.quarantine().expire(before, PORTION);
        if (gone > 0) {
            audit.record("retention", "quarantine.expired", Map.of("arrived_before", before, "messages", gone));
        }
        return gone;
    }
}
