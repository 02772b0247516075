package anbu.trial;

import anbu.households.Appliance;
import anbu.households.Contact;
import anbu.households.Household;
import anbu.households.RiskGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Invented residents of an invented district. Every name comes out of a hat, and no telephone number can be dialed. */
final class People {
    static final String DISTRICT = "한결구";
    static final List<String> DONGS = List.of("누리동", "솔빛동", "가람동", "은하동");

    private static final String[] FAMILY_NAMES = {"김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서"};
    private static final String[] GIVEN_NAMES = {
        "가온", "나루", "다솜", "라온", "마루", "바다", "새봄", "아라", "이든", "정담", "찬솔", "하람", "한별", "해솔", "새길", "큰솔"
    };
    private static final Contact.Kind[] OTHERS = {
        Contact.Kind.LANDLORD, Contact.Kind.GUARD, Contact.Kind.NEIGHBORHOOD_CARER
    };
    private static final List<List<Appliance>> FURNISHINGS = List.of(
            List.of(Appliance.TELEVISION, Appliance.LAMP, Appliance.REFRIGERATOR),
            List.of(Appliance.TELEVISION, Appliance.RICE_COOKER),
            List.of(Appliance.TELEVISION, Appliance.MICROWAVE, Appliance.REFRIGERATOR),
            List.of(Appliance.KETTLE, Appliance.LAMP),
            List.of(Appliance.TELEVISION),
            List.of(Appliance.RICE_COOKER, Appliance.LAMP, Appliance.REFRIGERATOR),
            List.of(Appliance.TELEVISION, Appliance.LAMP),
            List.of(Appliance.LAMP, Appliance.REFRIGERATOR));

    private People() {}

    /** The home without a script: an ordinary life, a phone that is answered. */
    static Home home(int no, Noise noise, Instant watchedSince) {
        var own = noise.of(no);
        var group = group(no);
        var household = new Household(
                String.format(Locale.ROOT, "home-%03d", no),
                DISTRICT,
                DONGS.get(no % DONGS.size()),
                group,
                name(own, 1),
                phone(no),
                "한결로 %d길 %d, %d호".formatted(1 + no % 17, 1 + no % 43, 101 + no % 5 + 100 * (no % 4)),
                (int) own.between(3, 1932, 1980),
                own.happens(4, 0.6) ? "M" : "F",
                null,
                watchedSince,
                1);
        return new Home(no, household, contacts(no, own), plugs(no, own, group), List.of(), Phone.ANSWERS, null, null);
    }

    private static RiskGroup group(int no) {
        if (no % 4 == 0) {
            return RiskGroup.HIGH;
        }
        return List.of(1, 2, 3, 5, 6, 7, 9).contains(no % 20) ? RiskGroup.MEDIUM : RiskGroup.GENERAL;
    }

    private static List<Contact> contacts(int no, Noise own) {
        var home = String.format(Locale.ROOT, "home-%03d", no);
        var other = OTHERS[no % OTHERS.length];
        return List.of(
                new Contact(home, 1, Contact.Kind.FAMILY, name(own, 11), phone(1000 + 3 * no), false),
                new Contact(home, 2, Contact.Kind.NEIGHBOR, name(own, 21), phone(1001 + 3 * no), false),
                new Contact(home, 3, other, name(own, 31), phone(1002 + 3 * no), other == Contact.Kind.LANDLORD));
    }

    private static List<Plug> plugs(int no, Noise own, RiskGroup group) {
        // the last furnishing tells too little about a person of the high group
        var choices = group == RiskGroup.HIGH ? FURNISHINGS.size() - 1 : FURNISHINGS.size();
        var plugs = new ArrayList<Plug>();
        for (var appliance : FURNISHINGS.get((int) own.between(5, 0, choices))) {
            var name = appliance.name().toLowerCase(Locale.ROOT).replace('_', '-');
            var id = String.format(Locale.ROOT, "plug-%03d-%s", no, name);
            plugs.add(new Plug(plugs.size() + 1, id, appliance, room(appliance)));
        }
        return plugs;
    }

    private static String room(Appliance appliance) {
        return switch (appliance) {
            case TELEVISION -> "거실";
            case LAMP -> "방";
            default -> "부엌";
        };
    }

    private static String name(Noise own, int key) {
        return FAMILY_NAMES[(int) own.between(key, 0, FAMILY_NAMES.length)]
                + GIVEN_NAMES[(int) own.between(key + 1, 0, GIVEN_NAMES.length)];
    }

    private static String phone(int no) {
        return String.format(Locale.ROOT, "010-0000-%04d", no);
    }

    /** The hours of the DANGER limit, around which past emergencies and outings are told. */
    static Duration dangerLimit(RiskGroup group) {
        return Duration.ofHours(
                switch (group) {
                    case HIGH -> 24;
                    case MEDIUM -> 36;
                    case GENERAL -> 50;
                });
    }
}
