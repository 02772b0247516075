package anbu.telemetry;

import anbu.platform.Columns;
import anbu.platform.Row;
import anbu.telemetry.Evidence.Change;
import anbu.telemetry.Numbering.Gap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Which numbers are missing in the messages of each device. */
@Repository
class Sequences {
    /** What has not come by then will not. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final Columns<Open> OPEN = new Columns<>(Open.class);

    private final JdbcClient jdbc;
    private final ManyRows rows;
    private final Clock clock;

    Sequences(JdbcClient jdbc, ManyRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** How many numbers a batch passed over, and how many missing ones it brought. */
    record Found(long missing, long filled) {
        static final Found NOTHING = new Found(0, 0);
    }

    /** The missing messages of one device in the last 30 days. */
    record Missing(int deviceNo, long messages, @Nullable Instant lastNoticedAt) {}

    private record Open(int deviceNo, long firstSeq, long lastSeq, Instant noticedAt) {
        Gap gap() {
            return new Gap(firstSeq, lastSeq, noticedAt);
        }
    }

    /** Under the locks of the devices. Costs a statement only where something is missing or late. */
    Found note(List<Change> changes) {
        var missing = new ArrayList<Open>();
        var late = new LinkedHashMap<Integer, List<Long>>();
        for (var change : changes) {
            var numbering = Numbering.of(change.before(), change.added());
            int no = change.device().no();
            numbering.missing().forEach(gap -> missing.add(open(no, gap)));
            if (!numbering.late().isEmpty()) {
                late.put(no, numbering.late());
            }
        }
        if (missing.isEmpty() && late.isEmpty()) {
            return Found.NOTHING;
        }
        add(missing);
        return new Found(missing.stream().mapToLong(gap -> gap.gap().size()).sum(), fill(late));
    }

    private static Open open(int deviceNo, Gap gap) {
        return new Open(deviceNo, gap.first(), gap.last(), gap.noticedAt());
    }

    private void add(List<Open> gaps) {
        var values = gaps.stream()
                .map(gap -> new Object[] {gap.deviceNo(), gap.firstSeq(), gap.lastSeq(), gap.noticedAt()})
                .toList();
        rows.write(
                "INSERT INTO sequence_gap (device_no, first_seq, last_seq, noticed_at) VALUES",
                values,
                "ON DUPLICATE KEY UPDATE last_seq = GREATEST(last_seq, VALUES(last_seq)), noticed_at = VALUES(noticed_at)");
    }

    private long fill(Map<Integer, List<Long>> late) {
        long filled = 0;
        for (var gap : among(late)) {
            var rest = List.of(gap.gap());
            for (long number : late.getOrDefault(gap.deviceNo(), List.of())) {
                rest = rest.stream()
                        .flatMap(part -> part.without(number).stream())
                        .toList();
            }
            var left = rest.stream().mapToLong(Gap::size).sum();
            if (left < gap.gap().size()) {
                filled += gap.gap().size() - left;
                remove(gap);
                add(rest.stream().map(part -> open(gap.deviceNo(), part)).toList());
            }
        }
        return filled;
    }

    private List<Open> among(Map<Integer, List<Long>> late) {
        if (late.isEmpty()) {
            return List.of();
        }
        var sql = """
                SELECT device_no, first_seq, last_seq, noticed_at
                FROM sequence_gap
                WHERE device_no IN (:deviceNos)
                """;
        return jdbc.sql(sql).param("deviceNos", late.keySet()).query(OPEN);
    }

    private void remove(Open gap) {
        jdbc.sql("DELETE FROM sequence_gap WHERE device_no = :deviceNo AND first_seq = :firstSeq")
                .param("deviceNo", gap.deviceNo())
                .param("firstSeq", gap.firstSeq())
                .update();
    }

    /** Of these devices those that miss any, by number. */
    Map<Integer, Missing> of(Collection<Integer> deviceNos) {
        if (deviceNos.isEmpty()) {
            return Map.of();
        }
        var sql = """
                SELECT device_no, SUM(last_seq - first_seq + 1) AS messages, MAX(noticed_at) AS last_noticed_at
                FROM sequence_gap
                WHERE device_no IN (:deviceNos)
                GROUP BY device_no
                """;
        return jdbc.sql(sql).param("deviceNos", deviceNos).query(Missing.class).list().stream()
                .collect(Collectors.toMap(Missing::deviceNo, Function.identity()));
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT5M")
    void expire() {
        jdbc.sql("DELETE FROM sequence_gap WHERE noticed_at < :before")
                .param("before", Row.column(clock.instant().minus(KEPT)))
                .update();
    }
}
