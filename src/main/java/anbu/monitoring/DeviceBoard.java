package anbu.monitoring;

import anbu.platform.NotFound;
import anbu.policy.Policies;
import anbu.telemetry.DeviceQuery;
import anbu.telemetry.DeviceSignals;
import anbu.telemetry.Ladder;
import anbu.telemetry.Learned;
import anbu.telemetry.PlugKnowledge;
import anbu.telemetry.SignalState;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** How devices stand now, by the ladder of the live policy. */
@Component
class DeviceBoard {
    static final int PAGE = 50;

    private final DeviceSignals devices;
    private final PlugKnowledge knowledge;
    private final Policies policies;
    private final Clock clock;

    DeviceBoard(DeviceSignals devices, PlugKnowledge knowledge, Policies policies, Clock clock) {
        this.devices = devices;
        this.knowledge = knowledge;
        this.policies = policies;
        this.clock = clock;
    }

    /** A home's devices and its own state. {@code silent} is how many of them do not report. */
    record Home(SignalState state, List<DeviceLine> devices, long silent) {}

    Ladder ladder() {
        var table = policies.live().table();
        return new Ladder(table.signals().missedReports(), table.suspectAfter(), table.reportsSpeakFor());
    }

    DeviceQuery query(DeviceQuery.Show show, String search, String after) {
        return new DeviceQuery(show, search.strip(), after, PAGE + 1, ladder(), clock.instant());
    }

    /** One more than a page where there is another. */
    List<DeviceLine> list(DeviceQuery query) {
        return devices.list(query).stream()
                .map(device -> DeviceLine.of(device, query.ladder(), devices.isSkewed(device), query.now()))
                .toList();
    }

    DeviceSignals.Counts counts(DeviceQuery query) {
        return devices.counts(query);
    }

    Learned learned(DeviceLine line) {
        return knowledge.of(line.device());
    }

    DeviceLine get(String deviceId) {
        var device = devices.find(deviceId)
                .orElseThrow(() -> new NotFound("There is no device \"%s\".".formatted(deviceId)));
        return DeviceLine.of(device, ladder(), devices.isSkewed(device), clock.instant());
    }

    Home home(String householdId) {
        var ladder = ladder();
        var now = clock.instant();
        var lines = devices.of(List.of(householdId)).getOrDefault(householdId, List.of()).stream()
                .map(device -> DeviceLine.of(device, ladder, devices.isSkewed(device), now))
                .toList();
        var states = lines.stream().map(DeviceLine::state).toList();
        return new Home(
                SignalState.ofHome(states),
                lines,
                states.stream().filter(state -> !state.reports()).count());
    }
}
