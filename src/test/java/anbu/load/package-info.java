/** Load from outside: a generator of plugs that costs little, the processes it is turned on, benchmarks, and kills under load. */
@NullMarked
package anbu.load;

import org.jspecify.annotations.NullMarked;
