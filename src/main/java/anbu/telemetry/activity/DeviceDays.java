package anbu.telemetry.activity;

import anbu.households.Appliance;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One plug through its days: judges each by what the days before taught. Live intake keeps to the same order. */
public final class DeviceDays {
    private final Appliance appliance;
    private final ZoneId zone;
    private final Deque<DaySketch> sketches = new ArrayDeque<>();
    private Memory memory = Memory.NONE;

    public DeviceDays(Appliance appliance, ZoneId zone) {
        this.appliance = appliance;
        this.zone = zone;
    }

    /** What is known as the day begins. */
    public Profile profile(LocalDate day) {
        return Learning.profile(appliance, window(day, List.copyOf(sketches)));
    }

    /** Of these sketches, in order of days, those from which the profile of that day is made. */
    public static List<DaySketch> window(LocalDate day, List<DaySketch> sketches) {
        return sketches.stream()
                .filter(sketch -> !sketch.day().isBefore(day.minusDays(Learning.WINDOW_DAYS)))
                .filter(sketch -> !sketch.day().isAfter(day.minusDays(Learning.LAG_DAYS)))
                .toList();
    }

    /** The steps of a day later than those before; then remembers the day. */
    public List<Step> judge(LocalDate day, List<Sample> samples) {
        var detector = new Detector(profile(day), memory);
        var steps = new ArrayList<Step>();
        for (var sample : samples) {
            steps.addAll(detector.accept(sample));
        }
        memory = detector.memory();
        sketches.addLast(DaySketch.of(day, zone, samples));
        while (sketches.getFirst().day().isBefore(day.minusDays(Learning.WINDOW_DAYS))) {
            sketches.removeFirst();
        }
        return steps;
    }
}
