package anbu.telemetry.dialects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anbu.telemetry.dialects.Said.Asked;
import anbu.telemetry.dialects.Said.Available;
import anbu.telemetry.dialects.Said.Basis;
import anbu.telemetry.dialects.Said.Fault;
import anbu.telemetry.dialects.Said.Ignored;
import anbu.telemetry.dialects.Said.Measured;
import anbu.telemetry.dialects.Said.Rejected;
import anbu.telemetry.dialects.Said.State;
import anbu.telemetry.dialects.Said.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectsTest {
    static final Instant ARRIVED = Instant.parse("2026-03-01T22:17:00Z");
    static final Dialects DIALECTS = new Dialects(new Limits(262_144, 100_000, 200_000, Duration.ofMinutes(5)));

    private final Notebook memory = new Notebook();

    static Heard heard(String topic, byte[] payload) {
        return new Heard(topic, payload, ARRIVED, false, ZoneId.of("Asia/Seoul"), null);
    }

    private List<Said> all(String dialect, String topic, String payload) {
        return DIALECTS.read(dialect, heard(topic, payload.getBytes(UTF_8)), memory);
    }

    private Said read(String dialect, String topic, String payload) {
        var all = all(dialect, topic, payload);
        return all.get(all.size() - 1);
    }

    private Values values(String dialect, String topic, String payload) {
        return ((Measured) read(dialect, topic, payload)).values();
    }

    @Test
    void everySampleSaysWhatItsMakerMeans() {
        var soft = new SoftAssertions();
        var memories = new HashMap<String, Notebook>();
        for (var sample : Samples.all()) {
            var own = memories.computeIfAbsent(sample.dialect(), any -> new Notebook());
            var said = DIALECTS.read(sample.dialect(), heard(sample.topic(), sample.payload()), own);
            var last = said.get(said.size() - 1);
            var values = last instanceof Measured measured ? measured.values() : new Values(null, null, null);
            var time = last.moment() == null ? "" : last.moment().at().toString();

            soft.assertThat(kind(last)).as(sample.toString()).isEqualTo(sample.kind());
            soft.assertThat(last.device() == null ? "" : last.device())
                    .as(sample.toString())
                    .isEqualTo(sample.device());
            soft.assertThat(number(values.powerW())).as(sample.toString()).isEqualTo(sample.watts());
            soft.assertThat(number(values.illuminanceLux()))
                    .as(sample.toString())
                    .isEqualTo(sample.lux());
            soft.assertThat(number(values.energyWh())).as(sample.toString()).isEqualTo(sample.wattHours());
            soft.assertThat(time).as(sample.toString()).isEqualTo(sample.time());
        }
        soft.assertAll();
    }

    private static String number(@org.jspecify.annotations.Nullable Double value) {
        return value == null ? "" : value.toString().replaceFirst("\\.0$", "");
    }

    static String kind(Said said) {
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
        return said instanceof Rejected ? "reject" : "asked";
    }

    @Test
    void theOtherChannelsOfAShellyAreOverlaid() {
        read("shelly-gen2", "two/status/switch:0", "{\"apower\":70}");
        assertThat(memory.kept).isEmpty();

        assertThat(values("shelly-gen2", "two/status/switch:1", "{\"apower\":30,\"aenergy\":{\"total\":5}}")
                        .powerW())
                .isEqualTo(100);
        assertThat(memory.kept).containsKey("two");
        var delta = "{\"method\":\"NotifyStatus\",\"params\":{\"switch:0\":{\"apower\":71}}}";
        assertThat(values("shelly-gen2", "two/events/rpc", delta)).isEqualTo(new Values(101.0, null, null));
    }

    @Test
    void theChannelsOfAnOldShellyAddUpAndAThreePhaseMeterToo() {
        read("shelly-gen1", "shellies/em/emeter/0/power", "10");
        read("shelly-gen1", "shellies/em/emeter/1/power", "20");

        assertThat(values("shelly-gen1", "shellies/em/emeter/2/power", "5.5").powerW())
                .isEqualTo(35.5);
        assertThat(values("shelly-gen1", "shellies/em/emeter/0/power", "11").powerW())
                .isEqualTo(36.5);
    }

    @Test
    void aDeviceWithOneChannelLeavesNothingToKeep() {
        read("shelly-gen1", "shellies/one/relay/0/power", "10");
        read("shelly-gen2", "second/status/switch:0", "{\"apower\":70,\"aenergy\":{\"total\":5}}");
        read("esphome", "esp/sensor/tv_power/state", "3");
        read("zigbee2mqtt", "zigbee2mqtt/one", "{\"power\":3}");
        read("tasmota", "tele/one/SENSOR", "{\"ENERGY\":{\"Power\":3}}");

        assertThat(memory.kept).isEmpty();
    }

    @Test
    void homeAssistantsUnitIsLearnedFromItsOwnTopic() {
        read("ha-statestream", "homeassistant/sensor/tv_power/unit_of_measurement", "\"kW\"");
        read("ha-statestream", "homeassistant/sensor/tv_energy/unit_of_measurement", "\"kWh\"");
        read("ha-statestream", "homeassistant/sensor/tv/unit_of_measurement", "\"lx\"");
        read("ha-statestream", "homeassistant/sensor/outside/unit_of_measurement", "\"°C\"");

        assertThat(values("ha-statestream", "homeassistant/sensor/tv_power/state", "0.0716")
                        .powerW())
                .isEqualTo(71.6);
        assertThat(values("ha-statestream", "homeassistant/sensor/tv_energy/state", "1.5")
                        .energyWh())
                .isEqualTo(1500);
        assertThat(values("ha-statestream", "homeassistant/sensor/tv/state", "3")
                        .illuminanceLux())
                .isEqualTo(3);
        assertThat(memory.kept).doesNotContainKey("sensor.outside");
    }

    @Test
    void espHomesUnitIsLearnedFromDiscovery() {
        var config =
                "{\"name\":\"Tag\",\"stat_t\":\"~/sensor/total/state\",\"~\":\"care/plug\",\"unit_of_meas\":\"kWh\"}";
        read("esphome", "homeassistant/sensor/plug/total/config", config);

        assertThat(values("esphome", "care/plug/sensor/total/state", "1.25").energyWh())
                .isEqualTo(1250);
    }

    @Test
    void anAttributesRawLightIsLeftOnceItsLuxIsHeard() {
        assertThat(values("zigbee2mqtt", "zigbee2mqtt/pir/illuminance_lux", "142")
                        .illuminanceLux())
                .isEqualTo(142);

        assertThat(read("zigbee2mqtt", "zigbee2mqtt/pir/illuminance", "21524")).isInstanceOf(Ignored.class);
    }

    @Test
    void aCustomBaseTopicOfZigbee2MqttIsTheOneOfTheFilter() {
        var heard = new Heard(
                "site/7/z2m/kim/tv", "{\"power\":1}".getBytes(UTF_8), ARRIVED, false, ZoneId.of("UTC"), "site/7/z2m");

        assertThat(DIALECTS.read("zigbee2mqtt", heard, memory))
                .singleElement()
                .satisfies(said -> assertThat(said.device()).isEqualTo("kim/tv"));
    }

    @Test
    void timesRelativeToNowCountFromTheArrival() {
        var said = read("senml", "x", "[{\"bn\":\"d:\",\"n\":\"p\",\"u\":\"W\",\"t\":-5,\"v\":71.6}]");

        assertThat(said.moment()).isEqualTo(new Said.Moment(ARRIVED.minusSeconds(5), Basis.BEFORE_ARRIVAL));
    }

    @Test
    void aPackHoldsAllItsSamplesInOrderOfTime() {
        var pack =
                "[{\"bn\":\"d:\",\"bt\":1772403300,\"bu\":\"W\",\"n\":\"p\",\"v\":2},{\"n\":\"p\",\"t\":-60,\"v\":1}]";

        assertThat(all("senml", "x", pack))
                .extracting(said -> ((Measured) said).values().powerW())
                .containsExactly(1.0, 2.0);
    }

    @Test
    void anUnknownAliasIsRefusedAndARebirthAskedForButNotAgainAndAgain() {
        var data = heard("spBv1.0/g/DDATA/n/d", Samples.data());

        var first = DIALECTS.read("sparkplug-b", data, memory);
        var second = DIALECTS.read("sparkplug-b", data, memory);
        DIALECTS.read("sparkplug-b", heard("spBv1.0/g/DBIRTH/n/d", Samples.birth()), memory);
        var third = DIALECTS.read("sparkplug-b", data, memory);

        assertThat(first)
                .satisfiesExactly(
                        asked -> assertThat(((Asked) asked).topic()).isEqualTo("spBv1.0/g/NCMD/n"),
                        said -> assertThat(((Rejected) said).fault()).isEqualTo(Fault.ALIAS));
        assertThat(second).singleElement().isInstanceOf(Rejected.class);
        assertThat(third).singleElement().satisfies(said -> assertThat(
                        ((Measured) said).values().powerW())
                .isEqualTo(2250));
    }

    @Test
    void aGapInTheSequenceAsksForARebirthAndAnOvertakenMessageDoesNot() {
        DIALECTS.read("sparkplug-b", heard("spBv1.0/g/DBIRTH/n/d", Samples.birth()), memory);

        assertThat(DIALECTS.read("sparkplug-b", heard("spBv1.0/g/DDATA/n/d", Samples.data(2, 7)), memory))
                .hasSize(1);
        assertThat(DIALECTS.read("sparkplug-b", heard("spBv1.0/g/DDATA/n/d", Samples.data(5, 7)), memory)
                        .get(0))
                .isInstanceOf(Asked.class);
        assertThat(DIALECTS.read("sparkplug-b", heard("spBv1.0/g/DDATA/n/d", Samples.data(4, 7)), memory))
                .hasSize(1);
    }

    @Test
    void aNodesDeathIsThatOfItsDevicesAndItsBirthMakesThemUnborn() {
        DIALECTS.read("sparkplug-b", heard("spBv1.0/g/DBIRTH/n/d", Samples.birth()), memory);

        var death = DIALECTS.read(
                "sparkplug-b",
                heard(
                        "spBv1.0/g/NDEATH/n",
                        Payload.newBuilder().setSeq(0).build().toByteArray()),
                memory);
        DIALECTS.read(
                "sparkplug-b",
                heard(
                        "spBv1.0/g/NBIRTH/n",
                        Payload.newBuilder().setSeq(0).build().toByteArray()),
                memory);
        var orphan = DIALECTS.read("sparkplug-b", heard("spBv1.0/g/DDATA/n/d", Samples.data()), memory);

        assertThat(death).extracting(Said::device).containsExactly("g/n/d", "g/n");
        assertThat(orphan.get(orphan.size() - 1)).isInstanceOf(Rejected.class);
    }

    @Test
    void aNegativeWholeNumberOfSparkplugIsNegative() {
        var metric = Metric.newBuilder().setName("power_w").setDatatype(3).setIntValue(-500);
        var payload = Payload.newBuilder()
                .setTimestamp(Samples.AT)
                .addMetrics(metric)
                .build()
                .toByteArray();

        assertThat(DIALECTS.read("sparkplug-b", heard("spBv1.0/g/DDATA/n/d", payload), memory))
                .singleElement()
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.fault()).isEqualTo(Fault.VALUE));
    }

    @Test
    void aNotificationIsAnswered() {
        var check =
                "{\"op\":5,\"rqi\":\"r-1\",\"fr\":\"/Mobius2\",\"pc\":{\"m2m:sgn\":{\"vrq\":true,\"sur\":\"M/c/s\"}}}";

        var said = all("onem2m", "/oneM2M/req/Mobius2/Scare/json", check);

        assertThat(said.get(0)).isInstanceOfSatisfying(Asked.class, answer -> {
            assertThat(answer.topic()).isEqualTo("/oneM2M/resp/Mobius2/Scare/json");
            assertThat(answer.payload())
                    .asString(UTF_8)
                    .isEqualTo("{\"rsc\":2000,\"rqi\":\"r-1\",\"to\":\"/Mobius2\",\"fr\":\"Scare\",\"pc\":\"\"}");
        });
        assertThat(said.get(1)).isInstanceOf(Ignored.class);
    }

    /** One power value in the way of each family; %s is the value. */
    private static final List<String[]> FAMILIES = List.of(
            new String[] {"tasmota", "tele/d/SENSOR", "{\"ENERGY\":{\"Power\":%s}}"},
            new String[] {"zigbee2mqtt", "zigbee2mqtt/d", "{\"power\":%s}"},
            new String[] {"zigbee2mqtt-1", "zigbee2mqtt/d", "{\"power\":%s}"},
            new String[] {"shelly-gen1", "shellies/d/relay/0/power", "%s"},
            new String[] {"shelly-gen2", "d/status/switch:0", "{\"apower\":%s}"},
            new String[] {"ha-statestream", "homeassistant/sensor/d_power/state", "%s"},
            new String[] {"esphome", "d/sensor/power/state", "%s"},
            new String[] {"senml", "d", "[{\"bn\":\"d:\",\"n\":\"p\",\"u\":\"W\",\"v\":%s}]"},
            new String[] {"ttn-v3", "v3/a/devices/d/up", "{\"uplink_message\":{\"decoded_payload\":{\"power\":%s}}}"},
            new String[] {
                "onem2m",
                "/oneM2M/req/a/b/json",
                "{\"op\":1,\"ty\":4,\"to\":\"/M/d\",\"pc\":{\"m2m:cin\":{\"con\":{\"power\":%s}}}}"
            },
            new String[] {
                "dawon", "dwd.v1/d/iot-server/notify/json", "{\"msg\":{\"e\":[{\"n\":\"/100/0/11\",\"sv\":\"%s\"}]}}"
            },
            new String[] {
                "damda", "t/sync/d/iot-server/notify/json", "{\"msg\":{\"e\":[{\"n\":\"/100/0/11\",\"sv\":\"%s\"}]}}"
            });

    @ParameterizedTest
    @CsvSource({"1000000000,VALUE", "-5,VALUE", "1e999,VALUE", "100000.01,VALUE"})
    void whatNoHomeCanHaveIsRefusedInEveryDialect(String value, Fault fault) {
        for (var family : FAMILIES) {
            assertThat(read(family[0], family[1], family[2].formatted(value)))
                    .as(family[0])
                    .isInstanceOfSatisfying(
                            Rejected.class, no -> assertThat(no.fault()).isEqualTo(fault));
        }
    }

    @Test
    void aMetersNoiseIsZeroAndNothingIsNoReadingInEveryDialect() {
        for (var family : FAMILIES) {
            memory.noted.clear();
            assertThat(values(family[0], family[1], family[2].formatted("-0.4")).powerW())
                    .as(family[0])
                    .isZero();
            var bare = !family[2].startsWith("{") && !family[2].startsWith("[") || family[2].contains("\"%s\"");
            var nothing = read(family[0], family[1], family[2].formatted(bare ? "nan" : "null"));
            assertThat(nothing).as(family[0]).isInstanceOf(Ignored.class);
        }
    }

    @Test
    void brokenBytesAndNestingAndDoubleKeysAreRefusedAndEmptyIsIgnoredInEveryDialect() {
        for (var family : FAMILIES) {
            var latin = new byte[] {'{', '"', (byte) 0xe9, '"', ':', '1', '}'};
            var json = family[2].startsWith("{");
            assertThat(DIALECTS.read(family[0], heard(family[1], latin), memory).get(0))
                    .as(family[0])
                    .isInstanceOf(Rejected.class);
            assertThat(DIALECTS.read(family[0], heard(family[1], new byte[0]), memory)
                            .get(0))
                    .as(family[0])
                    .isInstanceOf(Ignored.class);
            assertThat(DIALECTS.read(family[0], heard(family[1], new byte[262_145]), memory)
                            .get(0))
                    .isInstanceOfSatisfying(
                            Rejected.class, no -> assertThat(no.fault()).isEqualTo(Fault.TOO_LARGE));
            assertThat(read(family[0], family[1] + "+", "1")).isInstanceOf(Rejected.class);
            assertThat(read(family[0], family[1] + "#", "1")).isInstanceOf(Rejected.class);
            if (json) {
                assertThat(read(family[0], family[1], "{\"a\":".repeat(40) + "1" + "}".repeat(40)))
                        .as(family[0])
                        .isInstanceOf(Rejected.class);
                assertThat(read(family[0], family[1], "{\"power\":1,\"power\":2}"))
                        .as(family[0])
                        .isInstanceOf(Rejected.class);
                assertThat(read(family[0], family[1], "{\"power\":NaN}"))
                        .as(family[0])
                        .isInstanceOf(Rejected.class);
            }
        }
    }

    @Test
    void aNameThatABrokerOrATerminalWouldMisunderstandIsRefused() {
        var pack = "[{\"bn\":\"d%s:\",\"n\":\"p\",\"u\":\"W\",\"v\":1}]";
        var request = "{\"op\":1,\"ty\":4,\"to\":\"/M/%s\",\"pc\":{\"m2m:cin\":{\"con\":{\"power\":1}}}}";

        assertThat(read("senml", "x", pack.formatted("#"))).isInstanceOf(Rejected.class);
        for (var odd : List.of("a+", "#", "\\u0007", "x".repeat(129))) {
            assertThat(read("onem2m", "/oneM2M/req/a/b/json", request.formatted(odd)))
                    .as(odd)
                    .isInstanceOf(Rejected.class);
        }
    }

    @Test
    void aTimeThatCannotBeLeavesTheArrival() {
        for (var time : List.of(
                "2019-12-31T23:59:59Z",
                "2026-03-01T22:22:01Z",
                "9999-12-31T00:00:00Z",
                "2026-02-30T00:00:00Z",
                "soon")) {
            var said = read("zigbee2mqtt", "zigbee2mqtt/d", "{\"power\":1,\"last_seen\":\"%s\"}".formatted(time));
            assertThat(said.moment()).as(time).isNull();
        }
        var said = read("zigbee2mqtt", "zigbee2mqtt/d", "{\"power\":1,\"last_seen\":\"2026-03-01T22:22:00Z\"}");
        assertThat(said.moment()).isNotNull();
        assertThat(values("zigbee2mqtt", "zigbee2mqtt/d", "{\"power\":1.005}").powerW())
                .isCloseTo(1.0, within(0.011));
    }
}
