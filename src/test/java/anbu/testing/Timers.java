package anbu.testing;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;

/** Fires process timers by the test's clock, in the order in which they are due. */
public final class Timers {
    private Timers() {}

    public static int fireDue(ManagementService management, Instant now) {
        var fired = 0;
        var due = management
                .createJobQuery()
                .timers()
                .active()
                .orderByJobDuedate()
                .asc()
                .list();
        for (var job : due) {
            if (job.getDuedate() != null && !job.getDuedate().after(Date.from(now))) {
                management.executeJob(job.getId());
                fired++;
            }
        }
        return fired;
    }
}
