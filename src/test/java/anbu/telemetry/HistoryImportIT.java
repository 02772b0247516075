package anbu.telemetry;

import static anbu.telemetry.TelemetryFixture.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbu.households.Appliance;
import anbu.platform.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of past readings go the same way as live ones. */
class HistoryImportIT {
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final TelemetryFixture home = new TelemetryFixture();
    private final HistoryImport history = new HistoryImport(home.imports, home.portions, CLOCK);

    @BeforeEach
    void install() {
        home.install("tv", "home-1", Appliance.TELEVISION);
    }

    @AfterEach
    void close() {
        history.stop();
        home.close();
    }

    @Test
    void aPackedFileIsStoredAndTheSameFileAgainChangesNothing() throws IOException {
        var lines = new StringBuilder("timestamp,home,device,appliance,power_w,illuminance_lux\n");
        for (int i = 0; i < 5000; i++) {
            lines.append("%s,h,tv,tv,%d,\n".formatted(NOON.minusSeconds(60L * (5000 - i)), i % 97));
        }

        var first =
                ended(history.begin("history.csv.gz", packed(lines.toString())).id());
        var again =
                ended(history.begin("history.csv.gz", packed(lines.toString())).id());

        assertThat(first.status()).as(first.failure()).isEqualTo(ReadingImport.Status.DONE);
        assertThat(first.percent()).isEqualTo(100);
        assertThat(first.lineCount()).isEqualTo(5000);
        assertThat(first.stored()).isEqualTo(5000);
        assertThat(again.stored()).isZero();
        assertThat(again.duplicates()).isEqualTo(5000);
        assertThat(home.readings.between(1, NOON.minus(Duration.ofDays(30)), NOON))
                .hasSize(5000);
    }

