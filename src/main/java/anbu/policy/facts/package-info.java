/** What rules may see: plain values, no entity, no Java to call but questions about the value itself. */
@NamedInterface("facts")
@NullMarked
package anbu.policy.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
