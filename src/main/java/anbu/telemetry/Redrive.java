package anbu.telemetry;

import anbu.audit.Audit;
import anbu.households.Device;
import anbu.households.Households;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads quarantined messages again, as they arrived and in that order. One leaves in the transaction that stores it; what still cannot be
 * used stays, with its present reason.
 */
@Service
class Redrive {
    /** How many one call takes on; the caller goes on after the last. */
    static final int MOST = 10_000;

    private static final int PORTION = 200;
    private static final int ATTEMPTS = 4;

    private final Quarantine quarantine;
    private final Rereading rereading;
    private final Filing filing;
    private final Around around;

    Redrive(Quarantine quarantine, Rereading rereading, Filing filing, Around around) {
        this.quarantine = quarantine;
        this.rereading = rereading;
        this.filing = filing;
        this.around = around;
    }

    /** What is not of this trade. */
    @Component
    record Around(
            Households households,
            Audit audit,
            IntakeMetrics metrics,
            PlatformTransactionManager transactions,
            Clock clock) {}

    /**
     * What became of those taken on.
     *
     * @param left entries that left the quarantine
     * @param stayed entries that still cannot be used
     * @param lastId to go on after; null when all were taken on
     */
    record Outcome(
            long left,
            long stayed,
            long stored,
            long duplicates,
            @Nullable Long lastId) {
        Outcome plus(Outcome next) {
            return new Outcome(
                    left + next.left,
                    stayed + next.stayed,
                    stored + next.stored,
                    duplicates + next.duplicates,
                    next.lastId);
        }
    }

    /** @param ids only these; empty for all that the filter means */
    Outcome run(Quarantine.Filter filter, Collection<Long> ids, long afterId) {
        var sum = new Outcome(0, 0, 0, 0, afterId);
        while (sum.lastId() != null && sum.left() + sum.stayed() < MOST) {
            sum = sum.plus(portion(filter, ids, sum.lastId()));
        }
        record(filter, ids, sum);
        return sum;
    }

    private Outcome portion(Quarantine.Filter filter, Collection<Long> ids, long afterId) {
        for (int attempt = 1; ; attempt++) {
            try {
                return in(() -> again(quarantine.lock(filter, ids, afterId, PORTION)));
            } catch (DataIntegrityViolationException e) {
                return in(() -> alone(quarantine.lock(filter, ids, afterId, 1), e));
            } catch (TransientDataAccessException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Outcome in(Supplier<Outcome> work) {
        return Objects.requireNonNull(new TransactionTemplate(around.transactions()).execute(status -> work.get()));
    }

    /** One of many that the database refused; if it is not this one, it will be its turn. */
    private Outcome alone(List<Quarantine.Kept> one, DataIntegrityViolationException refusal) {
        for (var kept : one) {
            var why =
                    "It could not be stored: " + refusal.getMostSpecificCause().getMessage();
            quarantine.stays(
                    kept.id(),
                    new Item.Bad(kept.message(), Reason.UNSTORABLE, why),
                    around.clock().instant());
        }
        return new Outcome(
                0,
                one.size(),
                0,
                0,
                one.isEmpty() ? null : Long.valueOf(one.get(0).id()));
    }

    private Outcome again(List<Quarantine.Kept> entries) {
        var read = new HashMap<Long, List<Item>>();
        entries.forEach(kept -> read.put(kept.id(), rereading.read(kept.message())));
        var known = known(read.values());
        var items = new ArrayList<Item>();
        var leaving = new ArrayList<Quarantine.Kept>();
        for (var kept : entries) {
            var said = Said.of(kept, Objects.requireNonNull(read.get(kept.id())), known.keySet());
            items.addAll(said.good());
            if (said.obstacle() == null) {
                leaving.add(kept);
                items.addAll(said.bad());
            } else {
                quarantine.stays(kept.id(), said.obstacle(), around.clock().instant());
            }
        }
        var receipt = filing.file(items);
        quarantine.remove(leaving);
        around.metrics().count(receipt);
        return new Outcome(
                leaving.size(),
                entries.size() - leaving.size(),
                receipt.stored().size(),
                receipt.duplicates(),
                entries.size() < PORTION
                        ? null
                        : Long.valueOf(entries.get(entries.size() - 1).id()));
    }

    /**
     * What one message says now. It stays when it is bad itself or nothing of it is good; bad parts of a good one become entries of their
     * own. Whether a device was connected back then is no news, so hints are passed over.
     */
    private record Said(List<Item> good, List<Item> bad, Item.@Nullable Bad obstacle) {
        static Said of(Quarantine.Kept kept, List<Item> items, Set<String> known) {
            var good = new ArrayList<Item>();
            var bad = new ArrayList<Item>();
            Item.Bad obstacle = null;
            var understood = false;
            for (var item : items) {
                if (item instanceof Item.Bad || !known.contains(String.valueOf(Filing.deviceId(item)))) {
                    var why = item instanceof Item.Bad already ? already : Filing.unknown(item);
                    bad.add(why);
                    obstacle = obstacle == null && why.origin() == kept.message() ? why : obstacle;
                } else {
                    understood = true;
                    Stream.of(item).filter(Item.Sample.class::isInstance).forEach(good::add);
                }
            }
            if (!understood && obstacle == null && !bad.isEmpty()) {
                obstacle = (Item.Bad) bad.get(0);
            }
            return new Said(good, bad, obstacle);
        }
    }

    private Map<String, Device> known(Collection<List<Item>> read) {
        return around.households()
                .devices(read.stream()
                        .flatMap(List::stream)
                        .flatMap(item -> Stream.ofNullable(Filing.deviceId(item)))
                        .distinct()
                        .toList());
    }

    private void record(Quarantine.Filter filter, Collection<Long> ids, Outcome sum) {
        var details = new HashMap<String, Object>();
        details.put("reason", filter.reason() == null ? "any" : filter.reason());
        details.put("chosen", ids.size());
        details.put("left", sum.left());
        details.put("stayed", sum.stayed());
        details.put("stored", sum.stored());
        new TransactionTemplate(around.transactions())
                .executeWithoutResult(status -> around.audit().record("quarantine", "quarantine.redriven", details));
    }
}
