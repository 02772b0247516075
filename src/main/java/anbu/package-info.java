/** Anbu watches over people who live alone. Each package below is one ability; arrows between them only go down. */
@NullMarked
package anbu;

import org.jspecify.annotations.NullMarked;
