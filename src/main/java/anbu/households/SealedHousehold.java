package anbu.households;

import anbu.platform.Sealing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A home as it is stored: the person's data is encrypted. */
record SealedHousehold(
        String id,
        String district,
        String dong,
        RiskGroup riskGroup,
        @Nullable String nameSealed,
        @Nullable String phoneSealed,
        @Nullable String addressSealed,
        @Nullable Integer birthYear,
        @Nullable String sex,
        @Nullable String visitNoteSealed,
        Instant watchedSince,
        int version) {
    private static final String NAME = "household.name";
    private static final String PHONE = "household.phone";
    private static final String ADDRESS = "household.address";
    private static final String VISIT_NOTE = "household.visit_note";

    static SealedHousehold of(Household home, Sealing sealing) {
        return new SealedHousehold(
                home.id(),
                home.district(),
                home.dong(),
                home.riskGroup(),
                sealing.seal(NAME, home.name()),
                sealing.seal(PHONE, home.phone()),
                sealing.seal(ADDRESS, home.address()),
                home.birthYear(),
                home.sex(),
                sealing.seal(VISIT_NOTE, home.visitNote()),
                home.watchedSince(),
                home.version());
    }

    Household open(Sealing sealing) {
        return new Household(
                id,
                district,
                dong,
                riskGroup,
                sealing.open(NAME, nameSealed),
                sealing.open(PHONE, phoneSealed),
                sealing.open(ADDRESS, addressSealed),
                birthYear,
                sex,
                sealing.open(VISIT_NOTE, visitNoteSealed),
                watchedSince,
                version);
    }
}
