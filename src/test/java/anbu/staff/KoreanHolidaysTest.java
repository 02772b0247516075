package anbu.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KoreanHolidaysTest {
    private final KoreanHolidays holidays = new KoreanHolidays(List.of(LocalDate.parse("2025-06-03")));

    @ParameterizedTest
    @CsvSource({
        "2023, 01-01 01-21 01-22 01-23 01-24 03-01 05-05 05-27 05-29 06-06 08-15 09-28 09-29 09-30 10-03 10-09 12-25",
        "2024, 01-01 02-09 02-10 02-11 02-12 03-01 05-05 05-06 05-15 06-06 08-15 09-16 09-17 09-18 10-03 10-09 12-25",
        "2025, 01-01 01-28 01-29 01-30 03-01 03-03 05-05 05-06 06-06 08-15 10-03 10-05 10-06 10-07 10-08 10-09 12-25",
        "2026, 01-01 02-16 02-17 02-18 03-01 03-02 05-05 05-24 05-25 06-06 08-15 08-17 09-24 09-25 09-26 10-03 10-05 10-09 12-25",
        "2027, 01-01 02-06 02-07 02-08 02-09 03-01 05-05 05-13 06-06 08-15 08-16 09-14 09-15 09-16 10-03 10-04 10-09 10-11 12-25 12-27",
        "2028, 01-01 01-26 01-27 01-28 03-01 05-02 05-05 06-06 08-15 10-02 10-03 10-04 10-05 10-09 12-25"
    })
    void aYearHasExactlyThePublishedHolidays(int year, String days) {
        var expected = Arrays.stream(days.split(" "))
                .map(day -> LocalDate.parse(year + "-" + day))
                .collect(Collectors.toSet());

        assertThat(holidays.of(year)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void anElectionDayIsAHolidayBySettingOnly() {
        assertThat(holidays.contains(LocalDate.parse("2025-06-03"))).isTrue();
        assertThat(new KoreanHolidays(List.of()).contains(LocalDate.parse("2025-06-03")))
                .isFalse();
    }
}
