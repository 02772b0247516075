/** The system notices: deadlines, facts, concerns. */
@ApplicationModule(
        displayName = "monitoring",
        allowedDependencies = {"platform", "households", "telemetry", "policy", "policy :: facts", "risk"})
@NullMarked
package anbu.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
