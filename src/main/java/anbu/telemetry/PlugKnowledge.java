package anbu.telemetry;

import anbu.telemetry.activity.Profile;
import java.util.List;
import org.springframework.stereotype.Service;

/** What plugs have learned about themselves. */
@Service
public class PlugKnowledge {
    private final Sketches sketches;
    private final Sequences sequences;

    PlugKnowledge(Sketches sketches, Sequences sequences) {
        this.sketches = sketches;
        this.sequences = sequences;
    }

    /** What is kept of this plug, or what is usual for its appliance. */
    public Learned of(DeviceSignal device) {
        var profile = sketches.newest(device.no())
                .filter(known -> known.appliance() == device.appliance())
                .orElseGet(() -> Profile.prior(device.appliance()));
        var missing = sequences.of(List.of(device.no())).get(device.no());
        return Learned.of(profile, missing == null || missing.messages() == 0 ? null : missing.messages());
    }
}
