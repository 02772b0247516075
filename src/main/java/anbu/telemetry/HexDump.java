package anbu.telemetry;

import java.util.Arrays;
import java.util.HexFormat;

/** Bytes to be looked at: place, sixteen of them, and what of that is plain text. */
final class HexDump {
    static final int MOST = 4096;
    private static final int WIDTH = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private HexDump() {}

    /** The first {@link #MOST} of them. */
    static String of(byte[] bytes) {
        var dump = new StringBuilder();
        for (int at = 0; at < Math.min(MOST, bytes.length); at += WIDTH) {
            var some = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + WIDTH));
            dump.append("%04x  %-47s  ".formatted(at, HEX.formatHex(some)));
            for (var each : some) {
                dump.append(each >= ' ' && each < 0x7f ? (char) each : '.');
            }
            dump.append('\n');
        }
        return dump.toString();
    }
}
