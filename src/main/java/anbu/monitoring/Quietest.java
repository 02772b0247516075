package anbu.monitoring;

import anbu.policy.QuietWhen;
import anbu.telemetry.DeviceSignal;
import anbu.telemetry.HomeSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Combines the devices of one home, as the policy says: whose last activity is the home's. */
final class Quietest {
    private Quietest() {}

    /**
     * The signal by which the home is judged. Where each device must show life, it is that of the device that has been quiet for longest, of those
     * that can show a person and whose reports still speak; where there is none, that of the home.
     */
    static HomeSignal of(
            HomeSignal home, List<DeviceSignal> devices, QuietWhen quietWhen, Duration reportsSpeakFor, Instant now) {
        if (quietWhen == QuietWhen.ALL_DEVICES_QUIET) {
            return home;
        }
        return devices.stream()
                .filter(DeviceSignal::canShowPerson)
                .filter(device -> device.state(reportsSpeakFor, now).reports())
                .min(Comparator.comparing(Quietest::since).thenComparing(DeviceSignal::no))
                .map(device -> as(device, home))
                .orElse(home);
    }

    private static Instant since(DeviceSignal device) {
        return known(device.lastActivityAt() == null ? device.firstReportAt() : device.lastActivityAt());
    }

    private static Instant known(@Nullable Instant moment) {
        return moment == null ? Instant.EPOCH : moment; // never: it reports
    }

    private static HomeSignal as(DeviceSignal device, HomeSignal home) {
        return new HomeSignal(
                home.householdId(),
                device.firstReportAt(),
                home.lastReportAt(),
                device.lastActivityAt(),
                device.lastActivity());
    }
}
