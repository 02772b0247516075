package anbu.monitoring;

import java.util.UUID;
import org.springframework.stereotype.Service;

/** What upper modules may tell the one who watches. */
@Service
public class Monitoring {
    /** A concern has ended: its home's clock starts anew from now. {@code trueAlarm} is whether the person needed help. */
    public void settle(UUID concernId, boolean trueAlarm) {
        throw new UnsupportedOperationException();
    }
}
