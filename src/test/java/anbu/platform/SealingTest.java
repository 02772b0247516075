package anbu.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final Sealing sealing = new Sealing(KEY);

    @Test
    void whatWasSealedOpensAgainAndNeverLooksTheSameTwice() {
        var first = sealing.sealed("household.name", "홍길동");
        var second = sealing.sealed("household.name", "홍길동");

        assertThat(sealing.opened("household.name", first)).isEqualTo("홍길동");
        assertThat(second).isNotEqualTo(first);
        assertThat(Base64.getDecoder().decode(first)).hasSize(1 + 12 + 9 + 16);
    }

    @Test
    void anEmptyTextIsSealedTooAndNothingStaysNothing() {
        assertThat(sealing.opened("a.b", sealing.sealed("a.b", ""))).isEmpty();
        assertThat(sealing.seal("a.b", null)).isNull();
        assertThat(sealing.open("a.b", null)).isNull();
    }

    @Test
    void aValueMovedToAnotherColumnOrChangedDoesNotOpen() {
        var sealed = sealing.sealed("household.name", "홍길동");
        var bytes = Base64.getDecoder().decode(sealed);
        bytes[20] ^= 1;
        var changed = Base64.getEncoder().encodeToString(bytes);

        assertThatThrownBy(() -> sealing.opened("household.phone", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealing.opened("household.name", changed)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "c2hvcnQ=", "no base64!"})
    void withoutAProperKeyTheStartIsRefusedWithTheRemedy(String key) {
        assertThatThrownBy(() -> new Sealing(key))
                .isInstanceOfSatisfying(
                        Misconfigured.class, e -> assertThat(e.remedy()).contains("openssl rand -base64 32"))
                .hasMessageContaining("anbu.encryption-key");
    }
}
