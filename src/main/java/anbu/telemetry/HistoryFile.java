package anbu.telemetry;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a file, as it is or packed by gzip, one at a time however large it is. */
final class HistoryFile implements Closeable {
    /** What is longer is no line of readings; it is cut here. */
    static final int LONGEST_LINE = 16_384;

    private static final int BUFFER = 1 << 16;

    private final Counted packed;
    private final InputStream bytes;
    private long lineNo;

    private HistoryFile(Counted packed, InputStream bytes) {
        this.packed = packed;
        this.bytes = bytes;
    }

    static HistoryFile open(Path file) throws IOException {
        var counted = new Counted(Files.newInputStream(file));
        try {
            var buffered = new BufferedInputStream(counted, BUFFER);
            return new HistoryFile(counted, new BufferedInputStream(unpacked(buffered), BUFFER));
        } catch (IOException e) {
            counted.close();
            throw e;
        }
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        var isPacked = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return isPacked ? new GZIPInputStream(in, BUFFER) : in;
    }

    /** Without its end; null after the last. Empty lines are left out. */
    byte @Nullable [] next() throws IOException {
        var line = line();
        while (line != null && line.length == 0) {
            line = line();
        }
        return line;
    }

    private byte @Nullable [] line() throws IOException {
        var line = new ByteArrayOutputStream(128);
        int next = bytes.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = bytes.read()) {
            if (line.size() <= LONGEST_LINE) {
                line.write(next);
            }
        }
        lineNo++;
        var read = line.toByteArray();
        return read.length > 0 && read[read.length - 1] == '\r' ? java.util.Arrays.copyOf(read, read.length - 1) : read;
    }

    /** Of the line read last, from 1. */
    long lineNo() {
        return lineNo;
    }

    /** How much of the file was read, as it lies on the disk. */
    long readBytes() {
        return packed.count;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private static final class Counted extends FilterInputStream {
        long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var next = super.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            var read = super.read(buffer, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
