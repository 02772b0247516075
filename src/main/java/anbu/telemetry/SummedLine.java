package anbu.telemetry;

import anbu.households.Device;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A line of months: means of several hours each, with the least and the greatest value around them, so that no peak is lost. */
record SummedLine(Device device, List<Hour> hours, Duration step) {
    /** What is drawn of one measure in one step. */
    private record Step(long at, BigDecimal sum, int count, BigDecimal least, BigDecimal greatest) {
        Step and(Step other) {
            return new Step(
                    at, sum.add(other.sum), count + other.count, least.min(other.least), greatest.max(other.greatest));
        }

        double mean() {
            return sum.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP)
                    .doubleValue();
        }
    }

    Chart.Line line() {
        var power = steps(hour -> step(hour, hour.powerSum(), hour.powerCount(), hour.powerMin(), hour.powerMax()));
        var light = steps(hour -> step(hour, hour.lightSum(), hour.lightCount(), hour.lightMin(), hour.lightMax()));
        return new Chart.Line(device.id(), device.appliance(), means(power), means(light), bands(power), bands(light));
    }

    private @Nullable Step step(
            Hour hour, @Nullable BigDecimal sum, int count, @Nullable BigDecimal least, @Nullable BigDecimal greatest) {
        if (sum == null || least == null || greatest == null) {
            return null;
        }
        var at = hour.hourAt().toEpochMilli();
        return new Step(at - Math.floorMod(at, step.toMillis()), sum, count, least, greatest);
    }

    private List<Step> steps(Function<Hour, @Nullable Step> of) {
        BinaryOperator<Step> joined = Step::and;
        var steps = new ArrayList<Step>();
        for (var hour : hours) {
            var next = of.apply(hour);
            var last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            if (next != null && last != null && last.at() == next.at()) {
                steps.set(steps.size() - 1, joined.apply(last, next));
            } else if (next != null) {
                steps.add(next);
            }
        }
        return steps;
    }

    private List<@Nullable Object[]> means(List<Step> steps) {
        return broken(steps, step -> new @Nullable Object[] {middle(step), step.mean()});
    }

    private List<@Nullable Object[]> bands(List<Step> steps) {
        return broken(steps, step -> new @Nullable Object[] {
            middle(step), step.least().doubleValue(), step.greatest().doubleValue()
        });
    }

    private List<@Nullable Object[]> broken(List<Step> steps, Function<Step, @Nullable Object[]> point) {
        var points = new ArrayList<@Nullable Object[]>();
        Step last = null;
        for (var each : steps) {
            if (last != null && each.at() > last.at() + step.toMillis()) {
                points.add(new @Nullable Object[] {middle(last) + 1, null, null});
            }
            points.add(point.apply(each));
            last = each;
        }
        return points;
    }

    private long middle(Step at) {
        return at.at() + step.toMillis() / 2;
    }
}
