/** Homes, residents, contacts and devices. */
@ApplicationModule(
        displayName = "households",
        allowedDependencies = {"platform", "audit"})
@NullMarked
package anbu.households;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
