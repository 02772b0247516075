/**
 * The command {@code replay}: what a detector finds in a file of readings, without a server or a database. It judges the same days by the
 * same classes as live intake.
 */
@NullMarked
package anbu.telemetry.replay;

import org.jspecify.annotations.NullMarked;
