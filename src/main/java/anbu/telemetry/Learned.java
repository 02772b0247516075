package anbu.telemetry;

import anbu.telemetry.activity.Profile;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a plug has learned about itself, for whoever installs or repairs it.
 *
 * @param days how many days it was learned from; 0 is the usual behavior of the appliance
 * @param standbyW power at rest
 * @param stepW the least rise that counts as somebody's doing; null where its power shows nobody
 * @param lampLux how much brighter the lamp it sees makes the room; null where no lamp was seen
 * @param timers the times of day, HH:mm in the service's zone, at which a timer switches it
 * @param warnings names of {@link anbu.telemetry.activity.Warning}
 * @param missing how many messages its own numbers show to be missing; null when it numbers none or none is missing
 */
public record Learned(
        int days,
        double standbyW,
        @Nullable Double stepW,
        @Nullable Double lampLux,
        List<String> timers,
        List<String> warnings,
        @Nullable Long missing) {
    static Learned of(Profile profile, @Nullable Long missing) {
        return new Learned(
                profile.wholeDays(),
                profile.standbyW(),
                profile.showsPower() ? profile.stepW() : null,
                profile.lampLux() > 0 ? profile.lampLux() : null,
                profile.timers().stream().map(Learned::clock).toList(),
                profile.warnings().stream().sorted().map(Enum::name).toList(),
                missing);
    }

    /** Whether its power can show a person. */
    public boolean showsPower() {
        return stepW != null;
    }

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }
}
