package anbu.policy;

import anbu.platform.NotFound;
import anbu.platform.Polled;
import anbu.platform.Refused;
import anbu.policy.facts.Score;
import anbu.policy.facts.Situation;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Policy versions and what they say. */
@Service
public class Policies {
    private static final Logger log = LoggerFactory.getLogger(Policies.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final PolicyVersions versions;
    private final Publication publication;
    private final Map<Integer, Ready> ready = new ConcurrentHashMap<>();
    private final Map<String, RuleBook> compiled = new ConcurrentHashMap<>(); // by fingerprint: compiling takes seconds
    private final Polled<Ready> live;

    /** A version with its rules compiled. */
    private record Ready(PolicyVersion version, RuleBook rules) {
        Assessment assess(Situation situation, @Nullable Score score) {
            return Assessment.of(version.number(), situation.now(), rules.judge(situation, score));
        }
    }

    Policies(PolicyVersions versions, Publication publication, Clock clock) {
        this.versions = versions;
        this.publication = publication;
        this.live = new Polled<>(clock, LOOK_EVERY, this::newest);
    }

    /** The version that judges now, at most two seconds behind what another node published. */
    public PolicyVersion live() {
        return liveReady().version();
    }

    /** Any version, for cases that pinned it. Throws {@link anbu.platform.NotFound}. */
    public PolicyVersion get(int number) {
        return ready(number).version();
    }

    /** Judges by the live version. */
    public Assessment assess(Situation situation, @Nullable Score score) {
        return liveReady().assess(situation, score);
    }

    /** Judges by a given version. */
    public Assessment assess(int policyVersion, Situation situation, @Nullable Score score) {
        return ready(policyVersion).assess(situation, score);
    }

    /**
     * Publishes the given data with the rules of this jar as the next version, live at once. Identical content publishes nothing and
     * returns the live version. Refuses a table that could not work and rules that do not compile; the live version then stays.
     */
    public PolicyVersion publish(String name, PolicyTable table, String by) {
        return publish(name, Artefact.of(table, RuleFiles.all()), by);
    }

    PolicyVersion publish(String name, Artefact artefact, String by) {
        if (name.isBlank() || name.length() > 120) {
            throw new Refused(
                    "A policy version needs a name of 1 to 120 characters; this one has %d.".formatted(name.length()));
        }
        TableCheck.check(artefact.table());
        compile(artefact);
        int number = add(name, artefact, by);
        live.look();
        return get(number);
    }

    /** Makes sure that something judges: the default policy on an empty database, and the rules of this jar when they are new. */
    void start() {
        var rules = RuleFiles.all();
        var newest = versions.newest().orElse(null);
        if (newest == null) {
            publish("Default policy", Artefact.of(RuleFiles.defaultTable(), rules), "system");
            return;
        }
        var upgraded = Artefact.of(verified(newest.number()).artefact().table(), rules);
        if (!upgraded.sha256().equals(newest.sha256())) {
            publish("Upgrade: rules of a new release", upgraded, "system");
        }
        live.look();
    }

    private int add(String name, Artefact artefact, String by) {
        try {
            return publication.add(name, artefact, by);
        } catch (DuplicateKeyException e) {
            log.info("Another node published a policy version at the same moment; looking again.");
            return publication.add(name, artefact, by);
        }
    }

    private Ready liveReady() {
        var newest = live.get();
        if (newest == null) {
            throw new Refused("No policy version is published yet, so nothing can be judged. Publish one first.");
        }
        return newest;
    }

    private @Nullable Ready newest(@Nullable Ready known) {
        var mark = versions.newest().orElse(null);
        if (mark == null) {
            return null;
        }
        var loaded = ready.get(mark.number());
        if (loaded != null && loaded.version().sha256().equals(mark.sha256())) {
            return loaded;
        }
        try {
            return load(mark.number());
        } catch (Refused e) {
            if (known == null) {
                throw e;
            }
            log.error(
                    "Policy version {} cannot be used; version {} goes on judging. {}",
                    mark.number(),
                    known.version().number(),
                    e.getMessage());
            return known;
        }
    }

    private Ready ready(int number) {
        var known = ready.get(number);
        return known == null ? load(number) : known;
    }

    private Ready load(int number) {
        var stored = verified(number);
        var artefact = stored.artefact();
        var version = new PolicyVersion(
                number, stored.name(), artefact.table(), stored.sha256(), stored.publishedAt(), stored.publishedBy());
        var loaded = new Ready(version, compile(artefact));
        ready.put(number, loaded);
        return loaded;
    }

    private PolicyVersions.Stored verified(int number) {
        var stored = versions.find(number)
                .orElseThrow(() -> new NotFound("There is no policy version %d.".formatted(number)));
        var sha256 = stored.artefact().sha256();
        if (!sha256.equals(stored.sha256())) {
            throw new Refused(
                    "Policy version %d is not what was published: its content has fingerprint %s, stored is %s. Restore the row from a backup."
                            .formatted(number, sha256, stored.sha256()));
        }
        return stored;
    }

    private RuleBook compile(Artefact artefact) {
        return compiled.computeIfAbsent(artefact.sha256(), sha256 -> RuleBook.of(artefact)); // needs no connection
    }
}
