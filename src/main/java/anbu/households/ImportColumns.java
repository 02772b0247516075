package anbu.households;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The columns of both kinds of files, by every title that they may have. */
final class ImportColumns {
    /** The most contacts that a line of a file can hold. */
    static final int CONTACTS = 3;

    static final Map<String, String> HOUSEHOLDS = households();
    static final Set<String> HOUSEHOLDS_REQUIRED = Set.of("household_id", "district", "dong", "risk_group");
    static final Set<String> HOUSEHOLDS_OPEN = Set.of(
            "household_id",
            "district",
            "dong",
            "risk_group",
            "birth_year",
            "sex",
            "contact1_kind",
            "contact2_kind",
            "contact3_kind",
            "contact1_has_key",
            "contact2_has_key",
            "contact3_has_key");

    static final Map<String, String> DEVICES = titles(Map.of(
            "device_id", "기기번호",
            "household_id", "가구번호",
            "appliance", "가전",
            "room", "방",
            "installed_at", "설치일"));
    static final Set<String> DEVICES_REQUIRED = Set.of("device_id", "household_id", "appliance");

    private ImportColumns() {}

    private static Map<String, String> households() {
        var titles = new HashMap<>(titles(Map.of(
                "household_id", "가구번호",
                "district", "자치구",
                "dong", "동",
                "risk_group", "위험군",
                "name", "이름",
                "phone", "전화",
                "address", "주소",
                "birth_year", "출생연도",
                "sex", "성별",
                "visit_note", "방문메모")));
        titles.putAll(Map.of("행정동", "dong", "성명", "name", "전화번호", "phone", "출생년도", "birth_year"));
        for (var place = 1; place <= CONTACTS; place++) {
            var english = "contact%d_".formatted(place);
            var korean = "연락처%d_".formatted(place);
            titles.putAll(titles(Map.of(
                    english + "kind", korean + "관계",
                    english + "name", korean + "이름",
                    english + "phone", korean + "전화",
                    english + "has_key", korean + "열쇠")));
        }
        return Map.copyOf(titles);
    }

    private static Map<String, String> titles(Map<String, String> koreanByColumn) {
        var titles = new HashMap<String, String>();
        koreanByColumn.forEach((column, korean) -> {
            titles.put(column.toLowerCase(Locale.ROOT), column);
            titles.put(korean, column);
        });
        return titles;
    }
}
