package anbu.trial;

import anbu.households.RiskGroup;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a newcomer gets to see in the first minutes, each in one home, told from the start of the trial. */
enum Scene {
    NOBODY_ANSWERS(
            RiskGroup.HIGH,
            Happens.QUIET,
            24,
            30,
            Phone.UNANSWERED,
            "24 h quiet: DANGER; nobody answers",
            "24시간 무변화: 위험. 전화를 받지 않음"),
    ANSWERS_THE_FIRST_CALL(
            RiskGroup.HIGH,
            Happens.QUIET,
            24,
            50,
            Phone.ANSWERS,
            "24 h quiet: DANGER; answers the first call: fine",
            "24시간 무변화: 위험. 첫 전화를 받음: 무사"),
    BECOMES_CRITICAL(
            RiskGroup.HIGH,
            Happens.QUIET,
            36,
            110,
            Phone.UNANSWERED,
            "DANGER from the start, CRITICAL after 36 h quiet",
            "처음부터 위험, 36시간 무변화로 심각"),
    MEDIUM_GROUP(
            RiskGroup.MEDIUM,
            Happens.QUIET,
            36,
            75,
            Phone.VOICEMAIL,
            "36 h quiet: DANGER; voicemail",
            "36시간 무변화: 위험. 음성사서함"),
    GENERAL_GROUP(
            RiskGroup.GENERAL,
            Happens.QUIET,
            50,
            100,
            Phone.OFF,
            "50 h quiet: DANGER; the phone is off",
            "50시간 무변화: 위험. 전원이 꺼진 전화"),
    ANSWERS_THE_SECOND_CALL(
            RiskGroup.HIGH,
            Happens.QUIET,
            24,
            130,
            Phone.ANSWERS_LATER,
            "24 h quiet: DANGER; answers the second call",
            "24시간 무변화: 위험. 두 번째 전화를 받음"),
    PLUGS_FALL_SILENT(
            RiskGroup.GENERAL,
            Happens.SILENT,
            2,
            60,
            Phone.ANSWERS,
            "2 h without any report: device case",
            "2시간 무보고: 기기 점검");

    private enum Happens {
        QUIET,
        SILENT
    }

    private static final Instant FOR_GOOD = Instant.parse("9999-01-01T00:00:00Z");

    private final RiskGroup group;
    private final Happens happens;
    private final int hours;
    private final int afterSeconds;
    private final Phone phone;
    private final String words;
    private final String koreanWords;

    Scene(RiskGroup group, Happens happens, int hours, int afterSeconds, Phone phone, String... words) {
        this.group = group;
        this.happens = happens;
        this.hours = hours;
        this.afterSeconds = afterSeconds;
        this.phone = phone;
        this.words = words[0];
        this.koreanWords = words[1];
    }

    /** When something is to be seen. */
    Instant at(Instant start) {
        return start.plusSeconds(afterSeconds);
    }

    RiskGroup group() {
        return group;
    }

    Phone phone() {
        return phone;
    }

    String words() {
        return words;
    }

    String koreanWords() {
        return koreanWords;
    }

    @Nullable Quiet quiet(Instant start) {
        return happens == Happens.QUIET ? new Quiet(since(start), FOR_GOOD, Quiet.Decline.NONE) : null;
    }

    @Nullable Instant silentFrom(Instant start) {
        return happens == Happens.SILENT ? since(start) : null;
    }

    private Instant since(Instant start) {
        return at(start).minus(Duration.ofHours(hours));
    }
}
