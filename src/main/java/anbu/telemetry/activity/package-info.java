/**
 * A person told from a fridge: what a plug learns about itself, and which changes in power and light somebody made. Pure computation over
 * samples in order of time; no database, no clock. Live intake and the {@code replay} command use the same classes.
 */
@NullMarked
package anbu.telemetry.activity;

import org.jspecify.annotations.NullMarked;
