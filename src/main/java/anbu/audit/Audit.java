package anbu.audit;

import anbu.platform.Actor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The trail of what was done, by whom, in the caller's transaction. Details carry ids and numbers, never personal data. */
@Service
public class Audit {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final AuditEntries entries;
    private final Clock clock;

    Audit(AuditEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** One entry as stored; {@code details} as given. */
    public record Entry(
            long id, String subject, int seq, Instant at, String actor, String action, Map<String, Object> details) {}

    /** Appends with the signed-in person (or "system") as actor. Needs a running transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String subject, String action, Map<String, ? extends @Nullable Object> details) {
        recordAs(Actor.name(), subject, action, details);
    }

    /** Appends in the name of someone else, such as "resident". Needs a running transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAs(String actor, String subject, String action, Map<String, ? extends @Nullable Object> details) {
        var head = entries.advance(subject);
        var line = new AuditLine(subject, head.seq(), clock.instant(), actor, action, json(details), head.hash(), "");
        var hash = hash(line);
        entries.append(line.hashed(hash));
        entries.head(subject, hash);
    }

    /** The chain of one subject, oldest first. */
    public List<Entry> list(String subject) {
        return entries.list(subject).stream().map(Audit::entry).toList();
    }

    /** The place in the chain of this subject at which the first entry was changed, removed or inserted; empty when the chain is whole. */
    public Optional<Integer> firstBreak(String subject) {
        var before = AuditLine.FIRST;
        var expected = 1;
        for (var stored : entries.list(subject)) {
            var line = stored.line();
            if (line.seq() != expected
                    || !line.prevHash().equals(before)
                    || !line.hash().equals(hash(line))) {
                return Optional.of(expected);
            }
            before = line.hash();
            expected++;
        }
        return entries.isHead(subject, expected - 1, before) ? Optional.empty() : Optional.of(expected);
    }

    private static Entry entry(AuditEntries.Stored stored) {
        var line = stored.line();
        try {
            var details = JSON.readValue(line.details(), new TypeReference<Map<String, Object>>() {});
            return new Entry(stored.id(), line.subject(), line.seq(), line.at(), line.actor(), line.action(), details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Audit entry %d has unreadable details.".formatted(stored.id()), e);
        }
    }

    private static String json(Map<String, ? extends @Nullable Object> details) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(details));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Details of an audit entry cannot be written as JSON.", e);
        }
    }

    private static String hash(AuditLine line) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(line.toHash().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
