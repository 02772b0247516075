package anbu.telemetry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sums of an hour without SQL. */
final class HourByHand {
    private HourByHand() {}

    static Hour of(int deviceNo, Instant hour, List<Reading> readings) {
        Instant gapFrom = null;
        Instant gapTo = null;
        for (int i = 1; i < readings.size(); i++) {
            var from = readings.get(i - 1).measuredAt();
            var to = readings.get(i).measuredAt();
            if (Duration.between(from, to).compareTo(Duration.ofMinutes(30)) > 0) {
                gapFrom = from;
                gapTo = to;
            }
        }
        var power = values(readings, Reading::powerW);
        var light = values(readings, Reading::illuminanceLux);
        var energy = readings.stream()
                .map(Reading::energyWh)
                .filter(Objects::nonNull)
                .toList();
        return new Hour(
                deviceNo,
                hour,
                readings.size(),
                readings.get(0).measuredAt(),
                readings.get(readings.size() - 1).measuredAt(),
                gapFrom,
                gapTo,
                power.size(),
                sum(power),
                power.stream().min(BigDecimal::compareTo).orElse(null),
                power.stream().max(BigDecimal::compareTo).orElse(null),
                light.size(),
                sum(light),
                light.stream().min(BigDecimal::compareTo).orElse(null),
                light.stream().max(BigDecimal::compareTo).orElse(null),
                energy.isEmpty() ? null : energy.get(0),
                energy.isEmpty() ? null : energy.get(energy.size() - 1));
    }

    private static @Nullable BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal::add).orElse(null);
    }

    private static List<BigDecimal> values(List<Reading> readings, Function<Reading, @Nullable Double> value) {
        return readings.stream()
                .map(value)
                .filter(Objects::nonNull)
                .map(number -> BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP))
                .toList();
    }
}
