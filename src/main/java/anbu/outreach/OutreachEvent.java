package anbu.outreach;

import java.util.UUID;

/** What came of outreach, told in the same transaction. */
public sealed interface OutreachEvent {
    record Answered(UUID attemptId, String caseNo, ContactResult result) implements OutreachEvent {}
}
