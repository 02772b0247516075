package anbu.audit;

import java.time.Instant;

/** One line of a subject's chain, as it is hashed and stored. */
record AuditLine(
        String subject,
        int seq,
        Instant at,
        String actor,
        String action,
        String details,
        String prevHash,
        String hash) {
    /** What the first line of a chain has for a predecessor. */
    static final String FIRST = "0".repeat(64);

    AuditLine hashed(String hash) {
        return new AuditLine(subject, seq, at, actor, action, details, prevHash, hash);
    }

    /** Everything but the hash itself, each field with its length, so that no two different lines read the same. */
    String toHash() {
        var text = new StringBuilder();
        for (var field :
                new String[] {prevHash, subject, Integer.toString(seq), at.toString(), actor, action, details}) {
            text.append(field.length()).append(':').append(field).append(';');
        }
        return text.toString();
    }
}
