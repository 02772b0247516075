package anbu.households;

import org.jspecify.annotations.Nullable;

/** Personal data as it may be shown without a reason. */
public final class Masking {
    private Masking() {}

    /** 홍길동 becomes 홍○동, 김수 becomes 김○, Hong Gildong becomes H○ G○. Empty stays empty. */
    public static String name(@Nullable String name) {
        throw new UnsupportedOperationException();
    }

    /** 010-1234-4821 becomes 010-••••-4821. */
    public static String phone(@Nullable String phone) {
        throw new UnsupportedOperationException();
    }
}
