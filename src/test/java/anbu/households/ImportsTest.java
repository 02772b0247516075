package anbu.households;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import anbu.platform.InvalidInput;
import anbu.platform.InvalidInput.Error;
import jakarta.validation.Validation;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

class ImportsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Charset CP949 = Charset.forName("MS949");
    private static final String KOREAN = """
            가구번호,자치구,동,위험군,이름,전화,주소,출생연도,성별,방문메모,연락처1_관계,연락처1_이름,연락처1_전화,연락처1_열쇠
            M-1,마포구,합정동,고위험,홍길동,010-1234-4821,"합정동 12, 3층",1948,남,"첫째 줄
            둘째 줄",집주인,박주인,02-555-0199,있음
            M-2,마포구,서교동,일반,,,,,여,,,,,
            """;

    private final Households households = mock();
    private final Imports imports = new Imports(
            households,
            Validation.buildDefaultValidatorFactory().getValidator(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            ZoneId.of("Asia/Seoul"));

    @Test
    void koreanTitlesAndWordsAreUnderstoodInUtf8AndInExcelsEncoding() {
        for (var file : List.of(
                KOREAN.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + KOREAN).getBytes(StandardCharsets.UTF_8),
                KOREAN.replace("\n", "\r\n").getBytes(CP949))) {
            clearInvocations(households);

            assertThat(imports.households(file)).isEqualTo(2);

            var homes = homes();
            assertThat(homes.get(0).visitNote()).startsWith("첫째 줄").endsWith("둘째 줄");
            assertThat(homes.get(0))
                    .extracting(
                            Household::id, Household::riskGroup, Household::name, Household::address, Household::sex)
                    .containsExactly("M-1", RiskGroup.HIGH, "홍길동", "합정동 12, 3층", "M");
            assertThat(homes.get(1))
                    .isEqualTo(new Household(
                            "M-2", "마포구", "서교동", RiskGroup.GENERAL, null, null, null, null, "F", null, NOW, 1));
            verify(households)
                    .register(
                            any(),
                            eq(List.of(new Contact("M-1", 1, Contact.Kind.LANDLORD, "박주인", "02-555-0199", true))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theDelimiterIsFoundInTheHeader(String delimiter) {
        var file = "household_id,district,dong,risk_group\nM-1,Mapo,Hapjeong,HIGH\n".replace(",", delimiter);

        assertThat(imports.households(bytes(file))).isEqualTo(1);
    }

    @Test
    void excelsSeparatorLineCountsAsALineOfTheFile() {
        var errors = errors("sep=|\nhousehold_id|district|dong|risk_group\nM-1|Mapo|Hapjeong|HUGE\n");

        assertThat(errors)
                .singleElement()
                .satisfies(error -> assertThat(error.line()).isEqualTo(3))
                .extracting(Error::column, Error::value)
                .containsExactly("risk_group", "HUGE");
    }

    @Test
    void everyMistakeIsNamedByItsLineEvenAfterQuotedNewlinesAndEmptyLines() {
        var errors = errors("""
                household_id,district,dong,risk_group,birth_year,visit_note
                M-1,Mapo,Hapjeong,HIGH,1948,"one
                two"

                M/2,Mapo,,HIGH,old,x
                M-3,Mapo,Hapjeong,HIGH
                M-1,Mapo,Hapjeong,HIGH,1700,
                """);

        assertThat(errors)
                .extracting(Error::line, Error::column, Error::value)
                .containsExactlyInAnyOrder(
                        tuple(5, "household_id", "M/2"),
                        tuple(5, "dong", null),
                        tuple(5, "birth_year", "old"),
                        tuple(6, "", null),
                        tuple(7, "household_id", "M-1"),
                        tuple(7, "birth_year", "1700"));
        verify(households, never()).register(any(), any());
    }

    @Test
    void personalDataIsNeverRepeatedInAnError() {
        var refusal = refusal("""
                household_id,district,dong,risk_group,name,phone,contact1_name,contact1_phone
                M-1,Mapo,Hapjeong,HIGH,%s,call my son,박주인,please ring
                """.formatted("홍길동".repeat(40)));

        assertThat(refusal.errors())
                .extracting(Error::column)
                .containsExactlyInAnyOrder("name", "phone", "contact1_kind", "contact1_phone");
        assertThat(refusal.errors()).extracting(Error::value).containsOnlyNulls();
        assertThat(refusal.getMessage()).doesNotContain("홍길동", "son");
    }

    @Test
    void wrongMissingAndDoubledColumnsAreNamed() {
        var errors = errors("household_id,district,dong,dong,color\nM-1,Mapo,Hapjeong,Hapjeong,red\n");

        assertThat(errors).extracting(Error::column).containsExactly("dong", "color", "risk_group");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\n", "household_id,district,dong,risk_group\n", "홍길동,010-1234-4821\n", "a\0b"})
    void aFileWithoutContentOrHeaderIsRefusedWithASentence(String file) {
        var refusal = refusal(file);

        assertThat(refusal.errors()).isEmpty();
        assertThat(refusal.getMessage()).endsWith(".").doesNotContain("홍길동");
    }

    @Test
    void aFileInAnotherEncodingIsRefused() {
        var refusal = catchThrowableOfType(
                InvalidInput.class, () -> imports.households(KOREAN.getBytes(StandardCharsets.UTF_16)));

        assertThat(refusal).hasMessageContaining("neither UTF-8 nor CP949");
    }

    @Test
    void idsThatAreRegisteredAlreadyAreNamedByTheirLine() {
        when(households.riskGroups(anyCollection())).thenReturn(Map.of("M-2", RiskGroup.HIGH));

        var errors = errors("household_id,district,dong,risk_group\nM-1,Mapo,Hapjeong,HIGH\nM-2,Mapo,Hapjeong,HIGH\n");

        assertThat(errors).singleElement().extracting(Error::line, Error::value).containsExactly(3, "M-2");
    }

    @Test
    void manyErrorsAreCountedButNotAllListed() {
        var lines = IntStream.range(0, 300)
                .mapToObj("M-%d,Mapo,Hapjeong,HUGE"::formatted)
                .collect(Collectors.joining("\n"));

        var refusal = refusal("household_id,district,dong,risk_group\n" + lines);

        assertThat(refusal.errors()).hasSize(200);
        assertThat(refusal.facts()).containsEntry("total", 300);
    }

    @Test
    void devicesAreImportedWithKoreanWordsAndDaysInTheServiceZone() {
        when(households.riskGroups(anyCollection())).thenReturn(Map.of("M-1", RiskGroup.HIGH));
        when(households.install(anyList())).thenAnswer(call -> call.getArgument(0));

        var imported = imports.devices(("기기번호,가구번호,가전,방,설치일\n"
                        + "plug-1,M-1,텔레비전,거실,2026-11-01\nplug-2,M-1,김치냉장고,,2026. 11. 2.\nplug-3,M-1,RICE_COOKER,,\n")
                .getBytes(CP949));

        assertThat(imported).isEqualTo(3);
        verify(households)
                .install(List.of(
                        new Device(
                                0, "plug-1", "M-1", Appliance.TELEVISION, "거실", Instant.parse("2026-10-31T15:00:00Z")),
                        new Device(
                                0,
                                "plug-2",
                                "M-1",
                                Appliance.KIMCHI_REFRIGERATOR,
                                null,
                                Instant.parse("2026-11-01T15:00:00Z")),
                        new Device(0, "plug-3", "M-1", Appliance.RICE_COOKER, null, NOW)));
    }

    @Test
    void aDeviceNeedsAKnownHomeAKnownApplianceAndATopicName() {
        when(households.riskGroups(anyCollection())).thenReturn(Map.of("M-1", RiskGroup.HIGH));

        var refusal = catchThrowableOfType(
                InvalidInput.class,
                () -> imports.devices(bytes("device_id,household_id,appliance,installed_at\n"
                        + "plug+1,M-1,TV,\nplug-2,M-9,TV,\nplug-3,M-1,rocket,\nplug-4,M-1,TV,yesterday\n")));

        assertThat(refusal.errors())
                .extracting(error -> error.line() + " " + error.column() + " " + error.value())
                .containsExactly(
                        "2 device_id plug+1", "3 household_id M-9", "4 appliance rocket", "5 installed_at yesterday");
        verify(households, never()).install(any());
    }

    private List<Household> homes() {
        ArgumentCaptor<List<Household>> homes = ArgumentCaptor.captor();
        verify(households).register(homes.capture(), any());
        return homes.getValue();
    }

    private List<Error> errors(String file) {
        return refusal(file).errors();
    }

    private InvalidInput refusal(String file) {
        return catchThrowableOfType(InvalidInput.class, () -> imports.households(bytes(file)));
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
