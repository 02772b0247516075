package anbu.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a case exists, from what was pinned when its concern was raised.
 *
 * @param tense NOW while what was noticed still goes on, THEN when it is over
 * @param so what the limit's hours count, up to now or to the end
 * @param atOpening the same up to the moment at which the case was opened
 * @param since from when the hours count
 * @param seenAgainAt when something was seen again after the case was opened; null when nothing was
 */
record Explanation(
        CaseFile file,
        Tense tense,
        Duration so,
        Duration atOpening,
        Instant since,
        @Nullable LastActivity lastActivity,
        @Nullable Instant seenAgainAt) {
    enum Tense {
        NOW,
        THEN
    }

    static Explanation of(CaseFile file, @Nullable Instant seenAgainAt, Instant now) {
        var since = file.breachedAt().minus(Duration.ofMillis(Math.round(file.limitHours() * 3_600_000)));
        var atOpening = Duration.between(since, file.openedAt());
        boolean over = seenAgainAt != null || file.status() == CaseStatus.CLOSED;
        return new Explanation(
                file,
                over ? Tense.THEN : Tense.NOW,
                over ? atOpening : Duration.between(since, now),
                atOpening,
                since,
                LastActivity.read(file.lastActivity()),
                seenAgainAt);
    }

    /** "device" for a case about missing reports, otherwise the level: the look of the sentence. */
    public String look() {
        return file.kind().equals("DEVICE") ? "device" : file.level().toLowerCase(Locale.ROOT);
    }
}
