package anbu.monitoring;

import anbu.casework.CaseFile;
import anbu.casework.CaseStatus;
import anbu.casework.Casework;
import anbu.households.Appliance;
import anbu.households.Device;
import anbu.households.Household;
import anbu.households.Households;
import anbu.households.RiskGroup;
import anbu.telemetry.Backfill;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** Homes with a television's plug, what their plugs say, and what became of it. */
final class Watched {
    static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final Households households;
    private final Casework casework;
    private final Watch watch;
    private final Backfill plugs;
    private final Clock clock;

    Watched(BeanFactory beans) {
        households = beans.getBean(Households.class);
        casework = beans.getBean(Casework.class);
        watch = beans.getBean(Watch.class);
        plugs = new Backfill(beans);
        clock = beans.getBean(Clock.class);
    }

    String home(RiskGroup group) {
        var id = "home-" + UUID.randomUUID().toString().substring(0, 8);
        var now = clock.instant();
        households.register(
                List.of(new Household(id, "한결구", "누리동", group, null, null, null, null, null, null, now, 1)));
        households.install(List.of(new Device(0, plug(id), id, Appliance.TELEVISION, "거실", now)));
        return id;
    }

    static String plug(String home) {
        return "plug-" + home;
    }

    /** The television is switched off at {@code step}, and its plug says the same every ten minutes until now. */
    void offSince(String home, Instant step) {
        says(home, payload(step.minus(TEN_MINUTES), 92) + "," + still(step, clock.instant()));
    }

    /** The plug says every ten minutes that the television is off. */
    void stillOff(String home, Instant from, Instant to) {
        says(home, still(from, to));
    }

    void says(String home, String elements) {
        plugs.store(Map.of(plug(home), List.of("[" + elements + "]")), clock.instant());
    }

    static String payload(Instant at, double watts) {
        return "{\"t\":\"%s\",\"power_w\":%s}".formatted(at, watts);
    }

    private static String still(Instant from, Instant to) {
        var json = new StringBuilder(payload(to, 1.5));
        for (var at = from; at.isBefore(to); at = at.plus(TEN_MINUTES)) {
            json.append(',').append(payload(at, 1.5));
        }
        return json.toString();
    }

    void look() {
        watch.lookAtDueHomes();
    }

    List<CaseFile> open(String home) {
        return casework.list(CaseStatus.OPEN, 10_000).stream()
                .filter(file -> file.householdId().equals(home))
                .toList();
    }
}
