/**
 * The command {@code replay}: what a detector finds in a file of readings, without a server or a database. It judges the same days by the
 * same classes as live intake.
 */
@NamedInterface("replay")
@NullMarked
package anbu.telemetry.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
