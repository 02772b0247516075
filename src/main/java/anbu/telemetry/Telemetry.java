package anbu.telemetry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What the plugs said. */
@Service
public class Telemetry {
    /** The signals of these homes, one row each, also for homes that never reported. */
    public Map<String, HomeSignal> signals(Collection<String> householdIds) {
        throw new UnsupportedOperationException();
    }

    /** Activities of each home that overlap the span, by start. */
    public Map<String, List<Activity>> activities(Collection<String> householdIds, Instant from, Instant to) {
        throw new UnsupportedOperationException();
    }
}
