package anbu.casework;

import anbu.households.Household;
import anbu.households.Masking;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The person of a case as a page may show them: masked. */
record Resident(
        String householdId,
        String name,
        @Nullable String phone,
        @Nullable Integer age,
        @Nullable String sex,
        String group,
        String dong) {
    /** The group is the one that counted when the concern was raised. */
    static Resident of(CaseFile file, @Nullable Household home, Instant now) {
        if (home == null) {
            return new Resident(file.householdId(), file.householdId(), null, null, null, file.riskGroup(), "-");
        }
        var age = home.birthYear() == null ? null : now.atZone(ZoneOffset.UTC).getYear() - home.birthYear();
        return new Resident(
                home.id(),
                home.name() == null ? home.id() : Masking.name(home.name()),
                home.phone() == null ? null : Masking.phone(home.phone()),
                age,
                home.sex(),
                file.riskGroup(),
                home.dong());
    }
}
