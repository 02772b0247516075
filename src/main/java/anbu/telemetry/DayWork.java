package anbu.telemetry;

import anbu.households.Households;
import anbu.telemetry.activity.Learning;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sketches the day that is over and makes tomorrow's profiles, so that intake finds them made when the day begins. Whatever this has
 * not come to, intake does by itself; the result is the same.
 */
@Component
class DayWork {
    private static final Logger log = LoggerFactory.getLogger(DayWork.class);
    /** Most readings of a day have arrived by then. */
    private static final Duration STRAGGLERS = Duration.ofHours(2);

    private static final int DEVICES_AT_A_TIME = 20;
    private static final int PROFILE_DAYS_KEPT = 7;

    private final DeviceStates states;
    private final Profiles profiles;
    private final Households households;
    private final Surroundings around;

    DayWork(DeviceStates states, Profiles profiles, Households households, Surroundings around) {
        this.states = states;
        this.profiles = profiles;
        this.households = households;
        this.around = around;
    }

    /** What is not of this trade. */
    @Component
    record Surroundings(
            Sketches sketches, TelemetrySettings settings, Clock clock, PlatformTransactionManager transactions) {
        TransactionTemplate transaction() {
            return new TransactionTemplate(transactions);
        }
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void run() {
        var done = 0;
        for (var some = next(); some > 0; some = next()) {
            done += some;
        }
        if (done > 0) {
            log.info("Sketched the days of {} devices.", done);
            expire();
        }
    }

    /** How many devices were done. */
    int next() {
        var done = around.transaction().execute(status -> {
            var yesterday =
                    profiles.day(around.clock().instant().minus(STRAGGLERS)).minusDays(1);
            var claimed = states.claimUnsketched(yesterday, DEVICES_AT_A_TIME);
            var devices = households.devicesByNo(
                    claimed.stream().map(DeviceState::deviceNo).toList());
            for (var state : claimed) {
                var sketched = profiles.sketched(state, yesterday);
                var device = devices.get(state.deviceNo());
                if (device != null) {
                    profiles.of(device, sketched, yesterday.plusDays(Learning.LAG_DAYS));
                }
                states.save(List.of(sketched));
            }
            return claimed.size();
        });
        return done == null ? 0 : done;
    }

    private void expire() {
        var today = profiles.day(around.clock().instant());
        around.transaction().executeWithoutResult(status -> around.sketches()
                .expire(today.minusDays(around.settings().oldest().toDays()), today.minusDays(PROFILE_DAYS_KEPT)));
    }
}
