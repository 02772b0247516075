package anbu.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts personal data before it is stored: AES-256-GCM with a fresh random IV. A sealed value is the base64 of a version byte, the IV and
 * the ciphertext; it is bound to its column, so that a value copied to another column does not open.
 */
@Component
public class Sealing {
    private static final byte VERSION = 1;
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param encryptionKey base64 of 32 random bytes; setting {@code anbu.encryption-key} */
    public Sealing(@Value("${anbu.encryption-key:}") String encryptionKey) {
        this.key = new SecretKeySpec(decoded(encryptionKey), "AES");
    }

    /** Empty values stay empty: null in, null out. */
    public @Nullable String seal(String column, @Nullable String clear) {
        return clear == null ? null : sealed(column, clear);
    }

    /** The counterpart of {@link #seal}: null in, null out. */
    public @Nullable String open(String column, @Nullable String sealed) {
        return sealed == null ? null : opened(column, sealed);
    }

    /**
     * The sealed form of a value.
     *
     * @param column table and column in which it is kept, such as {@code household.name}
     */
    public String sealed(String column, String clear) {
        var iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            var text = cipher(Cipher.ENCRYPT_MODE, column, iv).doFinal(clear.getBytes(StandardCharsets.UTF_8));
            var all = ByteBuffer.allocate(1 + IV_BYTES + text.length)
                    .put(VERSION)
                    .put(iv)
                    .put(text);
            return Base64.getEncoder().encodeToString(all.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value of %s could not be encrypted.".formatted(column), e);
        }
    }

    /** The clear form of a value that {@link #sealed} made for the same column with the same key. */
    public String opened(String column, String sealed) {
        try {
            var all = Base64.getDecoder().decode(sealed);
            if (all.length <= 1 + IV_BYTES || all[0] != VERSION) {
                throw unreadable(column, null);
            }
            var iv = new byte[IV_BYTES];
            System.arraycopy(all, 1, iv, 0, IV_BYTES);
            var start = 1 + IV_BYTES;
            var clear = cipher(Cipher.DECRYPT_MODE, column, iv).doFinal(all, start, all.length - start);
            return new String(clear, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unreadable(column, e);
        }
    }

    private Cipher cipher(int mode, String column, byte[] iv) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(column.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static IllegalStateException unreadable(String column, @Nullable Exception cause) {
        return new IllegalStateException(
                ("A value of %s cannot be decrypted. Maybe anbu.encryption-key is not the key with which it was stored.")
                        .formatted(column),
                cause);
    }

    private static byte[] decoded(String encryptionKey) {
        if (encryptionKey.isBlank()) {
            throw misconfigured(
                    "The setting anbu.encryption-key is missing; personal data cannot be stored without it.");
        }
        try {
            var bytes = Base64.getDecoder().decode(encryptionKey.strip());
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
            throw misconfigured(
                    "The setting anbu.encryption-key holds %d bytes, but must hold the base64 of exactly %d bytes."
                            .formatted(bytes.length, KEY_BYTES));
        } catch (IllegalArgumentException e) {
            throw misconfigured("The setting anbu.encryption-key is not valid base64.");
        }
    }

    private static Misconfigured misconfigured(String problem) {
        return new Misconfigured(
                problem,
                "Make a key with: openssl rand -base64 32. Give it as ANBU_ENCRYPTION_KEY, the same on every node, and keep a copy: "
                        + "what was stored with a lost key cannot be read again.");
    }
}
