package anbu.telemetry.dialects;

import java.util.List;

/** The dialects by name. */
public final class Dialects {
    private Dialects() {}

    public static List<String> names() {
        return List.of();
    }
}
