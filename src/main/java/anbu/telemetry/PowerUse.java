package anbu.telemetry;

import anbu.households.Appliance;
import anbu.telemetry.HomeUse.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells how homes use power, when somebody looks at them: never while readings come in. */
@Service
public class PowerUse {
    /** What has been on for longer counts from here. */
    private static final Duration LOOK_BACK = Duration.ofDays(14);

    private static final double ALMOST_ALL = 0.9;

    private final Norms norms;
    private final PowerHours hours;
    private final HomeUses uses;

    PowerUse(Norms norms, PowerHours hours, HomeUses uses) {
        this.norms = norms;
        this.hours = hours;
        this.uses = uses;
    }

    /** By home, one for each. */
    public Map<String, HomeUse> of(Map<String, List<DeviceSignal>> homes, Question question, Instant now) {
        var watched = homes.values().stream()
                .flatMap(List::stream)
                .filter(PowerUse::tells)
                .toList();
        var known = norms.of(watched, question.days(), question.goodDays(), now);
        var counted = uses.of(homes.keySet(), now);
        var found = new LinkedHashMap<String, HomeUse>();
        homes.forEach((home, devices) -> found.put(
                home,
                new HomeUse(
                        constantOnSince(devices, known, question, now),
                        Optional.ofNullable(counted.get(home))
                                .filter(spans -> HomeUses.answer(spans, question))
                                .orElseGet(() -> counted(home, devices, known, question, now)))));
        return found;
    }

    /** What runs by itself tells nothing of the person; the whole house does. */
    private static boolean tells(DeviceSignal device) {
        return Witness.byPower(device.appliance())
                || device.appliance() == Appliance.WHOLE_HOUSE
                || device.appliance() == Appliance.LIGHT_SENSOR;
    }

    private @Nullable Instant constantOnSince(
            Collection<DeviceSignal> devices, Map<Integer, Norm> known, Question question, Instant now) {
        return devices.stream()
                .filter(device -> device.state(question.offlineAfter(), now).reports())
                .flatMap(device -> onSince(device, known.get(device.no()), now).stream())
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Optional<Instant> onSince(DeviceSignal device, @Nullable Norm norm, Instant now) {
        if (norm == null) {
            return Optional.empty();
        }
        var power = Witness.byPower(device.appliance())
                ? above(device, Activity.Source.POWER, norm.restW(), device.lastPowerW(), now)
                : Optional.<Instant>empty();
        var light = above(device, Activity.Source.LIGHT, norm.darkLux(), device.lastIlluminanceLux(), now);
        return Stream.of(power, light)
                .flatMap(Optional::stream)
                .map(since -> laterOf(since, device.lastActivityAt()))
                .min(Instant::compareTo);
    }

    private Optional<Instant> above(
            DeviceSignal device, Activity.Source source, @Nullable Double rest, @Nullable Double last, Instant now) {
        if (rest == null || last == null || last <= rest) {
            return Optional.empty();
        }
        return hours.aboveSince(device.no(), source, rest, now.minus(LOOK_BACK), now);
    }

    private static Instant laterOf(Instant since, @Nullable Instant activityAt) {
        return activityAt != null && activityAt.isAfter(since) ? activityAt : since;
    }

    private List<HomeUse.Span> counted(
            String home, List<DeviceSignal> devices, Map<Integer, Norm> known, Question question, Instant now) {
        var normal = devices.stream()
                .map(device -> known.get(device.no()))
                .filter(Objects::nonNull)
                .filter(norm -> norm.dayWh() != null && norm.goodDays() >= question.goodDays())
                .toList();
        if (normal.isEmpty()) {
            return List.of();
        }
        var until = now.truncatedTo(ChronoUnit.HOURS);
        var spans = question.hours().stream()
                .map(span -> new HomeUse.Span(span, share(normal, span, question, until), until))
                .toList();
        uses.keep(home, spans, now);
        return spans;
    }

    /** Only of devices whose use is known almost throughout: what is missing is neither little nor much. */
    private @Nullable Double share(List<Norm> normal, double span, Question question, Instant until) {
        var seconds = Math.round(span * 3600);
        var measured = hours.of(normal.stream().map(Norm::deviceNo).toList(), until.minusSeconds(seconds), until);
        double used = 0;
        double usualPerDay = 0;
        for (var norm : normal) {
            var own = measured.getOrDefault(norm.deviceNo(), List.of());
            if (own.stream().mapToLong(PowerHours.Measured::knownS).sum() >= ALMOST_ALL * seconds) {
                used += own.stream().mapToDouble(PowerHours.Measured::wh).sum();
                usualPerDay += Objects.requireNonNull(norm.dayWh());
            }
        }
        return usualPerDay <= 0 || usualPerDay < question.leastWhPerDay()
                ? null
                : (Double) (used / (usualPerDay * span / 24));
    }
}
