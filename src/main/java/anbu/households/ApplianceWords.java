package anbu.households;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Free words for appliances, as measuring campaigns and installers write them. */
final class ApplianceWords {
    /** In order: what runs by itself comes first, so that a plug of "TV and fridge" never shows a person by mistake. */
    private static final Map<Appliance, List<String>> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put(Appliance.KIMCHI_REFRIGERATOR, List.of("kimchi", "김치냉장고"));
        PARTS.put(Appliance.REFRIGERATOR, List.of("fridge", "refrigerator", "freezer", "냉장고", "냉동고"));
        PARTS.put(Appliance.ROUTER, List.of("router", "modem", "network", "공유기", "모뎀"));
        PARTS.put(Appliance.WHOLE_HOUSE, List.of("mains", "aggregate", "house", "smart meter", "가구전체", "스마트미터"));
        PARTS.put(Appliance.DISHWASHER, List.of("dishwasher", "dish washer", "식기세척기"));
        PARTS.put(Appliance.WASHING_MACHINE, List.of("washing", "washer", "dryer", "drier", "세탁기", "건조기"));
        PARTS.put(Appliance.HEATING_BLANKET, List.of("blanket", "장판", "전기매트", "전기요"));
        PARTS.put(Appliance.RICE_COOKER, List.of("rice", "밥솥"));
        PARTS.put(Appliance.MICROWAVE, List.of("microwave", "전자레인지"));
        PARTS.put(Appliance.KETTLE, List.of("kettle", "전기포트", "주전자"));
        PARTS.put(Appliance.LIGHT_SENSOR, List.of("light sensor", "illuminance", "lux", "조도"));
        // Entertainment is used like a television, screens and consoles like a computer.
        PARTS.put(
                Appliance.TELEVISION,
                List.of(
                        "tv",
                        "television",
                        "projector",
                        "hifi",
                        "hi fi",
                        "stereo",
                        "amplifier",
                        "audio",
                        "텔레비전",
                        "티비"));
        PARTS.put(
                Appliance.COMPUTER,
                List.of("computer", "laptop", "pc", "desktop", "notebook", "monitor", "console", "컴퓨터", "노트북", "모니터"));
        PARTS.put(Appliance.LAMP, List.of("lamp", "light", "lights", "lighting", "전등", "조명", "스탠드"));
        PARTS.put(Appliance.FAN, List.of("fan", "선풍기"));
    }

    private ApplianceWords() {}

    static Appliance find(String words) {
        var exact = Words.find(Words.APPLIANCES, words);
        if (exact != null) {
            return exact;
        }
        var plain = words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        for (var entry : PARTS.entrySet()) {
            if (entry.getValue().stream().anyMatch(part -> holds(plain, part))) {
                return entry.getKey();
            }
        }
        return Appliance.OTHER;
    }

    /** Short words only as whole ones: a "fan" is no "fantasy". */
    private static boolean holds(String plain, String part) {
        return part.length() > 4 || !part.chars().allMatch(c -> c < 128)
                ? plain.contains(part)
                : (" " + plain + " ").contains(" " + part + " ");
    }
}
