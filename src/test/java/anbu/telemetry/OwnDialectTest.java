package anbu.telemetry;

import static anbu.telemetry.TelemetryFixture.NOON;
import static anbu.telemetry.TelemetryFixture.SETTINGS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fate of every kind of input. Messages arrive at noon of March 2, 2026, UTC. */
class OwnDialectTest {
    private static final String TOPIC = "anbu/v1/plug 1/telemetry";

    private final OwnDialect dialect = new OwnDialect(SETTINGS);

    private List<Item> read(String topic, byte[] payload) {
        return dialect.read(new Message("mqtt", topic, payload, NOON));
    }

    private Item only(String payload) {
        var items = read(TOPIC, payload.getBytes(UTF_8));
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"t":"2026-03-02T20:59:59+09:00","power_w":1}       | 2026-03-02T11:59:59Z
                    {"t":"2026-03-02T11:59:59.1234567Z","power_w":1}    | 2026-03-02T11:59:59.123Z
                    {"t":1772452799000,"power_w":1}                     | 2026-03-02T11:59:59Z
                    {"t":"1772452799000","power_w":1}                   | 2026-03-02T11:59:59Z
                    {"t":1.772452799E12,"power_w":1}                    | 2026-03-02T11:59:59Z
                    {"power_w":1}                                       | 2026-03-02T12:00:00Z
                    {"t":null,"power_w":1}                              | 2026-03-02T12:00:00Z
                    {"t":"2026-03-02T12:05:00Z","power_w":1}            | 2026-03-02T12:05:00Z
                    {"t":"2025-01-26T12:00:00Z","power_w":1}            | 2025-01-26T12:00:00Z
                    """)
    void theTimeIsTheDevicesOwnOrTheArrival(String payload, Instant at) {
        assertThat(only(payload)).isInstanceOfSatisfying(Item.Sample.class, sample -> assertThat(sample.measuredAt())
                .isEqualTo(at));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    FUTURE_TIME  | {"t":"2026-03-02T12:05:00.001Z","power_w":1}
                    ANCIENT_TIME | {"t":"2025-01-26T11:59:59.999Z","power_w":1}
                    ANCIENT_TIME | {"t":"1970-01-01T00:00:00Z","power_w":1}
                    ANCIENT_TIME | {"t":1772452799,"power_w":1}
                    BAD_PAYLOAD  | {"t":"2026-03-02T11:59:59","power_w":1}
                    BAD_PAYLOAD  | {"t":"yesterday","power_w":1}
                    BAD_PAYLOAD  | {"t":1772452799000.5,"power_w":1}
                    BAD_PAYLOAD  | {"t":true,"power_w":1}
                    BAD_PAYLOAD  | {"t":[],"power_w":1}
                    BAD_PAYLOAD  | {"t":99999999999999999999999,"power_w":1}
                    ABSURD_VALUE | {"power_w":-1.01}
                    ABSURD_VALUE | {"power_w":100000.01}
                    ABSURD_VALUE | {"power_w":1e999}
                    ABSURD_VALUE | {"illuminance_lux":-0.1}
                    ABSURD_VALUE | {"illuminance_lux":200000.1}
                    ABSURD_VALUE | {"energy_wh":-1}
                    EMPTY        | {}
                    EMPTY        | []
                    EMPTY        | {"t":1772452799000,"power_w":null,"seq":4}
                    BAD_PAYLOAD  | {"power_w":"73.2"}
                    BAD_PAYLOAD  | {"power_w":true}
                    BAD_PAYLOAD  | {"power_w":NaN}
                    BAD_PAYLOAD  | {"power_w":1,"power_w":2}
                    BAD_PAYLOAD  | {"power_w":1,"seq":"4"}
                    BAD_PAYLOAD  | {"power_w":1,"seq":1.5}
                    BAD_PAYLOAD  | {"power_w":1} {"power_w":2}
                    BAD_PAYLOAD  | {"power_w":1
                    BAD_PAYLOAD  | 73.2
                    BAD_PAYLOAD  | null
                    BAD_PAYLOAD  | [[{"power_w":1}]]
                    BAD_PAYLOAD  | {"x":[[[[[[[[[[1]]]]]]]]]],"power_w":1}
                    """)
    void whatCannotBeUsedIsQuarantinedWithItsReason(Reason reason, String payload) {
        assertThat(only(payload)).isInstanceOfSatisfying(Item.Bad.class, bad -> {
            assertThat(bad.reason()).isEqualTo(reason);
            assertThat(bad.detail()).isNotBlank();
        });
    }

    @Test
    void anEmptyPayloadIsBadAndNotEmpty() {
        assertThat(only("")).isInstanceOfSatisfying(Item.Bad.class, bad -> assertThat(bad.reason())
                .isEqualTo(Reason.BAD_PAYLOAD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anbu/v1//telemetry",
                "anbu/v1/a/b/telemetry",
                "anbu/v1/a/other",
                "anbu/v2/a/telemetry",
                "anbu/v1/a+/telemetry",
                "anbu/v1/#/telemetry",
                "anbu/v1/a\u0007/telemetry",
                "/anbu/v1/a/telemetry"
            })
    void otherTopicsAreQuarantined(String topic) {
        assertThat(read(topic, "{\"power_w\":1}".getBytes(UTF_8)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Item.Bad.class, bad -> assertThat(bad.reason()).isEqualTo(Reason.WRONG_TOPIC));
    }

    @Test
    void aDeviceNameMayHave128CharactersAndNoMore() {
        var payload = "{\"power_w\":1}".getBytes(UTF_8);

        assertThat(read("anbu/v1/" + "안".repeat(128) + "/telemetry", payload).get(0))
                .isInstanceOf(Item.Sample.class);
        assertThat(read("anbu/v1/" + "안".repeat(129) + "/telemetry", payload).get(0))
                .isInstanceOf(Item.Bad.class);
    }

    @Test
    void missingIsNoValueAndZeroIsZero() {
        var sample = (Item.Sample) only("{\"illuminance_lux\":0,\"power_w\":null,\"seq\":7,\"extra\":{}}");

        assertThat(sample.powerW()).isNull();
        assertThat(sample.energyWh()).isNull();
        assertThat(sample.illuminanceLux()).isZero();
        assertThat(sample.seq()).isEqualTo(7);
    }

    @Test
    void aMetersNoiseBelowZeroIsZeroAndValuesAreKeptToAHundredth() {
        var sample = (Item.Sample) only("{\"power_w\":-0.4,\"illuminance_lux\":21.1849}");

        assertThat(sample.powerW()).isZero();
        assertThat(sample.illuminanceLux()).isEqualTo(21.18);
    }

    @Test
    void aBadElementDoesNotSpoilItsNeighbors() {
        var items = read(TOPIC, "[{\"power_w\":1},{\"power_w\":\"2\"},7,{\"power_w\":3}]".getBytes(UTF_8));

        assertThat(items.get(0)).isInstanceOf(Item.Sample.class);
        assertThat(items.get(1).origin().payload()).asString(UTF_8).isEqualTo("{\"power_w\":\"2\"}");
        assertThat(items.get(2).origin().payload()).asString(UTF_8).isEqualTo("7");
        assertThat(items.get(3)).isInstanceOf(Item.Sample.class);
    }

    @Test
    void tooLargeIsCutAndNotParsed() {
        var limit = (int) SETTINGS.maxPayload().toBytes();
        var atLimit = ("{\"power_w\":1}" + " ".repeat(limit)).substring(0, limit);

        assertThat(only(atLimit)).isInstanceOf(Item.Sample.class);
        assertThat(only(atLimit + " ")).isInstanceOfSatisfying(Item.Bad.class, bad -> {
            assertThat(bad.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(bad.origin().payload()).hasSize(limit);
        });
    }

    @Test
    void bytesThatAreNotUtf8AreQuarantinedAsTheyCame() {
        byte[] latin = {'{', '"', (byte) 0xe9, '"', ':', '1', '}'};

        assertThat(read(TOPIC, latin).get(0)).isInstanceOfSatisfying(Item.Bad.class, bad -> {
            assertThat(bad.reason()).isEqualTo(Reason.BAD_PAYLOAD);
            assertThat(bad.origin().payload()).isEqualTo(latin);
        });
    }

    @ParameterizedTest
    @CsvSource({"online,ONLINE", "offline,OFFLINE", "Online,ONLINE"})
    void aStatusIsAHint(String payload, Item.Connection connection) {
        assertThat(read("anbu/v1/plug 1/status", payload.getBytes(UTF_8)).get(0))
                .isInstanceOfSatisfying(
                        Item.Hint.class, hint -> assertThat(hint.connection()).isEqualTo(connection));
    }

    @Test
    void anyOtherStatusIsBad() {
        assertThat(read("anbu/v1/plug 1/status", "1".getBytes(UTF_8)).get(0)).isInstanceOf(Item.Bad.class);
    }
}
