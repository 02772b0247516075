package anbu.trial;

import anbu.households.Contact;
import anbu.households.Household;
import anbu.households.RiskGroup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A home of the district with its script.
 *
 * @param household the invented person, as registered
 * @param quiets spans without activity, in order
 * @param silentFrom from when its plugs no longer report; null when they always do
 * @param trueAlarm for a home with a past emergency or outing: whether the person needed help; null without one
 */
record Home(
        int no,
        Household household,
        List<Contact> contacts,
        List<Plug> plugs,
        List<Quiet> quiets,
        Phone phone,
        @Nullable Instant silentFrom,
        @Nullable Boolean trueAlarm) {

    String id() {
        return household.id();
    }

    RiskGroup group() {
        return household.riskGroup();
    }

    /** The plug at which the last activity before a quiet span happens. */
    Plug mainPlug() {
        return plugs.stream().filter(Plug::usedByPerson).findFirst().orElseThrow();
    }

    boolean reportsAt(Instant moment) {
        return silentFrom == null || !moment.isAfter(silentFrom);
    }

    Home inScene(Scene scene, Instant start) {
        var quiet = scene.quiet(start);
        return new Home(
                no,
                household,
                contacts,
                plugs,
                quiet == null ? List.of() : List.of(quiet),
                scene.phone(),
                scene.silentFrom(start),
                null);
    }
}
