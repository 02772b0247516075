/** Case files, the worklist and its tasks, outcomes. */
@ApplicationModule(
        displayName = "casework",
        allowedDependencies = {"platform", "monitoring", "households", "staff", "audit"})
@NullMarked
package anbu.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
