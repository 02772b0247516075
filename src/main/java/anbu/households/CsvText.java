package anbu.households;

import anbu.platform.InvalidInput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The text of an uploaded file: UTF-8, or what Korean Excel writes (CP949). Never guessed: a file that is neither is refused. */
record CsvText(String text, char delimiter, int linesBefore) {
    private static final Charset CP949 = Charset.forName("MS949");
    private static final String SEPARATOR_LINE = "sep=";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static CsvText of(byte[] file) {
        var text = decoded(file);
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            throw refused("The file is empty. Its first line must name the columns, and each further line one item.");
        }
        if (text.indexOf('\0') >= 0) {
            throw refused("The file is not a CSV file. Save it as CSV (UTF-8) and send it again.");
        }
        var header = text.lines().findFirst().orElse("");
        if (header.toLowerCase(Locale.ROOT).startsWith(SEPARATOR_LINE) && header.length() > SEPARATOR_LINE.length()) {
            var rest = text.substring(header.length()).replaceFirst("^\\R", "");
            return new CsvText(rest, header.charAt(SEPARATOR_LINE.length()), 1);
        }
        return new CsvText(text, delimiter(header), 0);
    }

    private static String decoded(byte[] file) {
        try {
            return strictly(StandardCharsets.UTF_8, file);
        } catch (CharacterCodingException notUtf8) {
            return cp949(file);
        }
    }

    private static String cp949(byte[] file) {
        try {
            return strictly(CP949, file);
        } catch (CharacterCodingException e) {
            throw refused("The file is neither UTF-8 nor CP949. Save it as CSV (UTF-8) and send it again.");
        }
    }

    private static String strictly(Charset charset, byte[] file) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file))
                .toString();
    }

    /** The most frequent one of the header; names of columns hold none of them. */
    private static char delimiter(String header) {
        var best = ',';
        for (var candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String header, char sign) {
        return header.chars().filter(each -> each == sign).count();
    }

    private static InvalidInput refused(String message) {
        return new InvalidInput(message, List.of());
    }
}
