package anbu.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many plugs in one thread, which send readings at QoS 1. Needs nothing but the JDK:
 * {@code java -cp target/test-classes anbu.load.LoadGenerator --connections=200 --rate=8000 --seconds=60}. Standard input takes
 * {@code limit N} (as many messages may be sent in all), {@code rate R} and {@code stop}; standard output tells once a second how far it is. The last
 * line begins with {@code done} when everything was acknowledged, with {@code gave up} when it was not.
 */
public final class LoadGenerator {
    private static final long TICK_MS = 4;
    /** Brokers answer a crowd at the door slowly, or not at all. */
    private static final int CONNECTING_AT_A_TIME = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Order order;
    private final PrintStream told;
    private final Tally tally = new Tally();
    private final List<PlugLine> plugs;
    private volatile long limit;
    private volatile double perSecond;
    private volatile boolean stopped;
    private int turn;

    LoadGenerator(Order order, PrintStream told) {
        this.order = order;
        this.told = told;
        this.limit = order.limit();
        this.plugs = IntStream.range(0, order.connections())
                .mapToObj(i -> order.prefix() + i)
                .map(name -> new PlugLine(name, order.topics() + name + "/telemetry", order.window(), tally))
                .toList();
        this.perSecond = order.perSecond();
    }

    /** Ends when all that was sent is acknowledged. */
    public static void main(String... arguments) throws IOException {
        var generator = new LoadGenerator(Order.of(arguments), System.out);
        var orders = new Thread(generator::listen, "orders");
        orders.setDaemon(true);
        orders.start();
        generator.run();
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("limit ")) {
                    limit = Long.parseLong(line.substring(6).strip());
                }
                if (line.startsWith("rate ")) {
                    perSecond = Double.parseDouble(line.substring(5).strip());
                }
                stopped |= line.equals("stop");
            }
        } catch (IOException e) {
            stopped = true;
        }
    }

    void run() throws IOException {
        try (var selector = Selector.open()) {
            while (!plugs.stream().allMatch(PlugLine::isOpen)) {
                look(selector);
            }
            told.println("connected");
            var start = System.nanoTime();
            var end = start + order.span().toNanos();
            while (!stopped && System.nanoTime() < end) {
                send();
                look(selector);
            }
            drain(selector);
        }
        Files.write(
                order.report(),
                plugs.stream()
                        .map(p -> p.name + "," + p.acknowledgedUpTo() + "," + p.sentUpTo())
                        .toList());
        told.println((tally.acknowledged == tally.sent ? "done " : "gave up ") + tally);
    }

    private void drain(Selector selector) throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (tally.acknowledged < tally.sent && System.nanoTime() < end) {
            look(selector);
        }
    }

    private double pace = Double.NaN;
    private long paceSince;
    private long paceFrom;

    /** How many messages should have been sent by now. */
    private long due() {
        if (pace != perSecond) {
            pace = perSecond;
            paceSince = System.nanoTime();
            paceFrom = tally.sent;
        }
        return pace == 0 ? limit : Math.min(limit, paceFrom + (long) ((System.nanoTime() - paceSince) / 1e9 * pace));
    }

    /** As many messages as are due by now, each by the next plug that may. */
    private void send() {
        long due = due();
        long nowMs = System.currentTimeMillis();
        for (int full = 0; tally.sent < due && full < plugs.size(); ) {
            var plug = plugs.get(turn);
            turn = turn + 1 == plugs.size() ? 0 : turn + 1;
            if (plug.hasRoom()) {
                plug.send(nowMs);
                full = 0;
            } else {
                full++;
            }
        }
        plugs.forEach(PlugLine::flush);
    }

    private long toldAt = System.nanoTime();

    private void look(Selector selector) throws IOException {
        selector.select(TICK_MS);
        selector.selectedKeys().forEach(LoadGenerator::ready);
        selector.selectedKeys().clear();
        var now = System.nanoTime();
        var underWay = plugs.stream().filter(PlugLine::isConnecting).count();
        plugs.stream()
                .filter(plug -> plug.wantsToConnect(now))
                .limit(Math.max(0, CONNECTING_AT_A_TIME - underWay))
                .forEach(plug -> plug.connect(selector, order.broker()));
        if (now - toldAt >= 1_000_000_000L) {
            toldAt = now;
            told.println(tally);
        }
    }

    private static void ready(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof PlugLine plug) {
            plug.ready();
        }
    }
}
