package anbu.monitoring;

import anbu.households.HouseholdEvent;
import anbu.policy.PolicyPublished;
import anbu.policy.facts.Kind;
import anbu.telemetry.TelemetryEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What lower modules tell: all in their transaction. */
@Component
class Listener {
    /** A home with an open concern tells of new activity at most this often. */
    private static final Duration TELL_AGAIN_AFTER = Duration.ofHours(1);

    private final Deadlines deadlines;
    private final Concerns concerns;
    private final Times times;
    private final ApplicationEventPublisher events;

    Listener(Deadlines deadlines, Concerns concerns, Times times, ApplicationEventPublisher events) {
        this.deadlines = deadlines;
        this.concerns = concerns;
        this.times = times;
        this.events = events;
    }

    @EventListener
    void on(HouseholdEvent.Registered homes) {
        deadlines.arm(homes.householdIds(), times.now());
    }

    @EventListener
    void on(HouseholdEvent.Changed homes) {
        deadlines.bringForward(homes.householdIds(), times.now());
    }

    @EventListener
    void on(PolicyPublished policy) {
        deadlines.bringAllForward(times.now());
    }

    @EventListener
    void on(TelemetryEvent.Resumed resumed) {
        deadlines.settle(resumed.householdIds(), times.now(), times.settled());
        for (var concern : concerns.open(resumed.householdIds())) {
            if (concern.kind() == Kind.DEVICE
                    && isNews(concern, times.now())
                    && concerns.tellActivity(concern.withActivityAfter(times.now()))) {
                events.publishEvent(new ConcernEvent.ReportsAgain(concern.id(), concern.householdId()));
            }
        }
    }

    @EventListener
    void on(TelemetryEvent.ActivitySeen seen) {
        for (var concern : concerns.open(seen.lastActivityAt().keySet())) {
            var activityAt = seen.lastActivityAt().get(concern.householdId());
            if (activityAt != null
                    && concern.kind() == Kind.WELLBEING
                    && isNews(concern, activityAt)
                    && concerns.tellActivity(concern.withActivityAfter(activityAt))) {
                events.publishEvent(new ConcernEvent.ActivityAfter(concern.id(), concern.householdId(), activityAt));
            }
        }
    }

    private static boolean isNews(Concern concern, Instant activityAt) {
        var told = concern.activityAfter();
        return told == null || activityAt.isAfter(told.plus(TELL_AGAIN_AFTER));
    }

    /** Now, and when readings that arrive now have settled. */
    @Component
    static class Times {
        private final Clock clock;
        private final MonitoringSettings settings;

        Times(Clock clock, MonitoringSettings settings) {
            this.clock = clock;
            this.settings = settings;
        }

        Instant now() {
            return clock.instant();
        }

        Instant settled() {
            return clock.instant().plus(settings.settleFor());
        }
    }
}
