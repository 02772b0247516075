package anbu.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.springframework.util.FileSystemUtils;

/** What the trial knows of its earlier starts, in its folder. The file is written when all of history is stored, and touched while living. */
final class TrialMemory {
    /** Another one means that what was generated before no longer fits. */
    private static final String VERSION = "1";

    static final long SEED = 20_260_301;

    private final Path folder;
    private final Path file;

    TrialMemory(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("trial.properties");
    }

    /** Why what is in the folder cannot be continued; empty when it can or when there is nothing. */
    String obstacle(Instant now) {
        if (!Files.exists(folder.resolve("db")) && !Files.exists(file)) {
            return "";
        }
        if (!Files.exists(file)) {
            return "its first start was interrupted";
        }
        var known = read();
        if (!VERSION.equals(known.getProperty("version"))
                || !Long.toString(SEED).equals(known.getProperty("seed"))) {
            return "it was made by another version";
        }
        return Duration.between(seenAt(), now).compareTo(District.HISTORY) > 0
                ? "it last ran more than %d days ago".formatted(District.HISTORY.toDays())
                : "";
    }

    void forget() {
        try {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The moments from which scenes were told so far, oldest first; empty before the first start is complete. */
    List<Instant> starts() {
        if (!Files.exists(file)) {
            return List.of();
        }
        return Arrays.stream(read().getProperty("starts").split(",", -1))
                .map(Instant::parse)
                .toList();
    }

    void remember(List<Instant> starts) {
        var known = new Properties();
        known.setProperty("version", VERSION);
        known.setProperty("seed", Long.toString(SEED));
        known.setProperty(
                "starts",
                String.join(",", starts.stream().map(Instant::toString).toList()));
        try (var out = Files.newBufferedWriter(file)) {
            known.store(out, "What the trial was made of. Delete the whole folder to begin anew.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant seenAt() {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void seen(Instant now) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(now));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key for personal data, made at the first start. */
    String encryptionKey() {
        var key = folder.resolve("key");
        try {
            if (!Files.exists(key)) {
                var bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                Files.writeString(key, Base64.getEncoder().encodeToString(bytes));
            }
            return Files.readString(key).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Properties read() {
        var known = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            known.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    List<Instant> startsWith(Instant start) {
        var starts = new ArrayList<>(starts());
        starts.add(start);
        return starts;
    }
}
