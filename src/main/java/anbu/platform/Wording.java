package anbu.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Moments, spans and numbers as the reader's language writes them, in the service's zone. Templates call it as {@code @wording}. */
@Component("wording")
public class Wording {
    private final MessageSource messages;
    private final ZoneId serviceZone;
    private final Clock clock;

    Wording(MessageSource messages, ZoneId serviceZone, Clock clock) {
        this.messages = messages;
        this.serviceZone = serviceZone;
        this.clock = clock;
    }

    /** What is left until a moment: the words, and how urgent it looks ("", "soon" or "late"). */
    public record Due(String words, String urgency, Instant at) {}

    /** {@code soonMinutes}: how close a moment has to be to look urgent. */
    public Due due(Instant at, long soonMinutes) {
        var left = Duration.between(clock.instant(), at);
        if (left.isNegative()) {
            return new Due(say("due.late", span(left.negated())), "late", at);
        }
        return new Due(span(left), left.toMinutes() < soonMinutes ? "soon" : "", at);
    }

    /** 25시간 2분, 8분 or 40초. */
    public String span(Duration span) {
        long minutes = span.toMinutes();
        if (minutes < 1) {
            return say("span.seconds", String.valueOf(span.toSeconds()));
        }
        if (minutes < 60) {
            return say("span.minutes", String.valueOf(minutes));
        }
        if (minutes % 60 == 0) {
            return say("span.hours", String.valueOf(minutes / 60));
        }
        return say("span.hoursMinutes", String.valueOf(minutes / 60), String.valueOf(minutes % 60));
    }

    /** Like {@link #span(Duration)}, with tenths where a second is long. */
    public String precise(Duration span) {
        return span.toSeconds() < 10 ? say("span.seconds", number(span.toMillis() / 1000.0)) : span(span);
    }

    public String span(Instant from, Instant to) {
        return span(Duration.between(from, to));
    }

    public String hours(double hours) {
        return span(Duration.ofMinutes(Math.round(hours * 60)));
    }

    /** 03:07. */
    public String time(Instant moment) {
        return local(moment).format(DateTimeFormatter.ofPattern("HH:mm"));
    }

    /** 11.24.(화) or Tue 24 Nov. */
    public String date(Instant moment) {
        return local(moment).format(DateTimeFormatter.ofPattern(say("pattern.date"), LocaleContextHolder.getLocale()));
    }

    /** 11.24.(화) 03:07. */
    public String moment(Instant moment) {
        return say("moment", date(moment), time(moment));
    }

    /** Only the time of a moment of today, otherwise with its date. */
    public String near(Instant moment) {
        boolean today =
                local(moment).toLocalDate().equals(local(clock.instant()).toLocalDate());
        return today ? time(moment) : moment(moment);
    }

    /** A measured value: at most one digit after the point. */
    public String number(double value) {
        return Math.abs(value) < 10 && value != Math.rint(value)
                ? "%.1f".formatted(value)
                : String.valueOf(Math.round(value));
    }

    /** The text of a key, or what stands in for it where there is none. */
    public String known(String key, String otherwise) {
        return Objects.requireNonNull(messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()));
    }

    private ZonedDateTime local(Instant moment) {
        return moment.atZone(serviceZone);
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
