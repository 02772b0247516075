package anbu.households;

import anbu.platform.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A watched home and the person in it, in clear text; mask before showing ({@link Masking}). */
public record Household(
        String id,
        String district,
        String dong,
        RiskGroup riskGroup,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address,
        @Nullable Integer birthYear,
        @Nullable String sex,
        @Nullable String visitNote,
        Instant watchedSince,
        int version) {
    /** What an id may look like: it is part of addresses and file names. */
    public static final String ID_PATTERN = "[A-Za-z0-9._-]{1,40}";

    private static final Pattern ID = Pattern.compile(ID_PATTERN);

    public Household {
        if (!validId(id)) {
            throw new Refused(
                    "The household id \"%s\" is not usable. It may hold 1 to 40 letters, digits, dots, underscores and hyphens."
                            .formatted(id));
        }
    }

    /** The names, never the values, of what differs. */
    List<String> changesFrom(Household before) {
        var changed = new ArrayList<String>();
        note(changed, "district", before.district, district);
        note(changed, "dong", before.dong, dong);
        note(changed, "risk_group", before.riskGroup, riskGroup);
        note(changed, "name", before.name, name);
        note(changed, "phone", before.phone, phone);
        note(changed, "address", before.address, address);
        note(changed, "birth_year", before.birthYear, birthYear);
        note(changed, "sex", before.sex, sex);
        note(changed, "visit_note", before.visitNote, visitNote);
        return changed;
    }

    private static void note(List<String> changed, String field, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            changed.add(field);
        }
    }

    static boolean validId(String id) {
        return ID.matcher(id).matches();
    }
}
