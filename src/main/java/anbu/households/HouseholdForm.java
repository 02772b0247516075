package anbu.households;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A home as it is sent by machines and read from files. The bounds fit the sealed columns of the table. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record HouseholdForm(
        @NotNull(groups = Creation.class, message = "Give the home an id, such as M-0417.") @Pattern(
                regexp = Household.ID_PATTERN,
                message = "An id holds 1 to 40 letters, digits, dots, underscores and hyphens.")
        String id,

        @NotBlank(message = "Name the district (gu).")
        @Size(max = 40, message = "A district has at most 40 characters.") String district,

        @NotBlank(message = "Name the dong.") @Size(max = 40, message = "A dong has at most 40 characters.") String dong,

        @NotNull(message = "Give the risk group: HIGH, MEDIUM or GENERAL.") RiskGroup riskGroup,

        @Nullable @Size(max = 80, message = "A name has at most 80 characters.") String name,

        @Nullable @Pattern(regexp = ContactForm.PHONE, message = ContactForm.PHONE_MESSAGE) String phone,

        @Nullable @Size(max = 200, message = "An address has at most 200 characters.") String address,

        @Nullable @Min(value = 1890, message = "A birth year has four digits and is not before 1890.") @Max(value = 2100, message = "A birth year has four digits and is not after 2100.") Integer birthYear,

        @Nullable @Pattern(regexp = "[FM]", message = "The sex is F, M or left out.") String sex,

        @Nullable @Size(max = 400, message = "A visit note has at most 400 characters.") String visitNote,

        @NotNull(groups = Change.class, message = "Give the version that you read, so that nobody's change is lost.") Integer version) {
    interface Creation {}

    interface Change {}

    Household created(Instant now) {
        return home(id, now, 1);
    }

    Household changed(Household before) {
        return home(before.id(), before.watchedSince(), version);
    }

    private Household home(String homeId, Instant watchedSince, int read) {
        return new Household(
                homeId, district, dong, riskGroup, name, phone, address, birthYear, sex, visitNote, watchedSince, read);
    }
}
