package anbu.staff;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.stereotype.Service;

/** Who is responsible when. */
@Service
public class DutyRoster {
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    private final ZoneId serviceZone;
    private final KoreanHolidays holidays;

    DutyRoster(ZoneId serviceZone, KoreanHolidays holidays) {
        this.serviceZone = serviceZone;
        this.holidays = holidays;
    }

    /** Never empty: every moment has an owner. */
    public Team owner(Instant moment) {
        var local = moment.atZone(serviceZone);
        var time = local.toLocalTime();
        var open = !time.isBefore(OPENS) && time.isBefore(CLOSES);
        var weekend = local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
        return open && !weekend && !holidays.contains(local.toLocalDate()) ? Team.DAY_OFFICE : Team.CONTROL_CENTER;
    }
}
