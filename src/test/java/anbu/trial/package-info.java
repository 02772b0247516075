/** The trial: a synthetic district on embedded servers. Never in the production jar. */
@NullMarked
package anbu.trial;

import org.jspecify.annotations.NullMarked;
