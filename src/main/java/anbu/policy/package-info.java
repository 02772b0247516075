/** Rule versions and the judgement of a situation; the only importer of Drools. */
@ApplicationModule(
        displayName = "policy",
        allowedDependencies = {"platform", "audit"})
@NullMarked
package anbu.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
