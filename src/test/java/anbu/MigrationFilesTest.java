package anbu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every file of db-migrations looks like. */
class MigrationFilesTest {
    private static final Pattern NAME = Pattern.compile("V(\\d{4})__[a-z0-9]+(_[a-z0-9]+)*\\.sql");
    private static final Pattern TABLE = Pattern.compile("(?is)\\bCREATE TABLE\\b.*?\\n\\)[^;]*;");
    private static final String CAMUNDA = "V0001__camunda_engine.sql";

    @Test
    void theyAreNumberedWithoutGapsAndNamedInWords() throws IOException {
        var files = files();
        var names = files.stream().map(file -> file.getFileName().toString()).toList();

        assertThat(names).isNotEmpty().allMatch(name -> NAME.matcher(name).matches());
        assertThat(names)
                .extracting(name -> Integer.parseInt(name.substring(1, 5)))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, names.size()).boxed().toList());
        assertThat(files).allMatch(file -> !text(file).isBlank());
    }

    @Test
    void everyTableOfOursIsTransactionalAndHoldsEveryWritingSystem() throws IOException {
        var tables = files().stream()
                .filter(file -> !file.endsWith(CAMUNDA))
                .flatMap(file -> TABLE.matcher(text(file)).results())
                .map(match -> match.group().replaceAll("\\s+", " "))
                .toList();

        assertThat(tables).hasSizeGreaterThan(10).allSatisfy(table -> {
            assertThat(table).containsPattern("ENGINE ?= ?InnoDB");
            assertThat(table).contains("utf8mb4");
        });
    }

    private static List<Path> files() throws IOException {
        try (var all = Files.list(Path.of("db-migrations"))) {
            return all.sorted().toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
