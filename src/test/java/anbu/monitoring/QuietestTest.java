package anbu.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.households.Appliance;
import anbu.policy.QuietWhen;
import anbu.telemetry.DeviceSignal;
import anbu.telemetry.HomeSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuietestTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration SPEAKS = Duration.ofHours(2);
    private static final HomeSignal HOME = new HomeSignal("home", ago(900), ago(0), ago(1), "cooker");

    private final DeviceSignal cooker = device(1, Appliance.RICE_COOKER, ago(0), ago(1));
    private final DeviceSignal television = device(2, Appliance.TELEVISION, ago(0), ago(20));

    @Test
    void byDefaultTheDeviceUsedLastDecides() {
        assertThat(signal(QuietWhen.ALL_DEVICES_QUIET, cooker, television)).isEqualTo(HOME);
    }

    @Test
    void whereEachMustShowLifeTheQuietestDecides() {
        var signal = signal(QuietWhen.ANY_DEVICE_QUIET, cooker, television);

        assertThat(signal.lastActivityAt()).isEqualTo(ago(20));
        assertThat(signal.lastActivity()).isEqualTo("2");
        assertThat(signal.lastReportAt()).isEqualTo(HOME.lastReportAt());
    }

    @Test
    void aDeviceThatWasNeverUsedIsQuietSinceItsFirstReport() {
        var unused = device(3, Appliance.LAMP, ago(0), null);

        var signal = signal(QuietWhen.ANY_DEVICE_QUIET, cooker, unused);

        assertThat(signal.lastActivityAt()).isNull();
        assertThat(signal.firstReportAt()).isEqualTo(ago(900));
    }

    @Test
    void whatRunsByItselfDecidesNothing() {
        var refrigerator = device(3, Appliance.REFRIGERATOR, ago(0), null);
        var router = device(4, Appliance.ROUTER, ago(0), null);
        var sensor = device(5, Appliance.LIGHT_SENSOR, ago(0), null);

        assertThat(signal(QuietWhen.ANY_DEVICE_QUIET, cooker, refrigerator, router, sensor)
                        .lastActivity())
                .isEqualTo("1");
    }

    @Test
    void aLightSensorThatHasSeenALampDecidesTooFromThenOn() {
        var sensor = device(5, Appliance.LIGHT_SENSOR, ago(0), ago(30));

        assertThat(signal(QuietWhen.ANY_DEVICE_QUIET, cooker, sensor).lastActivity())
                .isEqualTo("5");
    }

    @Test
    void aSilentDeviceProvesNoQuiet() {
        var offline = device(2, Appliance.TELEVISION, NOW.minus(SPEAKS), ago(20));
        var stillSpeaking = device(2, Appliance.TELEVISION, NOW.minus(SPEAKS).plusMillis(1), ago(20));

        assertThat(signal(QuietWhen.ANY_DEVICE_QUIET, cooker, offline).lastActivity())
                .isEqualTo("1");
        assertThat(signal(QuietWhen.ANY_DEVICE_QUIET, cooker, stillSpeaking).lastActivity())
                .isEqualTo("2");
    }

    @Test
    void whereNoDeviceCanTellTheHomeIsJudgedAsEver() {
        var refrigerator = device(3, Appliance.REFRIGERATOR, ago(0), null);

        assertThat(signal(QuietWhen.ANY_DEVICE_QUIET, refrigerator)).isEqualTo(HOME);
    }

    private static HomeSignal signal(QuietWhen quietWhen, DeviceSignal... devices) {
        return Quietest.of(HOME, List.of(devices), quietWhen, SPEAKS, NOW);
    }

    private static DeviceSignal device(int no, Appliance appliance, Instant report, @Nullable Instant activity) {
        return new DeviceSignal(
                no,
                "plug-" + no,
                "home",
                appliance,
                null,
                ago(1000),
                ago(900),
                report,
                null,
                null,
                activity,
                activity == null ? null : String.valueOf(no),
                null,
                null,
                null,
                null,
                null);
    }

    private static Instant ago(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }
}
