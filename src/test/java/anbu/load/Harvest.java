package anbu.load;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of the acknowledged messages is stored, counted by their numbers.
 *
 * @param acknowledged how many the broker acknowledged
 * @param lost of these, how many are not stored
 * @param twice how many are stored more than once
 * @param seenMissing how many numbers the application itself says are missing
 */
record Harvest(long acknowledged, long lost, long twice, long seenMissing) {
    /** Longer than the application waits before it tries again. */
    private static final int STILL_SECONDS = 35;

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Waits until all of it is stored, or until nothing more comes in. */
    static Harvest settled(Rig rig, Map<String, Long> acknowledged) {
        var all = acknowledged.values().stream().mapToLong(Long::longValue).sum();
        var last = new AtomicLong(-1);
        var still = new AtomicInteger();
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            var now = rig.readings();
            still.set(now >= 0 && last.getAndSet(now) == now ? still.get() + 1 : 0);
            return now >= all || still.get() == STILL_SECONDS;
        });
        return of(rig.jdbc(), acknowledged);
    }

    /** @param acknowledged by device, as how many messages, numbered from 1 */
    static Harvest of(JdbcClient jdbc, Map<String, Long> acknowledged) {
        var stored = new HashMap<String, Stored>();
        jdbc.sql("""
                SELECT d.id AS device_id, COUNT(r.seq) AS rows_stored, COUNT(DISTINCT r.seq) AS numbers_stored
                FROM device d
                LEFT JOIN reading r ON r.device_no = d.no
                GROUP BY d.id
                """).query(Stored.class).list().forEach(row -> stored.put(row.deviceId(), row));
        long all = 0;
        long lost = 0;
        long twice = 0;
        for (var plug : acknowledged.entrySet()) {
            var of = stored.getOrDefault(plug.getKey(), new Stored(plug.getKey(), 0, 0));
            all += plug.getValue();
            lost += plug.getValue() - of.numbersStored();
            twice += of.rowsStored() - of.numbersStored();
        }
        return new Harvest(all, lost, twice, missing(jdbc));
    }

    private record Stored(String deviceId, long rowsStored, long numbersStored) {}

    private static long missing(JdbcClient jdbc) {
        return jdbc.sql("SELECT COALESCE(SUM(last_seq - first_seq + 1), 0) FROM sequence_gap")
                .query(Long.class)
                .single();
    }
}
