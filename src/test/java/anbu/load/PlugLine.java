package anbu.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * One plug: numbers its messages from 1, sends those that were not acknowledged again after a reconnect, and never one that was. So what
 * it has been acknowledged is known by two numbers once nothing is under way.
 */
final class PlugLine {
    private static final long RECONNECT_AFTER_NANOS = 250_000_000L;

    final String name;
    private final byte[] clientId;
    private final byte[] topic;
    private final int window;
    private final int mask;
    private final long[] sentAtMs;
    private final boolean[] acknowledged;
    private final ByteBuffer out;
    private final ByteBuffer in = ByteBuffer.allocate(4096);
    private final Tally tally;
    private final int swing;
    private SocketChannel channel;
    private SelectionKey key;
    private boolean open;
    private long reconnectAt;
    private long oldest = 1;
    private long next = 1;
    private long lastMs;

    @SuppressWarnings("NullAway.Init") // there is a channel from the first connect on
    PlugLine(String name, String topic, int window, Tally tally) {
        this.name = name;
        this.clientId = Packets.ascii(name);
        this.topic = Packets.ascii(topic);
        this.window = window;
        this.mask = Integer.highestOneBit(Math.max(1, window - 1)) * 2 - 1;
        this.sentAtMs = new long[mask + 1];
        this.acknowledged = new boolean[mask + 1];
        this.out = ByteBuffer.allocate((window + 2) * (Packets.LONGEST + 2));
        this.tally = tally;
        this.swing = Math.floorMod(name.hashCode(), 997);
    }

    boolean isOpen() {
        return open;
    }

    boolean isConnecting() {
        return channel != null && !open;
    }

    long acknowledgedUpTo() {
        return oldest - 1;
    }

    long sentUpTo() {
        return next - 1;
    }

    boolean hasRoom() {
        return open && next - oldest < window;
    }

    boolean wantsToConnect(long nanos) {
        return channel == null && nanos - reconnectAt >= 0;
    }

    void connect(Selector selector, InetSocketAddress broker) {
        try {
            channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            key = channel.register(selector, SelectionKey.OP_CONNECT, this);
            in.clear();
            out.clear();
            if (channel.connect(broker)) {
                greet();
            }
        } catch (IOException e) {
            lose();
        }
    }

    /** The next message: what a plug on a television measures, with a step of a person now and then. */
    void send(long nowMs) {
        lastMs = Math.max(nowMs, lastMs + 1);
        int place = (int) (next & mask);
        sentAtMs[place] = lastMs;
        acknowledged[place] = false;
        write(next++);
        tally.sent++;
    }

    private void write(long seq) {
        long watts = (seq + swing) / 500 % 2 == 0 ? 12 : 870;
        Packets.publish(out, topic, packetId(seq), sentAtMs[(int) (seq & mask)], watts + seq % 7, seq);
    }

    private static int packetId(long seq) {
        return (int) (seq % 65_535) + 1;
    }

    /** Hands over what is written, as far as the connection takes it. */
    void flush() {
        if (channel == null || out.position() == 0) {
            return;
        }
        try {
            out.flip();
            channel.write(out);
            out.compact();
            key.interestOps(out.position() == 0 ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        } catch (IOException e) {
            lose();
        }
    }

    void ready() {
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                greet();
            } else {
                if (key.isWritable()) {
                    flush();
                }
                if (channel != null && key.isReadable()) {
                    read();
                }
            }
        } catch (IOException e) {
            lose();
        }
    }

    private void greet() {
        key.interestOps(SelectionKey.OP_READ);
        Packets.connect(out, clientId);
        flush();
    }

    private void read() throws IOException {
        if (channel.read(in) < 0) {
            lose();
            return;
        }
        in.flip();
        while (in.remaining() >= 2 && in.remaining() >= 2 + in.get(in.position() + 1)) {
            int end = in.position() + 2 + in.get(in.position() + 1);
            understand(in.position());
            in.position(end);
        }
        in.compact();
    }

    private void understand(int at) {
        switch (in.get(at) >> 4 & 0xF) {
            case 2 -> connected(in.get(at + 3));
            case 4 -> acknowledged(in.getShort(at + 2) & 0xFFFF, in.get(at + 1) > 2 ? in.get(at + 4) & 0xFF : 0);
            default -> {}
        }
    }

    private void connected(byte reason) {
        if (reason != 0) {
            throw new IllegalStateException("The broker refuses %s, reason %d.".formatted(name, reason & 0xFF));
        }
        open = true;
        for (long seq = oldest; seq < next; seq++) {
            if (!acknowledged[(int) (seq & mask)]) {
                write(seq);
                tally.sentAgain++;
            }
        }
        flush();
    }

    private void acknowledged(int packetId, int reason) {
        if (reason >= 0x80) {
            throw new IllegalStateException("The broker refuses a message of %s, reason %d.".formatted(name, reason));
        }
        tally.withoutSubscriber += reason == 0 ? 0 : 1;
        for (long seq = oldest; seq < next; seq++) {
            if (packetId(seq) == packetId) {
                acknowledged[(int) (seq & mask)] = true;
                break;
            }
        }
        while (oldest < next && acknowledged[(int) (oldest & mask)]) {
            oldest++;
            tally.acknowledged++;
        }
    }

    private void lose() {
        leave();
        tally.lostConnections++;
        reconnectAt = System.nanoTime() + RECONNECT_AFTER_NANOS;
    }

    @SuppressWarnings("NullAway") // no channel means not connected
    void leave() {
        open = false;
        try (var closing = channel) {
            channel = null;
        } catch (IOException e) {
            tally.lostConnections++;
        }
    }
}
