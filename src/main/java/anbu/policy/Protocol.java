package anbu.policy;

import anbu.policy.facts.Level;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What happens after a case opened, as the policy says it (domain: outreach timeline after DANGER).
 *
 * @param automaticCalls how many automatic calls before staff call
 * @param automaticCallSpacing from one automatic call to the next
 * @param staffCalls how many calls by staff before the contacts
 * @param staffCallSpacing from one staff call to the next
 * @param acknowledgeWithin by when a person must have taken the first task
 * @param contactsWithin how long the round through the contacts may take
 * @param decideWithin how long the decision about a visit may take
 * @param visitWithin from the decision until somebody is at the door
 * @param deviceRepairWithin by when a silent plug must be looked at
 * @param closableByResident levels at which the resident's own answer closes the case
 */
public record Protocol(
        int automaticCalls,
        Duration automaticCallSpacing,
        int staffCalls,
        Duration staffCallSpacing,
        Duration acknowledgeWithin,
        Duration contactsWithin,
        Duration decideWithin,
        Duration visitWithin,
        Duration deviceRepairWithin,
        Set<Level> closableByResident) {

    /** Keeps the levels in one order, so that equal protocols have equal fingerprints. */
    public Protocol {
        closableByResident = Collections.unmodifiableSet(new TreeSet<>(closableByResident));
    }
}
