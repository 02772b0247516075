package anbu.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How much of the quarantine one sender may fill in a day, so that a single plug gone mad does not fill the disk. The share is more than a
 * plug with a reading every five seconds needs; what exceeds it is counted, shown and in the log.
 */
@Repository
class QuarantineShares {
    private static final Logger log = LoggerFactory.getLogger(QuarantineShares.class);
    private static final int LONGEST = 128;

    private final JdbcClient jdbc;
    private final StorageSettings settings;
    private final MeterRegistry meters;

    QuarantineShares(JdbcClient jdbc, StorageSettings settings, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.meters = meters;
    }

    private record Share(LocalDate day, String sender, Reason reason) {
        static final Comparator<Share> IN_ORDER =
                Comparator.comparing(Share::day).thenComparing(Share::sender).thenComparing(Share::reason);

        static Share of(Item.Bad bad) {
            var day = bad.origin().arrivedAt().atZone(ZoneOffset.UTC).toLocalDate();
            var sender = bad.deviceId() == null ? bad.origin().topic() : bad.deviceId();
            return new Share(day, sender.length() <= LONGEST ? sender : sender.substring(0, LONGEST), bad.reason());
        }
    }

    /** Those that are to be kept, in their order. A message is kept once for a reason, however many of its elements have it. */
    List<Item.Bad> kept(Collection<Item.Bad> items) {
        var once = once(items);
        var wanted = new TreeMap<Share, Integer>(Share.IN_ORDER); // in one order on every node, for rows are locked
        once.forEach(bad -> wanted.merge(Share.of(bad), 1, Integer::sum));
        var room = new HashMap<Share, Integer>();
        wanted.forEach((share, count) -> room.put(share, room(share, count)));
        return once.stream()
                .filter(bad -> room.merge(Share.of(bad), -1, Integer::sum) >= 0)
                .toList();
    }

    private static List<Item.Bad> once(Collection<Item.Bad> items) {
        Map<Reason, Set<Message>> seen = new EnumMap<>(Reason.class);
        return items.stream()
                .filter(bad -> seen.computeIfAbsent(
                                bad.reason(), any -> Collections.newSetFromMap(new IdentityHashMap<>()))
                        .add(bad.origin()))
                .toList();
    }

    private int room(Share share, int wanted) {
        var sql = """
                INSERT INTO quarantine_day (day, sender, reason, arrived, dropped)
                VALUES (:day, :sender, :reason, :wanted, 0)
                ON DUPLICATE KEY UPDATE arrived = arrived + :wanted
                RETURNING arrived
                """;
        long arrived = jdbc.sql(sql)
                .param("day", share.day())
                .param("sender", share.sender())
                .param("reason", share.reason().name())
                .param("wanted", wanted)
                .query(Long.class)
                .single();
        var room = (int) Math.max(0, Math.min(wanted, settings.quarantinePerDay() - (arrived - wanted)));
        if (room < wanted) {
            drop(share, wanted - room, room > 0 || arrived - wanted == settings.quarantinePerDay());
        }
        return room;
    }

    private void drop(Share share, int count, boolean first) {
        var sql = """
                UPDATE quarantine_day
                SET dropped = dropped + :count
                WHERE day = :day AND sender = :sender AND reason = :reason
                """;
        jdbc.sql(sql)
                .param("count", count)
                .param("day", share.day())
                .param("sender", share.sender())
                .param("reason", share.reason().name())
                .update();
        meters.counter("anbu.quarantine.dropped", "reason", share.reason().name())
                .increment(count);
        if (first) {
            log.warn(
                    "{} has sent more than {} messages today that are kept apart ({}); further ones of today are only counted.",
                    share.sender(),
                    settings.quarantinePerDay(),
                    share.reason());
        }
    }

    /** What one sender sent beyond its share. */
    record Overflow(LocalDate day, String sender, Reason reason, long arrived, long dropped) {}

    /** Of the latest days, newest first. */
    List<Overflow> overflows(LocalDate since) {
        var sql = """
                SELECT day, sender, reason, arrived, dropped
                FROM quarantine_day
                WHERE dropped > 0 AND day >= :since
                ORDER BY day DESC, dropped DESC
                LIMIT 20
                """;
        return jdbc.sql(sql).param("since", since).query(Overflow.class).list();
    }

    void expire(LocalDate before) {
        jdbc.sql("DELETE FROM quarantine_day WHERE day < :before")
                .param("before", before)
                .update();
    }
}
