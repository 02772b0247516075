/** The append-only, hash-chained trail, written in the caller's transaction. */
@ApplicationModule(
        displayName = "audit",
        allowedDependencies = {"platform"})
@NullMarked
package anbu.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
