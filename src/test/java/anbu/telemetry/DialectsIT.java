package anbu.telemetry;

import static anbu.telemetry.TelemetryFixture.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbu.households.Appliance;
import anbu.platform.InvalidInput;
import anbu.telemetry.Interpreter.Tongues;
import anbu.telemetry.MqttSources.Source;
import anbu.telemetry.PreviewApi.Request;
import anbu.telemetry.dialects.Dialects;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Dialects through intake into a real database, and the preview beside it. */
class DialectsIT {
    private static final List<Source> SOURCES = List.of(
            new Source("tele/#", "tasmota", ""),
            new Source("site/z2m/#", "zigbee2mqtt", ""),
            new Source("+/status/+", "shelly-gen2", ""),
            new Source("esp/#", "esphome", ""),
            new Source("spBv1.0/#", "sparkplug-b", "UTC"),
            new Source("/oneM2M/req/+/Scare/#", "onem2m", "UTC"));

    private final TelemetryFixture home = new TelemetryFixture(SOURCES);

    @AfterEach
    void close() {
        home.close();
    }

    private void store(String topic, String payload, boolean retained) {
        home.intake.store(List.of(new Message("mqtt", topic, payload.getBytes(UTF_8), NOON, retained)));
    }

    private void store(String topic, byte[] payload) {
        home.intake.store(List.of(new Message("mqtt", topic, payload, NOON)));
    }

    private List<Map<String, Object>> readings() {
        return home.jdbc
                .sql("SELECT device_no, measured_at, power_w FROM reading ORDER BY device_no, measured_at")
                .query()
                .listOfRows();
    }

    private long remembered() {
        return home.jdbc
                .sql("SELECT COUNT(*) FROM dialect_memory")
                .query(Long.class)
                .single();
    }

    @Test
    void aMessageIsReadInTheDialectAndZoneOfItsSource() {
        home.install("tv", "home-1", Appliance.TELEVISION);
        home.install("kim/tv", "home-2", Appliance.TELEVISION);

        store("tele/tv/SENSOR", "{\"Time\":\"2026-03-02T20:59:00\",\"ENERGY\":{\"Power\":60}}", false);
        store("site/z2m/kim/tv", "{\"power\":7,\"last_seen\":\"2026-03-02T11:58:00Z\"}", false);

        assertThat(readings())
                .extracting(row -> String.valueOf(row.get("measured_at")) + " " + row.get("power_w"))
                .containsExactly("2026-03-02 11:59:00.0 60.00", "2026-03-02 11:58:00.0 7.00");
        assertThat(remembered()).isZero();
    }

    @Test
    void aRetainedValueWithoutATimeIsNoReadingAndAnUnknownForeignDeviceIsOnlyMissedWhenItMeasures() {
        home.install("esp/plug", "home-1", Appliance.TELEVISION);

        store("esp/plug/sensor/tv_power/state", "60", true);
        store("esp/other/status", "online", false);
        store("esp/other/sensor/tv_power/state", "60", false);

        assertThat(readings()).isEmpty();
        assertThat(home.count("anbu.readings", "result", "ignored")).isEqualTo(1);
        assertThat(home.quarantine.counts()).containsExactly(Map.entry(Reason.UNKNOWN_DEVICE, 1L));
    }

    @Test
    void whatADialectRemembersSurvivesAndIsShared() {
        home.install("two", "home-1", Appliance.TELEVISION);

        store("two/status/switch:0", "{\"apower\":70}", false);
        assertThat(remembered()).isZero();
        store("two/status/switch:1", "{\"apower\":30}", false);
        assertThat(remembered()).isOne();

        var other = new TelemetryFixture(SOURCES, home.database);
        other.installed.putAll(home.installed);
        other.intake.store(
                List.of(new Message("mqtt", "two/status/switch:0", "{\"apower\":71}".getBytes(UTF_8), NOON)));
        assertThat(readings())
                .extracting(row -> String.valueOf(row.get("power_w")))
                .containsExactly("70.00", "100.00", "101.00");
    }

    @Test
    void anUnknownAliasWaitsInTheQuarantineAsksForARebirthAndIsStoredWhenDrivenInAgain() {
        home.install("g/n/d", "home-1", Appliance.TELEVISION);

        store("spBv1.0/g/DDATA/n/d", data());
        assertThat(home.quarantine.counts()).containsExactly(Map.entry(Reason.UNKNOWN_ALIAS, 1L));
        assertThat(home.replies).singleElement().satisfies(reply -> assertThat(reply.topic())
                .isEqualTo("spBv1.0/g/NCMD/n"));
        store("spBv1.0/g/DBIRTH/n/d", birth());
        store("spBv1.0/g/DDATA/n/d", data());

        assertThat(readings())
                .extracting(row -> String.valueOf(row.get("power_w")))
                .containsExactly("71.50", "73.25");
    }

