package anbu.monitoring;

import anbu.policy.PolicyTable;
import anbu.policy.facts.Basis;
import anbu.policy.facts.Limit;
import anbu.telemetry.DeviceSignal;
import anbu.telemetry.DeviceSignals;
import anbu.telemetry.HomeSignal;
import anbu.telemetry.HomeUse;
import anbu.telemetry.PowerUse;
import anbu.telemetry.Telemetry;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What plugs say of homes, as the policy wants it combined. */
@Component
class Senses {
    private static final Set<Basis> BY_USE = EnumSet.of(Basis.LOW_USE, Basis.EXCESS_USE);

    private final Telemetry telemetry;
    private final DeviceSignals devices;
    private final PowerUse use;

    Senses(Telemetry telemetry, DeviceSignals devices, PowerUse use) {
        this.telemetry = telemetry;
        this.devices = devices;
        this.use = use;
    }

    /** One home: {@code signal} is that by which it is judged. */
    record Sensed(HomeSignal signal, List<DeviceSignal> devices, HomeUse use) {
        static Sensed nothing(String householdId) {
            return new Sensed(new HomeSignal(householdId, null, null, null, null), List.of(), HomeUse.UNKNOWN);
        }
    }

    /** By home. */
    Map<String, Sensed> of(Collection<String> householdIds, PolicyTable policy, Instant now) {
        var signals = telemetry.signals(householdIds);
        var all = devices.of(householdIds);
        var uses = asks(policy) ? use.of(all, question(policy), now) : Map.<String, HomeUse>of();
        var sensed = new LinkedHashMap<String, Sensed>();
        signals.forEach((home, signal) -> {
            var own = all.getOrDefault(home, List.of());
            var judged = Quietest.of(signal, own, policy.signals().quietWhen(), policy.reportsSpeakFor(), now);
            sensed.put(home, new Sensed(judged, own, uses.getOrDefault(home, HomeUse.UNKNOWN)));
        });
        return sensed;
    }

    /** A policy without such limits costs nothing. */
    private static boolean asks(PolicyTable policy) {
        return policy.limits().stream()
                .map(Limit::basis)
                .anyMatch(basis -> basis == Basis.CONSTANT_ON || BY_USE.contains(basis));
    }

    private static HomeUse.Question question(PolicyTable policy) {
        var norm = policy.signals().useNorm();
        var hours = policy.limits().stream()
                .filter(limit -> BY_USE.contains(limit.basis()))
                .map(Limit::hours)
                .distinct()
                .sorted()
                .toList();
        return new HomeUse.Question(
                hours, norm.days(), norm.goodDays(), norm.leastWhPerDay(), policy.reportsSpeakFor());
    }
}
