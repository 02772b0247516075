package anbu.telemetry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The partitions of the large tables. Changing them waits a few seconds for running transactions at most, and fails otherwise. */
@Repository
class Partitions {
    private static final String AHEAD = "ahead";
    private static final int PATIENCE_SECONDS = 5;

    private final JdbcClient jdbc;

    Partitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A table that is cut by time, and how many weeks make a partition. */
    enum Table {
        READING("reading", 1),
        READING_HOUR("reading_hour", 8);

        private static final LocalDate A_MONDAY = LocalDate.EPOCH.plusDays(4);

        final String sql;
        final int weeks;

        Table(String sql, int weeks) {
            this.sql = sql;
            this.weeks = weeks;
        }

        /** The first bound after a moment. */
        LocalDate boundAfter(Instant moment) {
            var days = moment.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay() - A_MONDAY.toEpochDay();
            return A_MONDAY.plusDays((Math.floorDiv(days, 7L * weeks) + 1) * 7L * weeks);
        }
    }

    /** Holds what lies before a day, and not before that of its predecessor; null for what lies after all days. Rows are an estimate. */
    record Partition(String name, @Nullable LocalDate before, long rowCount) {}

    /** By time; the last has no end. */
    List<Partition> of(Table table) {
        var sql = """
                SELECT partition_name AS name, partition_description AS bound, table_rows AS row_count
                FROM information_schema.partitions
                WHERE table_schema = DATABASE() AND table_name = :table AND partition_name IS NOT NULL
                ORDER BY partition_ordinal_position
                """;
        return jdbc.sql(sql).param("table", table.sql).query(Found.class).list().stream()
                .map(Found::partition)
                .toList();
    }

    /** Takes these weeks out of what lies ahead, with whatever is in them already. */
    void cut(Table table, List<LocalDate> bounds) {
        var parts = bounds.stream()
                .map(day -> "PARTITION %s VALUES LESS THAN ('%s')".formatted(name(day), day))
                .collect(Collectors.joining(", "));
        alter(
                table,
                "REORGANIZE PARTITION %s INTO (%s, PARTITION %1$s VALUES LESS THAN (MAXVALUE))"
                        .formatted(AHEAD, parts));
    }

    /** With everything in it. */
    void drop(Table table, Partition partition) {
        alter(table, "DROP PARTITION " + partition.name());
    }

    private void alter(Table table, String change) {
        jdbc.sql("ALTER TABLE %s WAIT %d %s".formatted(table.sql, PATIENCE_SECONDS, change))
                .update();
    }

    private static String name(LocalDate before) {
        return "before_" + before.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private record Found(String name, String bound, long rowCount) {
        Partition partition() {
            var endless = bound.equals("MAXVALUE");
            return new Partition(name, endless ? null : LocalDate.parse(bound.substring(1, 11)), rowCount);
        }
    }
}
