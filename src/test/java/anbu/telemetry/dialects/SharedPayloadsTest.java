package anbu.telemetry.dialects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbu.telemetry.dialects.Said.Asked;
import anbu.telemetry.dialects.Said.Available;
import anbu.telemetry.dialects.Said.Basis;
import anbu.telemetry.dialects.Said.Ignored;
import anbu.telemetry.dialects.Said.Measured;
import anbu.telemetry.dialects.Said.Rejected;
import anbu.telemetry.dialects.Said.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every sample of ../shared/payloads, where that folder is, reads as its index says. */
class SharedPayloadsTest {
    private static final Path FOLDER = folder();
    private static final Instant ARRIVED = Instant.parse("2026-03-01T22:18:30Z");

    private final Dialects dialects = new Dialects(new Limits(262_144, 100_000, 200_000, Duration.ofMinutes(5)));
    private final Map<String, Notebook> memories = new HashMap<>();

    private static Path folder() {
        var up = Path.of("").toAbsolutePath();
        while (up != null && !Files.exists(up.resolve("shared/payloads/index.csv"))) {
            up = up.getParent();
        }
        return up == null ? Path.of("../shared/payloads") : up.resolve("shared/payloads");
    }

    @Test
    void everySampleReadsAsTheIndexSays() throws IOException {
        assumeTrue(Files.exists(FOLDER.resolve("index.csv")), "There is no folder shared/payloads beside the project.");
        var soft = new SoftAssertions();

        var rows = rows();
        for (var row : rows) {
            check(row, soft);
        }

        assertThat(rows).hasSize(76);
        soft.assertAll();
    }

    private static List<CSVRecord> rows() throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var csv = CSVParser.parse(FOLDER.resolve("index.csv"), java.nio.charset.StandardCharsets.UTF_8, format)) {
            return csv.getRecords();
        }
    }

    private void check(CSVRecord row, SoftAssertions soft) throws IOException {
        var heard = new Heard(
                row.get("topic"),
                Files.readAllBytes(FOLDER.resolve(row.get("file"))),
                ARRIVED,
                row.get("retained").equals("1"),
                ZoneId.of("Asia/Seoul"),
                null);
        var memory = memories.computeIfAbsent(row.get("dialect"), any -> new Notebook());
        var all = dialects.read(row.get("dialect"), heard, memory).stream()
                .filter(each -> !(each instanceof Asked))
                .toList();
        var said = all.get(all.size() - 1);
        soft.assertThat(kind(said)).as(row.get("file")).isEqualTo(row.get("expected_kind"));
        soft.assertThat(said.device()).as(row.get("file")).isEqualTo(text(row, "expected_device_id"));
        var moment = said.moment() == null || said.moment().basis() != Basis.SAID
                ? null
                : said.moment().at().toString();
        var expected = text(row, "expected_timestamp_utc");
        soft.assertThat(moment)
                .as(row.get("file"))
                .isEqualTo(expected == null ? null : Instant.parse(expected).toString());
        var values = said instanceof Measured measured ? measured.values() : new Said.Values(null, null, null);
        number(soft, row, "expected_power_w", values.powerW());
        number(soft, row, "expected_illuminance_lux", values.illuminanceLux());
        number(soft, row, "expected_energy_wh", values.energyWh());
    }

    private static void number(SoftAssertions soft, CSVRecord row, String column, @Nullable Double value) {
        var expected = text(row, column);
        if (expected == null || value == null) {
            soft.assertThat(value).as(row.get("file") + " " + column).isEqualTo(expected);
        } else {
            soft.assertThat(value)
                    .as(row.get("file") + " " + column)
                    .isCloseTo(Double.parseDouble(expected), within(1e-9));
        }
    }

    private static @Nullable String text(CSVRecord row, String column) {
        return row.get(column).isEmpty() ? null : row.get(column);
    }

    private static String kind(Said said) {
        if (said instanceof Measured) {
            return "measurement";
        }
        if (said instanceof Available) {
            return "availability";
        }
        if (said instanceof State) {
            return "state";
        }
        if (said instanceof Ignored) {
            return "ignore";
        }
        return said instanceof Rejected rejected ? "reject: " + rejected.why() : "asked";
    }
}
