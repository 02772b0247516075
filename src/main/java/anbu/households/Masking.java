package anbu.households;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Personal data as it may be shown without a reason. */
public final class Masking {
    private static final String HIDDEN_LETTER = "○";
    private static final int SHOWN_DIGITS = 4;
    private static final int SHORTEST_PARTLY_SHOWN = 8;

    private Masking() {}

    /** 홍길동 becomes 홍○동, 김수 becomes 김○, Hong Gildong becomes H○ G○. Empty stays empty. */
    public static String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return "";
        }
        return Arrays.stream(name.strip().split("\\s+")).map(Masking::word).collect(Collectors.joining(" "));
    }

    private static String word(String word) {
        var letters = word.codePoints().toArray();
        if (letters.length == 1) {
            return HIDDEN_LETTER;
        }
        var first = Character.toString(letters[0]);
        var ideographic = Arrays.stream(letters).allMatch(Masking::syllable);
        if (!ideographic || letters.length == 2) {
            return first + HIDDEN_LETTER;
        }
        return first + HIDDEN_LETTER.repeat(letters.length - 2) + Character.toString(letters[letters.length - 1]);
    }

    private static boolean syllable(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HANGUL || Character.isIdeographic(letter);
    }

    /** 010-1234-4821 becomes 010-••••-4821. A number shorter than 8 digits is hidden whole. Empty stays empty. */
    public static String phone(@Nullable String phone) {
        if (phone == null || phone.isBlank()) {
            return "";
        }
        var number = phone.strip();
        var digits = (int) number.chars().filter(Character::isLetterOrDigit).count();
        var front = digits < SHORTEST_PARTLY_SHOWN ? 0 : shownInFront(number);
        var back = digits < SHORTEST_PARTLY_SHOWN ? digits : digits - SHOWN_DIGITS;
        var masked = new StringBuilder();
        var place = 0;
        for (var sign : number.toCharArray()) {
            if (!Character.isLetterOrDigit(sign)) {
                masked.append(sign);
                continue;
            }
            masked.append(place < front || place >= back ? sign : '•');
            place++;
        }
        return masked.toString();
    }

    /** The area or network code: 02 for Seoul, otherwise three digits. */
    private static int shownInFront(String number) {
        return number.startsWith("02") || number.startsWith("+") ? 2 : 3;
    }
}
