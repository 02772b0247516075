package anbu.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The few MQTT 5 packets that a plug needs. */
final class Packets {
    /** No packet of a plug is longer. */
    static final int LONGEST = 127;

    private static final byte CONNECT = 0x10;
    private static final byte PUBLISH_AT_LEAST_ONCE = 0x32;
    private static final byte[] PING = {(byte) 0xC0, 0};
    private static final byte[] DISCONNECT = {(byte) 0xE0, 0};
    private static final byte[] T = ascii("{\"t\":");
    private static final byte[] POWER = ascii(",\"power_w\":");
    private static final byte[] SEQ = ascii(",\"seq\":");

    private Packets() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A new session that ends with its connection, without keep-alive. */
    static void connect(ByteBuffer out, byte[] clientId) {
        out.put(CONNECT).put((byte) (13 + clientId.length));
        out.putShort((short) 4).put(ascii("MQTT")).put((byte) 5);
        out.put((byte) 2).putShort((short) 0).put((byte) 0);
        out.putShort((short) clientId.length).put(clientId);
    }

    /** Power is in tenths of a watt. */
    static void publish(ByteBuffer out, byte[] topic, int packetId, long epochMs, long deciwatts, long seq) {
        out.put(PUBLISH_AT_LEAST_ONCE);
        int length = out.position();
        out.put((byte) 0);
        out.putShort((short) topic.length).put(topic).putShort((short) packetId).put((byte) 0);
        out.put(T);
        decimal(out, epochMs);
        out.put(POWER);
        decimal(out, deciwatts / 10);
        out.put((byte) '.').put((byte) ('0' + deciwatts % 10));
        out.put(SEQ);
        decimal(out, seq);
        out.put((byte) '}');
        int size = out.position() - length - 1;
        if (size > LONGEST) {
            throw new IllegalStateException("A packet of %d bytes; shorten the plugs' names.".formatted(size));
        }
        out.put(length, (byte) size);
    }

    static void ping(ByteBuffer out) {
        out.put(PING);
    }

    static void disconnect(ByteBuffer out) {
        out.put(DISCONNECT);
    }

    private static void decimal(ByteBuffer out, long number) {
        long power = 1;
        while (number / power >= 10) {
            power *= 10;
        }
        for (; power > 0; power /= 10) {
            out.put((byte) ('0' + number / power % 10));
        }
    }
}
