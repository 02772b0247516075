/**
 * What plugs of many makers say, each dialect a parser of its own. Pure: no Spring, no database, no clock; what must be remembered between
 * messages goes through {@link anbu.telemetry.dialects.Memory}.
 */
@NullMarked
package anbu.telemetry.dialects;

import org.jspecify.annotations.NullMarked;
