/** Cases and outreach to processes and back; the only importer of Camunda. */
@ApplicationModule(
        displayName = "workflow",
        allowedDependencies = {"platform", "casework", "outreach", "staff", "policy", "policy :: facts"})
@NullMarked
package anbu.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
