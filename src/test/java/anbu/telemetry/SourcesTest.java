package anbu.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbu.platform.Misconfigured;
import anbu.telemetry.MqttSources.Source;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
    private static Sources sources(Source... all) {
        return new Sources(new MqttSources(List.of(all)), ZoneId.of("Asia/Seoul"));
    }

    @ParameterizedTest
    @CsvSource({
        "tele/+/SENSOR, tele/tv/SENSOR, true, tele",
        "tele/+/SENSOR, tele/a/b/SENSOR, false, tele",
        "site/z2m/#, site/z2m/a/b, true, site/z2m",
        "site/z2m/#, site/z2m, true, site/z2m",
        "site/z2m/#, site/z2m2/a, false, site/z2m",
        "+/status/+, tv/status/switch:0, true, ''",
        "a/b, a/b, true, a",
        "a/b, a/b/c, false, a",
        "#, $SYS/x, false, ''"
    })
    void aFilterFitsTopicsLevelByLevel(String filter, String topic, boolean fits, String base) {
        assertThat(new TopicFilter(filter).matches(topic)).isEqualTo(fits);
        assertThat(new TopicFilter(filter).base()).isEqualTo(base);
    }

    @ParameterizedTest
    @CsvSource({"''", "a/#/b", "a#", "a+/b", "$share/g/a"})
    void whatIsNoFilterStopsTheStart(String filter) {
        assertThatThrownBy(() -> sources(new Source(filter, "tasmota", "")))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("anbu.mqtt.sources[0].filter");
    }

    @Test
    void anUnknownDialectOrZoneStopsTheStartAndSaysWhatIsAllowed() {
        assertThatThrownBy(() -> sources(new Source("a/#", "tasmota", ""), new Source("b/#", "tasmoto", "")))
                .isInstanceOfSatisfying(Misconfigured.class, no -> {
                    assertThat(no).hasMessageContaining("anbu.mqtt.sources[1].dialect is \"tasmoto\"");
                    assertThat(no.remedy()).contains("tasmota, zigbee2mqtt");
                });
        assertThatThrownBy(() -> sources(new Source("a/#", "tasmota", "Korea/Seoul")))
                .isInstanceOfSatisfying(Misconfigured.class, no -> assertThat(no)
                        .hasMessageContaining("anbu.mqtt.sources[0].zone is \"Korea/Seoul\""));
    }

    @Test
    void theFirstSourceThatFitsIsTakenAndOurOwnTopicsAreAlwaysThere() {
        var sources = sources(new Source("tele/#", "tasmota", "UTC"), new Source("#", "esphome", ""));

        assertThat(sources.of("tele/tv/SENSOR")).hasValueSatisfying(source -> {
            assertThat(source.dialect()).isEqualTo("tasmota");
            assertThat(source.zone()).isEqualTo(ZoneId.of("UTC"));
        });
        assertThat(sources.of("other/x"))
                .hasValueSatisfying(source -> assertThat(source.zone()).isEqualTo(ZoneId.of("Asia/Seoul")));
        assertThat(sources.of("anbu/v1/tv/telemetry")).isEmpty();
        assertThat(sources.filters()).containsExactly("anbu/v1/#", "tele/#", "#");
    }
}
