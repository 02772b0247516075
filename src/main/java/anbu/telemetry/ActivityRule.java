package anbu.telemetry;

import anbu.households.Appliance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When a change between two consecutive values of a device shows a person.
 *
 * <p>It errs on the side of not claiming life. A load that cycles by itself never counts; of a machine that ends by itself only
 * switching it on counts; two values too far apart in time prove nothing, whatever they are, for nobody knows when in between it
 * happened. Each step is one row at the later value's moment, so what is found does not depend on the order of arrival.
 */
record ActivityRule(double stepW, Direction direction) {
    /** Longer apart, two powers (lights) prove nothing. */
    static final Duration POWER_GAP = Duration.ofHours(2);

    static final Duration LIGHT_GAP = Duration.ofMinutes(15);
    /** A lamp is this much, and this many times, brighter than none; the day breaks slower than that. */
    private static final double LIGHT_STEP_LUX = 40;

    private static final double LIGHT_RATIO = 4;
    private static final double AT_REST_W = 5;

    private enum Direction {
        ANY,
        UP,
        UP_FROM_REST,
        NONE
    }

    /** The value of one measure at one moment. */
    record Point(Instant at, double value) {}

    static ActivityRule of(Appliance appliance) {
        return switch (appliance) {
            case TELEVISION -> new ActivityRule(20, Direction.ANY);
            case LAMP -> new ActivityRule(4, Direction.ANY);
            case COMPUTER -> new ActivityRule(25, Direction.ANY);
            case FAN -> new ActivityRule(10, Direction.ANY);
            case OTHER -> new ActivityRule(30, Direction.ANY);
            case RICE_COOKER -> new ActivityRule(300, Direction.UP);
            case MICROWAVE -> new ActivityRule(100, Direction.UP);
            case KETTLE -> new ActivityRule(200, Direction.UP);
            case WASHING_MACHINE, DISHWASHER -> new ActivityRule(100, Direction.UP_FROM_REST);
            case REFRIGERATOR, KIMCHI_REFRIGERATOR, ROUTER, HEATING_BLANKET, WHOLE_HOUSE, LIGHT_SENSOR ->
                new ActivityRule(Double.MAX_VALUE, Direction.NONE);
        };
    }

    /** The steps between neighbors of these points, which are in order of time. */
    List<Activity> steps(int deviceNo, Activity.Source source, List<Point> points) {
        var steps = new ArrayList<Activity>();
        for (int i = 1; i < points.size(); i++) {
            var before = points.get(i - 1);
            var after = points.get(i);
            if (shows(source, before, after)) {
                steps.add(new Activity(
                        deviceNo, after.at(), after.at(), source, (float) before.value(), (float) after.value()));
            }
        }
        return steps;
    }

    private boolean shows(Activity.Source source, Point before, Point after) {
        var apart = Duration.between(before.at(), after.at());
        return switch (source) {
            case POWER -> apart.compareTo(POWER_GAP) <= 0 && power(before.value(), after.value());
            case LIGHT -> apart.compareTo(LIGHT_GAP) <= 0 && light(before.value(), after.value());
        };
    }

    private boolean power(double before, double after) {
        return switch (direction) {
            case ANY -> Math.abs(after - before) >= stepW;
            case UP -> after - before >= stepW;
            case UP_FROM_REST -> before <= AT_REST_W && after - before >= stepW;
            case NONE -> false;
        };
    }

    private static boolean light(double before, double after) {
        var dark = Math.min(before, after);
        var bright = Math.max(before, after);
        return bright - dark >= LIGHT_STEP_LUX && bright + 1 >= LIGHT_RATIO * (dark + 1);
    }
}
