package anbu.households;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Korean and English words that files use for our terms. */
final class Words {
    static final Map<String, RiskGroup> RISK_GROUPS = words(
            RiskGroup.values(),
            Map.of(
                    RiskGroup.HIGH, List.of("고위험", "고위험군"),
                    RiskGroup.MEDIUM, List.of("중위험", "중위험군"),
                    RiskGroup.GENERAL, List.of("일반", "일반군", "저위험", "저위험군")));

    static final Map<String, Contact.Kind> KINDS = words(
            Contact.Kind.values(),
            Map.of(
                    Contact.Kind.FAMILY, List.of("가족", "자녀", "배우자", "형제", "친척"),
                    Contact.Kind.NEIGHBOR, List.of("이웃"),
                    Contact.Kind.LANDLORD, List.of("집주인", "임대인", "건물주"),
                    Contact.Kind.GUARD, List.of("경비", "경비실", "경비원", "관리실", "관리사무소"),
                    Contact.Kind.NEIGHBORHOOD_CARER, List.of("생활지원사", "우리동네돌봄단", "돌봄단", "통장"),
                    Contact.Kind.OTHER, List.of("기타")));

    static final Map<String, Appliance> APPLIANCES = words(
            Appliance.values(),
            Map.ofEntries(
                    Map.entry(Appliance.TELEVISION, List.of("TV", "텔레비전", "티비")),
                    Map.entry(Appliance.RICE_COOKER, List.of("전기밥솥", "밥솥")),
                    Map.entry(Appliance.LAMP, List.of("전등", "조명", "스탠드")),
                    Map.entry(Appliance.MICROWAVE, List.of("전자레인지")),
                    Map.entry(Appliance.KETTLE, List.of("전기포트", "전기주전자", "주전자")),
                    Map.entry(Appliance.COMPUTER, List.of("컴퓨터", "PC", "노트북")),
                    Map.entry(Appliance.FAN, List.of("선풍기")),
                    Map.entry(Appliance.WASHING_MACHINE, List.of("세탁기")),
                    Map.entry(Appliance.DISHWASHER, List.of("식기세척기")),
                    Map.entry(Appliance.REFRIGERATOR, List.of("냉장고", "fridge")),
                    Map.entry(Appliance.KIMCHI_REFRIGERATOR, List.of("김치냉장고")),
                    Map.entry(Appliance.ROUTER, List.of("공유기", "인터넷공유기")),
                    Map.entry(Appliance.HEATING_BLANKET, List.of("전기장판", "전기매트", "전기요")),
                    Map.entry(Appliance.WHOLE_HOUSE, List.of("전체", "가구전체", "스마트미터")),
                    Map.entry(Appliance.LIGHT_SENSOR, List.of("조도센서", "조도")),
                    Map.entry(Appliance.OTHER, List.of("기타"))));

    static final Map<String, String> SEXES =
            Map.of("f", "F", "female", "F", "여", "F", "여성", "F", "여자", "F", "m", "M", "male", "M", "남", "M", "남성", "M");

    static final Map<String, Boolean> ANSWERS = Map.ofEntries(
            Map.entry("true", true),
            Map.entry("yes", true),
            Map.entry("y", true),
            Map.entry("1", true),
            Map.entry("o", true),
            Map.entry("예", true),
            Map.entry("있음", true),
            Map.entry("유", true),
            Map.entry("false", false),
            Map.entry("no", false),
            Map.entry("n", false),
            Map.entry("0", false),
            Map.entry("x", false),
            Map.entry("아니오", false),
            Map.entry("없음", false),
            Map.entry("무", false));

    private Words() {}

    static <T> @Nullable T find(Map<String, T> words, String text) {
        return words.get(plain(text));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace(" ", "").replace("_", "");
    }

    private static <T extends Enum<T>> Map<String, T> words(T[] terms, Map<T, List<String>> korean) {
        var words = new HashMap<String, T>();
        for (var term : terms) {
            words.put(plain(term.name()), term);
            for (var word : korean.getOrDefault(term, List.of())) {
                words.put(plain(word), term);
            }
        }
        return Map.copyOf(words);
    }
}
