package anbu.telemetry;

import anbu.platform.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReadingImports {
    /** As many as are listed of one file; all are counted. */
    static final int ERRORS_LISTED = 1000;

    private static final String COLUMNS = """
            id, file_name, started_by, started_at, seen_at, ended_at, status, total_bytes, read_bytes, line_count,
            stored, duplicates, quarantined, failure
            """;

    private final JdbcClient jdbc;
    private final ManyRows rows;

    ReadingImports(JdbcClient jdbc, ManyRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** A line that was not stored. */
    record LineError(
            long lineNo,
            Reason reason,
            @Nullable String field,
            @Nullable String value,
            String detail) {}

    void add(ReadingImport job) {
        var sql = "INSERT INTO reading_import (" + COLUMNS + """
                ) VALUES (:id, :fileName, :startedBy, :startedAt, :seenAt, :endedAt, :status, :totalBytes, :readBytes, :lineCount,
                    :stored, :duplicates, :quarantined, :failure)
                """;
        jdbc.sql(sql).paramSource(new Row(job)).update();
    }

    void update(ReadingImport job) {
        var sql = """
                UPDATE reading_import
                SET seen_at = :seenAt, ended_at = :endedAt, status = :status, read_bytes = :readBytes, line_count = :lineCount,
                    stored = :stored, duplicates = :duplicates, quarantined = :quarantined, failure = :failure
                WHERE id = :id
                """;
        jdbc.sql(sql).paramSource(new Row(job)).update();
    }

    Optional<ReadingImport> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + "FROM reading_import WHERE id = :id")
                .param("id", id.toString())
                .query(ReadingImport.class)
                .optional();
    }

    /** Newest first. */
    List<ReadingImport> newest(int most) {
        return jdbc.sql("SELECT " + COLUMNS + "FROM reading_import ORDER BY started_at DESC, id LIMIT :most")
                .param("most", most)
                .query(ReadingImport.class)
                .list();
    }

    void add(UUID importId, List<LineError> errors) {
        var head = "INSERT IGNORE INTO reading_import_error (import_id, line_no, reason, field, value, detail) VALUES";
        var values = errors.stream()
                .map(error -> new Object[] {
                    importId,
                    error.lineNo(),
                    error.reason(),
                    error.field(),
                    cut(error.value(), 200),
                    cut(error.detail(), 500)
                })
                .toList();
        rows.write(head, values, "");
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    /** The first ones, by line. */
    List<LineError> errors(UUID importId) {
        var sql = """
                SELECT line_no, reason, field, value, detail
                FROM reading_import_error
                WHERE import_id = :id
                ORDER BY line_no
                """;
        return jdbc.sql(sql)
                .param("id", importId.toString())
                .query(LineError.class)
                .list();
    }
}
