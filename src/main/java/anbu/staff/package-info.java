/** Accounts, roles and who is on duty. */
@ApplicationModule(
        displayName = "staff",
        allowedDependencies = {"platform", "audit"})
@NullMarked
package anbu.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
