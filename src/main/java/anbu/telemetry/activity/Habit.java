package anbu.telemetry.activity;

import anbu.households.Appliance;
import java.time.Duration;

/**
 * What of an appliance's power a person does.
 *
 * @param rest how long it must have been at rest before switching it on counts; a machine's programme pauses for less
 * @param share of what it draws when on that is surely not its rest; small for machines that draw much only at times
 * @param priorW the step that matters before anything is learned
 */
record Habit(Counts counts, Duration rest, double share, double priorW) {
    private static final Duration SOON = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PROGRAMME = Duration.ofHours(2);

    /** Less is the noise of power supplies; a small lamp has none. */
    double leastW() {
        return counts == Counts.ANY_CHANGE ? 2 : 5;
    }

    enum Counts {
        NOTHING,
        /** Switching on only: it may end by itself. */
        ON,
        ON_AND_OFF,
        /** Each change, from whatever level: nothing but a hand changes it. */
        ANY_CHANGE,
        /** Each rise: many appliances behind one meter. */
        RISES
    }

    static Habit of(Appliance appliance) {
        return switch (appliance) {
            case TELEVISION -> new Habit(Counts.ON_AND_OFF, SOON, 0.2, 20);
            case LAMP -> new Habit(Counts.ANY_CHANGE, Duration.ZERO, 0.1, 3);
            case COMPUTER -> new Habit(Counts.ON, SOON, 0.2, 25);
            case FAN -> new Habit(Counts.ON, SOON, 0.2, 10);
            case RICE_COOKER -> new Habit(Counts.ON, HOUR, 0.5, 300);
            case MICROWAVE -> new Habit(Counts.ON, SOON, 0.05, 40);
            case KETTLE -> new Habit(Counts.ON, SOON, 0.05, 50);
            case WASHING_MACHINE, DISHWASHER -> new Habit(Counts.ON, PROGRAMME, 0.01, 20);
            case HEATING_BLANKET -> new Habit(Counts.ON, HOUR, 0.2, 20);
            case OTHER -> new Habit(Counts.ON, HOUR, 0.1, 30);
            case WHOLE_HOUSE -> new Habit(Counts.RISES, Duration.ZERO, 0, 1000);
            case REFRIGERATOR, KIMCHI_REFRIGERATOR, ROUTER, LIGHT_SENSOR ->
                new Habit(Counts.NOTHING, Duration.ZERO, 0, 0);
        };
    }
}
