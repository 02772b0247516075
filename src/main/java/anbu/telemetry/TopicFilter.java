package anbu.telemetry;

import java.util.List;

/** An MQTT topic filter: {@code +} stands for one level, {@code #} at the end for any number of them. Refuses what is none. */
record TopicFilter(String text, List<String> levels) {
    private static final int LONGEST = 200;

    TopicFilter(String text) {
        this(text, List.of(text.split("/", -1)));
    }

    TopicFilter {
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "A filter has 1 to %d characters and no control character.".formatted(LONGEST));
        }
        if (text.startsWith("$share/")) {
            throw new IllegalArgumentException("Leave out $share/...: Anbu shares every subscription by itself.");
        }
        var last = levels.size() - 1;
        for (int i = 0; i <= last; i++) {
            var level = levels.get(i);
            if (level.contains("#") && !(level.equals("#") && i == last)) {
                throw new IllegalArgumentException("# may only be the whole of the last level.");
            }
            if (level.contains("+") && !level.equals("+")) {
                throw new IllegalArgumentException("+ may only be the whole of a level.");
            }
        }
    }

    boolean matches(String topic) {
        var given = topic.split("/", -1);
        if (topic.startsWith("$") && !text.startsWith("$")) {
            return false;
        }
        for (int i = 0; i < levels.size(); i++) {
            var level = levels.get(i);
            if (level.equals("#")) {
                return true;
            }
            if (i == given.length || !(level.equals("+") || level.equals(given[i]))) {
                return false;
            }
        }
        return given.length == levels.size();
    }

    /** The levels before the first wildcard, which a maker calls the base topic; all but the last where there is no wildcard. */
    String base() {
        var fixed = levels.stream()
                .takeWhile(level -> !level.equals("+") && !level.equals("#"))
                .toList();
        var all = fixed.size() == levels.size();
        return String.join("/", all ? fixed.subList(0, fixed.size() - 1) : fixed);
    }

    @Override
    public String toString() {
        return text;
    }
}
