package anbu.casework;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people wrote about a case; the history itself only names the note. */
@Repository
class NoteTexts {
    private final JdbcClient jdbc;

    NoteTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Note(long id, String text) {}

    /** The texts of a case's notes by their ids. */
    Map<Long, String> of(String caseNo) {
        var sql = """
                SELECT id, text
                FROM case_note
                WHERE case_no = :caseNo
                """;
        return jdbc.sql(sql).param("caseNo", caseNo).query(Note.class).list().stream()
                .collect(Collectors.toMap(Note::id, Note::text));
    }
}
