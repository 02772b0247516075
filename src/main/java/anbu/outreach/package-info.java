/** Calls to the resident and what came of them. */
@ApplicationModule(
        displayName = "outreach",
        allowedDependencies = {"platform", "households", "staff", "audit"})
@NullMarked
package anbu.outreach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
