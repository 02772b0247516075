/** Signals arrive: intake, readings, device state, activity; the only importer of Paho. */
@ApplicationModule(
        displayName = "telemetry",
        allowedDependencies = {"platform", "audit", "households"})
@NullMarked
package anbu.telemetry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
