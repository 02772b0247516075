package anbu.staff;

import java.time.Instant;
import org.springframework.stereotype.Service;

/** Who is responsible when. */
@Service
public class DutyRoster {
    /** Never empty: every moment has an owner. */
    public Team owner(Instant moment) {
        throw new UnsupportedOperationException();
    }
}
