package anbu.staff;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.DangiCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Public holidays of the Republic of Korea by the Regulation on Holidays of Public Offices (관공서의 공휴일에 관한 규정), articles 2 and 3:
 * fixed days, days by the lunar calendar, and substitute holidays. Elections and other single days are named in
 * {@code anbu.extra-holidays}.
 */
@Component
class KoreanHolidays {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final Set<LocalDate> extra;
    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    KoreanHolidays(@Value("${anbu.extra-holidays:}") List<LocalDate> extra) {
        this.extra = Set.copyOf(extra);
    }

    /** What a holiday does when it falls on another free day. */
    private enum Substitute {
        NEVER,
        /** Seollal and Chuseok: a Saturday is lost, a Sunday is not. */
        AFTER_SUNDAY,
        AFTER_WEEKEND
    }

    boolean contains(LocalDate day) {
        return extra.contains(day) || of(day.getYear()).contains(day);
    }

    /** All public holidays of a year, substitutes included, extra days not. */
    Set<LocalDate> of(int year) {
        return years.computeIfAbsent(year, KoreanHolidays::computed);
    }

    private static Set<LocalDate> computed(int year) {
        var holidays = proper(year);
        var free = new HashSet<>(holidays.keySet());
        holidays.forEach((day, rules) -> {
            for (var lost = lost(day, rules); lost > 0; lost--) {
                free.add(nextWorkingDay(day, free));
            }
        });
        return Set.copyOf(free);
    }

    /** How many substitutes a day earns. Two holidays on one working day earn one, on a weekend one each (article 3). */
    private static int lost(LocalDate day, List<Substitute> rules) {
        var earning =
                switch (day.getDayOfWeek()) {
                    case SATURDAY -> rules.stream().filter(rule -> rule == Substitute.AFTER_WEEKEND);
                    case SUNDAY -> rules.stream().filter(rule -> rule != Substitute.NEVER);
                    default ->
                        rules.stream()
                                .filter(rule -> rules.size() > 1 && rule != Substitute.NEVER)
                                .limit(1);
                };
        return (int) earning.count();
    }

    private static LocalDate nextWorkingDay(LocalDate day, Set<LocalDate> free) {
        var next = day.plusDays(1);
        while (free.contains(next)
                || next.getDayOfWeek() == DayOfWeek.SATURDAY
                || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static Map<LocalDate, List<Substitute>> proper(int year) {
        var days = new TreeMap<LocalDate, List<Substitute>>();
        add(days, LocalDate.of(year, 1, 1), Substitute.NEVER);
        add(days, LocalDate.of(year, 6, 6), Substitute.NEVER);
        add(days, LocalDate.of(year, 5, 5), since(year, 2014));
        add(days, LocalDate.of(year, 3, 1), since(year, 2022));
        add(days, LocalDate.of(year, 8, 15), since(year, 2021));
        add(days, LocalDate.of(year, 10, 3), since(year, 2021));
        add(days, LocalDate.of(year, 10, 9), since(year, 2021));
        add(days, LocalDate.of(year, 12, 25), since(year, 2023));
        add(days, lunar(year, 4, 8), since(year, 2023));
        for (var feast : List.of(lunar(year, 1, 1), lunar(year, 8, 15))) {
            add(days, feast.minusDays(1), Substitute.AFTER_SUNDAY);
            add(days, feast, Substitute.AFTER_SUNDAY);
            add(days, feast.plusDays(1), Substitute.AFTER_SUNDAY);
        }
        return days;
    }

    private static Substitute since(int year, int first) {
        return year >= first ? Substitute.AFTER_WEEKEND : Substitute.NEVER;
    }

    private static void add(Map<LocalDate, List<Substitute>> days, LocalDate day, Substitute rule) {
        days.computeIfAbsent(day, any -> new ArrayList<>()).add(rule);
    }

    private static LocalDate lunar(int year, int month, int day) {
        var calendar = new DangiCalendar(TimeZone.getTimeZone(SEOUL.getId()), ULocale.KOREA);
        calendar.clear(); // the extended year of ICU's lunisolar calendars is the Gregorian year in which it begins
        calendar.set(Calendar.EXTENDED_YEAR, year);
        calendar.set(Calendar.MONTH, month - 1);
        calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
        calendar.set(Calendar.DAY_OF_MONTH, day);
        return Instant.ofEpochMilli(calendar.getTimeInMillis()).atZone(SEOUL).toLocalDate();
    }
}
