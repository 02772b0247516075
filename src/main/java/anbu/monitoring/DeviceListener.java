package anbu.monitoring;

import anbu.policy.Policies;
import anbu.policy.QuietWhen;
import anbu.telemetry.TelemetryEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where each device must show life, one that reports again may be the quietest of its home: the home is looked at. */
@Component
class DeviceListener {
    private final Deadlines deadlines;
    private final Listener.Times times;
    private final Policies policies;

    DeviceListener(Deadlines deadlines, Listener.Times times, Policies policies) {
        this.deadlines = deadlines;
        this.times = times;
        this.policies = policies;
    }

    @EventListener // in the transaction of the batch
    void on(TelemetryEvent.DeviceResumed resumed) {
        if (policies.live().table().signals().quietWhen() == QuietWhen.ANY_DEVICE_QUIET) {
            deadlines.bringForward(resumed.householdIds(), times.settled());
        }
    }
}
