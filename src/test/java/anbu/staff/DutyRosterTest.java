package anbu.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyRosterTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final DutyRoster roster = new DutyRoster(SEOUL, new KoreanHolidays(List.of()));

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00, DAY_OFFICE",
        "2026-11-23T08:59:59.999, CONTROL_CENTER",
        "2026-11-23T17:59:59.999, DAY_OFFICE",
        "2026-11-23T18:00, CONTROL_CENTER",
        "2026-11-21T12:00, CONTROL_CENTER",
        "2026-11-22T12:00, CONTROL_CENTER",
        "2026-09-25T12:00, CONTROL_CENTER",
        "2026-08-17T12:00, CONTROL_CENTER",
        "2026-08-18T12:00, DAY_OFFICE"
    })
    void theOfficeOwnsWorkingHoursAndTheControlCenterTheRest(LocalDateTime local, Team owner) {
        assertThat(roster.owner(local.atZone(SEOUL).toInstant())).isEqualTo(owner);
    }
}
