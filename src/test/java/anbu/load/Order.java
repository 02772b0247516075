package anbu.load;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the generator is to do, from arguments such as {@code --rate=8000}.
 *
 * @param broker where the plugs connect ({@code --broker=127.0.0.1:1883})
 * @param connections plugs, each with a connection of its own ({@code --connections=200})
 * @param perSecond messages a second of all plugs together, 0 for as many as {@code limit} and window allow ({@code --rate=0}); a line {@code rate R} on standard input changes it
 * @param window messages of one plug that may wait for their acknowledgement ({@code --window=20})
 * @param span how long to send; then what is under way is still awaited ({@code --seconds=60})
 * @param topics what the topics begin with ({@code --topics=anbu/v1/})
 * @param prefix of the plugs' names, which end in their number from 0 ({@code --prefix=load-})
 * @param limit how many messages may be sent until a line {@code limit N} on standard input allows more ({@code --limit=...})
 * @param report file for what was acknowledged of each plug: lines {@code name,acknowledged,sent} ({@code --report=...})
 */
record Order(
        InetSocketAddress broker,
        int connections,
        double perSecond,
        int window,
        Duration span,
        String topics,
        String prefix,
        long limit,
        Path report) {

    static Order of(String... arguments) {
        var given = new TreeMap<String, String>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (parts.length < 2 || !parts[0].startsWith("--")) {
                throw new IllegalArgumentException(
                        "\"%s\" is not understood. Give --name=value, see the comment in Order.java."
                                .formatted(argument));
            }
            given.put(parts[0].substring(2), parts[1]);
        }
        var order = of(given);
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("Nobody knows %s.".formatted(given.keySet()));
        }
        return order;
    }

    private static Order of(Map<String, String> given) {
        var broker = take(given, "broker", "127.0.0.1:1883").split(":");
        return new Order(
                new InetSocketAddress(broker[0], Integer.parseInt(broker[1])),
                Integer.parseInt(take(given, "connections", "200")),
                Double.parseDouble(take(given, "rate", "0")),
                Integer.parseInt(take(given, "window", "20")),
                Duration.ofSeconds(Long.parseLong(take(given, "seconds", "60"))),
                take(given, "topics", "anbu/v1/"),
                take(given, "prefix", "load-"),
                Long.parseLong(take(given, "limit", Long.toString(Long.MAX_VALUE))),
                Path.of(take(given, "report", "load-report.csv")));
    }

    private static String take(Map<String, String> given, String name, String other) {
        var value = given.remove(name);
        return value == null ? other : value;
    }
}