    @Test
    void aNotificationIsAnsweredAfterItIsStored() {
        home.install("M/home/tv", "home-1", Appliance.TELEVISION);

        store(
                "/oneM2M/req/M/Scare/json",
                "{\"op\":5,\"rqi\":\"1\",\"pc\":{\"m2m:sgn\":{\"sur\":\"M/home/tv/s\",\"nev\":{\"rep\":{\"m2m:cin\":"
                        + "{\"ct\":\"20260302T115900\",\"con\":{\"power\":5}}}}}}}",
                false);

        assertThat(readings()).hasSize(1);
        assertThat(home.replies).singleElement().satisfies(reply -> assertThat(reply.topic())
                .isEqualTo("/oneM2M/resp/M/Scare/json"));
    }

    @Test
    void aPreviewTellsWhatWouldBeReadAndChangesNothing() {
        var api = api();
        var birth = Base64.getEncoder().encodeToString(birth());
        var data = Base64.getEncoder().encodeToString(data());

        assertThat(api.preview(bytes("sparkplug-b", "spBv1.0/g/DDATA/n/d", data))
                        .kind())
                .isEqualTo("reject");
        assertThat(api.preview(bytes("sparkplug-b", "spBv1.0/g/DBIRTH/n/d", birth))
                        .powerW())
                .isEqualTo(71.5);
        assertThat(api.preview(bytes("sparkplug-b", "spBv1.0/g/DDATA/n/d", data))
                        .powerW())
                .isEqualTo(73.25);
        var own = api.preview(text(null, "anbu/v1/tv/telemetry", "{\"power_w\":3}", null));
        assertThat(own.dialect()).isEqualTo("anbu");
        assertThat(own.measuredAt()).isNull();
        var local = api.preview(
                text(null, "tele/tv/SENSOR", "{\"Time\":\"2026-03-02T11:00:00\",\"ENERGY\":{\"Power\":1}}", "UTC"));
        assertThat(local.dialect()).isEqualTo("tasmota");
        assertThat(local.measuredAt()).isEqualTo("2026-03-02T11:00:00Z");
        assertThat(remembered()).isZero();
        assertThat(readings()).isEmpty();
    }

    @Test
    void aPreviewThatCannotBeMadeSaysWhatIsAllowed() {
        var api = api();

        for (var wrong : List.of(
                text("tasmoto", "tele/a/SENSOR", "{}", null),
                text("tasmota", "tele/a/SENSOR", "{}", "Asia/Atlantis"),
                text("tasmota", "", "{}", null),
                text(null, "nobody/knows", "{}", null),
                bytes("tasmota", "tele/a/SENSOR", "***"),
                new Request("tasmota", "tele/a/SENSOR", null, null, null, null, null),
                new Request("tasmota", "tele/a/SENSOR", TextNode.valueOf("{}"), "e30=", null, null, null))) {
            assertThatThrownBy(() -> api.preview(wrong)).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> api.preview(text("tasmoto", "tele/a/SENSOR", "{}", null)))
                .hasMessageContaining("anbu, tasmota, zigbee2mqtt");
    }

    private PreviewApi api() {
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        var memories = new DialectMemories(home.jdbc, new ManyRows(new JdbcTemplate(home.database)), clock);
        var tongues = new Tongues(
                new OwnDialect(TelemetryFixture.SETTINGS),
                new Dialects(TelemetryFixture.SETTINGS.limits()),
                memories,
                TelemetryFixture.SETTINGS);
        var sources = new Sources(new MqttSources(SOURCES), ZoneId.of("Asia/Seoul"));
        return new PreviewApi(new Previews(tongues, sources, ZoneId.of("Asia/Seoul")), clock);
    }

    private static Request text(@Nullable String dialect, String topic, String payload, @Nullable String zone) {
        return new Request(dialect, topic, TextNode.valueOf(payload), null, null, zone, null);
    }

    private static Request bytes(String dialect, String topic, String base64) {
        return new Request(dialect, topic, null, base64, null, null, null);
    }

    private static byte[] birth() {
        return Payload.newBuilder()
                .setTimestamp(NOON.minusSeconds(120).toEpochMilli())
                .addMetrics(Metric.newBuilder()
                        .setName("power_w")
                        .setAlias(1)
                        .setDatatype(10)
                        .setDoubleValue(71.5))
                .build()
                .toByteArray();
    }

    private static byte[] data() {
        return Payload.newBuilder()
                .setTimestamp(NOON.minusSeconds(60).toEpochMilli())
                .addMetrics(Metric.newBuilder().setAlias(1).setDoubleValue(73.25))
                .build()
                .toByteArray();
    }
}
