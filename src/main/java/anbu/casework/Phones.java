package anbu.casework;

import anbu.households.Contact;
import anbu.households.Household;
import anbu.households.Households;
import anbu.platform.Actor;
import anbu.platform.NotFound;
import anbu.platform.Refused;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Telephone numbers in clear text, for the person who has to call, with an entry in the history each time. */
@Service
class Phones {
    static final String RESIDENT = "resident";

    private final Casework casework;
    private final Households households;
    private final Journal journal;

    Phones(Casework casework, Households households, Journal journal) {
        this.casework = casework;
        this.households = households;
        this.journal = journal;
    }

    /** A number to dial. */
    record Phone(String number) {}

    /**
     * Shows the number of the resident, or of the contact at a position, to whoever holds an open task of the case; refuses everybody else.
     */
    @Transactional
    Phone show(String caseNo, String who) {
        var file = casework.get(caseNo);
        var task = casework.tasks(caseNo).stream()
                .filter(open -> open.doneAt() == null && Actor.name().equals(open.assignee()))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        "Telephone numbers of case %s are shown to the person who has taken its task. Take the task first."
                                .formatted(caseNo)));
        var number = RESIDENT.equals(who) ? resident(file) : contact(file, who);
        journal.write(caseNo, "person.shown", Map.of("who", who, "what", "phone", "task", task.id()));
        return new Phone(number);
    }

    private String resident(CaseFile file) {
        return households
                .find(file.householdId())
                .map(Household::phone)
                .orElseThrow(() ->
                        new NotFound("No telephone number of the resident of case %s is known.".formatted(file.no())));
    }

    private String contact(CaseFile file, String position) {
        return households.contacts(file.householdId()).stream()
                .filter(contact -> Integer.toString(contact.position()).equals(position))
                .map(Contact::phone)
                .findFirst()
                .orElseThrow(() -> new NotFound("Case %s has no contact number %s.".formatted(file.no(), position)));
    }
}
