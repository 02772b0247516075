package anbu.telemetry;

import anbu.households.Device;
import anbu.telemetry.Evidence.Change;
import anbu.telemetry.activity.Detector;
import anbu.telemetry.activity.Memory;
import anbu.telemetry.activity.Span;
import anbu.telemetry.activity.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Recognizes what a person did in the readings of a device. What is newer than all that is known continues from where the detector
 * stands; what is late has its surroundings judged anew from the stored readings, which gives the same as if it had come in time.
 */
@Component
class Recognition {
    private final Readings readings;
    private final Activities activities;
    private final Profiles profiles;

    Recognition(Readings readings, Activities activities, Profiles profiles) {
        this.readings = readings;
        this.activities = activities;
        this.profiles = profiles;
    }

    /** The change with what it means for activity; its readings are stored already. */
    Change judged(Change change) {
        var run = new Run(change.device(), change.after());
        if (change.before().precedes(change.added().get(0).measuredAt())) {
            run.proceed(change.before(), change.added());
        } else {
            run.revise(change.added());
        }
        return new Change(change.device(), change.before(), run.state, change.added());
    }

    /** One device's turn. */
    private final class Run {
        private final Device device;
        private DeviceState state;

        Run(Device device, DeviceState state) {
            this.device = device;
            this.state = state;
        }

        void proceed(DeviceState before, List<Reading> added) {
            var course = new Course(standing(before));
            added.forEach(course::take);
            state = state.remembering(course.memory());
            if (!course.steps.isEmpty()) {
                var spans = joined(Span.of(course.steps));
                activities.add(device.no(), spans);
                active(spans.stream().max(Comparator.comparing(Span::end)).orElseThrow());
            }
        }

        /** Where the detector stands; computed from the readings where it was not kept. */
        private Memory standing(DeviceState before) {
            var kept = before.memory();
            var last = before.lastMeasuredAt();
            if (kept != null || last == null) {
                return kept == null ? Memory.NONE : Memory.of(kept);
            }
            var course = new Course(Memory.NONE);
            readings.between(device.no(), last.minus(Detector.HORIZON), last).forEach(course::take);
            return course.memory();
        }

        /** The first of each measure may go on with the newest that is stored. */
        private List<Span> joined(List<Span> spans) {
            var known = state.lastActivityAt();
            var first = spans.get(0).start();
            if (known == null || known.plus(Span.JOIN).isBefore(first)) {
                return spans;
            }
            return Span.joined(activities.newest(device.no()), spans);
        }

        void revise(List<Reading> added) {
            state = profiles.forgotten(state, profiles.day(added.get(0).measuredAt()));
            int first = 0;
            for (int i = 1; i <= added.size(); i++) {
                if (i == added.size() || areApart(added.get(i - 1), added.get(i))) {
                    revise(added.get(first).measuredAt(), added.get(i - 1).measuredAt());
                    first = i;
                }
            }
            var newest = activities.newest(device.no()).stream().max(Comparator.comparing(Span::end));
            newest.ifPresentOrElse(this::active, () -> state = state.lastActive(null, null));
        }

        /** Only steps from the first changed moment to one horizon after the last can differ, and whole spans are replaced. */
        private void revise(Instant from, Instant to) {
            var touched = activities.overlapping(
                    device.no(),
                    from.minus(Span.JOIN),
                    to.plus(Detector.HORIZON).plus(Span.JOIN));
            var start = touched.stream().map(Span::start).reduce(from, Recognition::earlier);
            var end = touched.stream().map(Span::end).reduce(to.plus(Detector.HORIZON), Recognition::later);
            var course = new Course(Memory.NONE);
            readings.between(device.no(), start.minus(Detector.HORIZON), end).forEach(course::take);
            activities.remove(device.no(), start, end);
            activities.add(
                    device.no(),
                    Span.of(course.steps.stream()
                            .filter(step -> !step.at().isBefore(start))
                            .toList()));
            if (!end.isBefore(Objects.requireNonNull(state.lastMeasuredAt()))) {
                state = state.remembering(course.memory());
            }
        }

        private void active(Span newest) {
            state = state.lastActive(newest.end(), Activity.described(device, newest));
        }

        /** The detector over readings in order of time, each judged with the profile of its day. */
        private final class Course {
            private final List<Step> steps = new ArrayList<>();
            private final Memory memory;
            private @Nullable LocalDate day;
            private @Nullable Instant dayEnds;
            private @Nullable Detector detector;

            Course(Memory memory) {
                this.memory = memory;
            }

            void take(Reading reading) {
                if (dayEnds == null || !reading.measuredAt().isBefore(dayEnds)) {
                    begin(profiles.day(reading.measuredAt()));
                }
                var current = Objects.requireNonNull(detector);
                steps.addAll(current.accept(reading.sample()));
            }

            Memory memory() {
                return detector == null ? memory : detector.memory();
            }

            private void begin(LocalDate next) {
                day = next;
                dayEnds = profiles.start(next.plusDays(1));
                state = profiles.readied(state, next);
                detector = new Detector(profiles.of(device, state, day), memory());
            }
        }
    }

    private static boolean areApart(Reading one, Reading next) {
        return next.measuredAt().isAfter(one.measuredAt().plus(Detector.HORIZON.multipliedBy(2)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
