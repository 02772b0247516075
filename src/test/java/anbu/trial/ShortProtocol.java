package anbu.trial;

import anbu.policy.Policies;
import anbu.policy.PolicyTable;
import anbu.policy.Protocol;
import java.time.Duration;

/** The default policy with calls that follow each other faster, so that tasks for people appear within minutes. */
final class ShortProtocol {
    static final String NAME = "Trial: as the default, but calls follow each other within a minute";
    static final Duration AUTOMATIC_CALLS = Duration.ofSeconds(20);
    static final Duration STAFF_CALLS = Duration.ofMinutes(1);

    private ShortProtocol() {}

    static void publishIn(Policies policies) {
        if (!policies.live().name().equals(NAME)) {
            policies.publish(NAME, shortened(policies.live().table()), "trial");
        }
    }

    private static PolicyTable shortened(PolicyTable table) {
        var usual = table.protocol();
        var fast = new Protocol(
                usual.automaticCalls(),
                AUTOMATIC_CALLS,
                usual.staffCalls(),
                STAFF_CALLS,
                usual.acknowledgeWithin(),
                usual.contactsWithin(),
                usual.decideWithin(),
                usual.visitWithin(),
                usual.deviceRepairWithin(),
                usual.closableByResident());
        return new PolicyTable(
                table.limits(),
                table.tightening(),
                table.opensCaseFrom(),
                table.reportsSpeakFor(),
                table.suspectAfter(),
                table.scoreValidFor(),
                table.signals(),
                fast);
    }
}
