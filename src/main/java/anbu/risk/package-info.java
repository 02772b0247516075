/** Features, models and scores; the only importer of Weka. */
@ApplicationModule(
        displayName = "risk",
        allowedDependencies = {"platform", "audit"})
@NullMarked
package anbu.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
