package anbu.trial;

import anbu.outreach.ContactResult;
import java.util.List;

/** How a resident's phone behaves when it is called by machine, call after call; the last result stays. */
enum Phone {
    ANSWERS(ContactResult.PERSON_FINE),
    ANSWERS_LATER(ContactResult.NO_ANSWER, ContactResult.PERSON_FINE),
    UNANSWERED(ContactResult.NO_ANSWER),
    VOICEMAIL(ContactResult.NO_ANSWER, ContactResult.VOICEMAIL),
    OFF(ContactResult.PHONE_OFF);

    private final List<ContactResult> results;

    Phone(ContactResult... results) {
        this.results = List.of(results);
    }

    /** @param call 1 for the first call */
    ContactResult result(int call) {
        return results.get(Math.min(call, results.size()) - 1);
    }
}
