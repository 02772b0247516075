package anbu.casework;

import anbu.platform.Row;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class CaseNotes {
    private final JdbcClient jdbc;

    CaseNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody wrote; the trail refers to it by id, since free text may name people. */
    record CaseNote(long id, String caseNo, Instant at, String author, String text) {}

    long add(String caseNo, Instant at, String author, String text) {
        var key = new GeneratedKeyHolder();
        var sql = "INSERT INTO case_note (case_no, at, author, text) VALUES (:caseNo, :at, :author, :text)";
        jdbc.sql(sql)
                .param("caseNo", caseNo)
                .param("at", Row.column(at))
                .param("author", author)
                .param("text", text)
                .update(key);
        var id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("The database gave the note no id.");
        }
        return id.longValue();
    }

    List<CaseNote> list(String caseNo) {
        var sql = "SELECT id, case_no, at, author, text FROM case_note WHERE case_no = :no ORDER BY id";
        return jdbc.sql(sql).param("no", caseNo).query(CaseNote.class).list();
    }
}