    @Test
    void columnsMayComeInAnyOrderAndEveryBadLineIsToldWithItsColumnAndValue() throws IOException {
        var file = """
                \uFEFFseq,power_w,device,note,timestamp,energy_wh,illuminance_lux\r
                7,"12.5",tv,"a, b",2026-03-02T11:00:00+00:00,1000.5,\r

                8,abc,tv,,2026-03-02T11:01:00Z,,\r
                9,12,tv,,yesterday,,
                10,12,fan,,2026-03-02T11:03:00Z,,
                11,12,tv,,2014-03-02T11:03:00Z,,
                12,-70,tv,,2026-03-02T11:04:00Z,,
                13,,tv,,2026-03-02T11:05:00Z,,
                14,1,tv,"2026
                15,3,tv,,1772449560000,,4.25""";

        var job = ended(history.begin("wrong.csv", new ByteArrayInputStream(file.getBytes(UTF_8)))
                .id());

        assertThat(job.status()).as(job.failure()).isEqualTo(ReadingImport.Status.DONE);
        assertThat(job.stored()).isEqualTo(2);
        assertThat(job.quarantined()).isEqualTo(7);
        assertThat(home.readings.between(1, NOON.minusSeconds(7200), NOON))
                .extracting(Reading::powerW, Reading::energyWh, Reading::illuminanceLux, Reading::seq)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(12.5, 1000.5, null, 7L),
                        org.assertj.core.groups.Tuple.tuple(3.0, null, 4.25, 15L));
        assertThat(history.errors(job.id()))
                .extracting(
                        ReadingImports.LineError::lineNo,
                        ReadingImports.LineError::reason,
                        ReadingImports.LineError::field,
                        ReadingImports.LineError::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4L, Reason.BAD_PAYLOAD, "power_w", "abc"),
                        org.assertj.core.groups.Tuple.tuple(5L, Reason.BAD_PAYLOAD, "timestamp", "yesterday"),
                        org.assertj.core.groups.Tuple.tuple(6L, Reason.UNKNOWN_DEVICE, "device", "fan"),
                        org.assertj.core.groups.Tuple.tuple(
                                7L, Reason.ANCIENT_TIME, "timestamp", "2014-03-02T11:03:00Z"),
                        org.assertj.core.groups.Tuple.tuple(8L, Reason.ABSURD_VALUE, "power_w", "-70"),
                        org.assertj.core.groups.Tuple.tuple(9L, Reason.EMPTY, null, null),
                        org.assertj.core.groups.Tuple.tuple(10L, Reason.BAD_PAYLOAD, null, null));
    }

    @Test
    void aFileThatNamesNoColumnsIsRefusedAtOnce() {
        assertThatThrownBy(() -> history.begin("x.csv", new ByteArrayInputStream("a;b\n1;2\n".getBytes(UTF_8))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("timestamp, device")
                .hasMessageContaining("a;b");
        assertThatThrownBy(() -> history.begin("x.csv", new ByteArrayInputStream(new byte[0])))
                .isInstanceOf(InvalidInput.class);
        assertThat(history.list()).isEmpty();
    }

    @Test
    void aFileBrokenOffInTheMiddleSaysSoAndWhatWasStoredStays() throws IOException {
        var lines = new StringBuilder("timestamp,device,power_w\n");
        var random = new java.util.Random(1);
        for (int i = 0; i < 30_000; i++) {
            lines.append("%s,tv,%d.%d\n".formatted(NOON.minusSeconds(60L * (30_000 - i)), random.nextInt(999), i % 97));
        }
        var whole = packed(lines.toString()).readAllBytes();
        var half = java.util.Arrays.copyOf(whole, whole.length * 2 / 3);

        var broken = ended(
                history.begin("half.csv.gz", new ByteArrayInputStream(half)).id());
        var again = ended(
                history.begin("whole.csv.gz", new ByteArrayInputStream(whole)).id());

        assertThat(broken.status()).isEqualTo(ReadingImport.Status.FAILED);
        assertThat(broken.stored()).isGreaterThan(1000);
        assertThat(again.stored() + broken.stored()).isEqualTo(30_000);
        assertThat(again.duplicates()).isEqualTo(broken.stored());
    }

    @Test
    void anEndlessLineTakesNoMemoryAndIsToldAsSuch() throws IOException {
        var file = "timestamp,device,power_w\n" + "x".repeat(3_000_000) + "\n2026-03-02T11:00:00Z,tv,5\n";

        var job = ended(history.begin("long.csv", new ByteArrayInputStream(file.getBytes(UTF_8)))
                .id());

        assertThat(job.stored()).isEqualTo(1);
        assertThat(history.errors(job.id()))
                .extracting(ReadingImports.LineError::reason)
                .containsExactly(Reason.TOO_LARGE);
        assertThat(home.quarantine.list(Reason.TOO_LARGE, null, 1).get(0).bytes())
                .isLessThan(20_000);
    }

    @Test
    void anImportWhoseNodeIsGoneIsFoundInterrupted() {
        var old = ReadingImport.of(UUID.randomUUID(), "f", "op", NOON.minus(Duration.ofMinutes(3)), 10);
        home.imports.add(old);
        var fresh = ReadingImport.of(UUID.randomUUID(), "g", "op", NOON.minusSeconds(60), 10);
        home.imports.add(fresh);

        assertThat(history.get(old.id()).status()).isEqualTo(ReadingImport.Status.INTERRUPTED);
        assertThat(history.get(fresh.id()).status()).isEqualTo(ReadingImport.Status.WAITING);
        assertThat(history.list()).extracting(ReadingImport::fileName).containsExactly("g", "f");
    }

    @Test
    void linesOfADeviceInstalledLaterAreReadAgainFromTheQuarantine() throws IOException {
        var file = "device,power_w,timestamp\nfan,5,2026-03-02T11:00:00Z\nfan,6,2026-03-02T11:10:00Z\n";
        ended(history.begin("fan.csv", new ByteArrayInputStream(file.getBytes(UTF_8)))
                .id());
        home.install("fan", "home-1", Appliance.FAN);

        var outcome = home.redrive.run(Quarantine.Filter.of(Reason.UNKNOWN_DEVICE), java.util.List.of(), 0);

        assertThat(outcome).isEqualTo(new Redrive.Outcome(2, 0, 2, 0, null));
        assertThat(home.readings.between(2, NOON.minusSeconds(7200), NOON))
                .extracting(Reading::powerW)
                .containsExactly(5.0, 6.0);
    }

    private ReadingImport ended(UUID id) {
        return Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> history.get(id), job -> !job.isOpen());
    }

    private static ByteArrayInputStream packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
