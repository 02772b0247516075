package anbu.households;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
    @ParameterizedTest
    @CsvSource({
        "홍길동, 홍○동",
        "김수, 김○",
        "김, ○",
        "남궁민수, 남○○수",
        "남궁 민수, 남○ 민○",
        "Hong Gildong, H○ G○",
        "K Lee, ○ L○",
        "'  홍길동 ', 홍○동",
        "'', ''",
        "'  ', ''",
        ", ''"
    })
    void aNameKeepsOnlyItsEdges(String name, String shown) {
        assertThat(Masking.name(name)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "010-1234-4821, 010-••••-4821",
        "01012344821, 010••••4821",
        "02-123-4567, 02-•••-4567",
        "031 123 4567, 031 ••• 4567",
        "+82 10-1234-4821, +82 ••-••••-4821",
        "112, •••",
        "경비실 12, ••• ••",
        "'', ''",
        ", ''"
    })
    void aPhoneKeepsItsNetworkAndItsEnd(String phone, String shown) {
        assertThat(Masking.phone(phone)).isEqualTo(shown);
    }
}
