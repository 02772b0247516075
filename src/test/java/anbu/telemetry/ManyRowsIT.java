package anbu.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.platform.Columns;
import anbu.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is written row by row is read as the same, by the quick reader and by Spring's. */
class ManyRowsIT {
    private final TestDatabase database = TestDatabase.create("rows");
    private final ManyRows rows = new ManyRows(new JdbcTemplate(database.source()));

    private record Odd(
            int no,
            @Nullable Instant changedAt,
            @Nullable Double watts,
            @Nullable Long seq,
            @Nullable String note,
            Activity.@Nullable Source source,
            @Nullable Boolean online,
            @Nullable LocalDate day) {
        @Nullable Object[] values() {
            return new @Nullable Object[] {no, changedAt, watts, seq, note, source, online, day};
        }
    }

    @BeforeEach
    void create() {
        database.jdbc().sql("""
                        CREATE TABLE odd (no INT, changed_at DATETIME(3), watts DECIMAL(8,2), seq BIGINT, note VARCHAR(200), source VARCHAR(10),
                            online BOOLEAN, day DATE)""").update();
    }

    @AfterEach
    void close() {
        database.source().close();
    }

    @Test
    void everyKindOfValueComesBackAsItWas() {
        var odd = List.of(
                new Odd(
                        1,
                        Instant.parse("2026-03-02T04:05:06.007Z"),
                        0.07,
                        Long.MAX_VALUE,
                        "quote ' \\ ? \" 안부",
                        Activity.Source.LIGHT,
                        true,
                        LocalDate.parse("2026-03-02")),
                new Odd(2, null, null, null, null, null, null, null),
                new Odd(
                        3,
                        Instant.parse("2026-12-31T23:59:59.999Z"),
                        99_999.99,
                        -1L,
                        "",
                        Activity.Source.POWER,
                        false,
                        null));

        write(odd);

        assertThat(database.jdbc().sql("SELECT * FROM odd ORDER BY no").query(new Columns<>(Odd.class)))
                .isEqualTo(odd);
        assertThat(database.jdbc()
                        .sql("SELECT * FROM odd ORDER BY no")
                        .query(Odd.class)
                        .list())
                .isEqualTo(odd);
    }

    @Test
    void moreRowsThanFitIntoOneStatementAreAllWritten() {
        write(IntStream.range(0, 2_345)
                .mapToObj(i -> new Odd(i, null, null, null, "x", null, null, null))
                .toList());

        assertThat(database.jdbc()
                        .sql("SELECT COUNT(DISTINCT no) FROM odd")
                        .query(Long.class)
                        .single())
                .isEqualTo(2_345);
    }

    @Test
    void nothingToWriteIsNoStatement() {
        write(List.of());

        assertThat(database.jdbc()
                        .sql("SELECT COUNT(*) FROM odd")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void write(List<Odd> odd) {
        rows.write(
                "INSERT INTO odd (no, changed_at, watts, seq, note, source, online, day) VALUES",
                odd.stream().map(Odd::values).toList(),
                "");
    }
}
