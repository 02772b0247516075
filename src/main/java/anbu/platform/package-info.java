/** What every module shares and what knows no business word: SQL rows, refusals, time, sealing of personal data, web plumbing. */
@ApplicationModule(
        displayName = "platform",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package anbu.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
