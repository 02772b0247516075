package anbu.telemetry.dialects;

import java.util.List;

/** How the plugs of one maker or standard speak. Knows no limits of belief: those are the same for all and are drawn by {@link Dialects}. */
interface Dialect {
    /** As in the settings. */
    String name();

    /** What the message says, in order; an {@link Unreadable} where it says nothing understandable. */
    List<Said> read(Heard heard, Memory memory);

    /** What must be remembered to read it. */
    default List<String> subjects(Heard heard) {
        return List.of();
    }
}
