package anbu.households;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A home as machines read it: never with clear personal data; address and visit note are left out. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record HouseholdView(
        String id,
        String district,
        String dong,
        RiskGroup riskGroup,
        @Nullable String name,
        @Nullable String phone,
        @Nullable Integer birthYear,
        @Nullable String sex,
        Instant watchedSince,
        int version) {
    /** One page; {@code next} is what to give as {@code after} for the following one, missing at the end. */
    record Page(List<HouseholdView> households, @Nullable String next) {}

    static HouseholdView of(Household home, Shown shown) {
        var person = shown == Shown.MASKED;
        return new HouseholdView(
                home.id(),
                home.district(),
                home.dong(),
                home.riskGroup(),
                person ? Masking.name(home.name()) : null,
                person ? Masking.phone(home.phone()) : null,
                person ? home.birthYear() : null,
                person ? home.sex() : null,
                home.watchedSince(),
                home.version());
    }
}
