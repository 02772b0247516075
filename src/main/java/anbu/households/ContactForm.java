package anbu.households;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Somebody to call, as sent by machines and read from files; the order of the list is the order of the calls. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ContactForm(
        @NotNull(message = "Say who the contact is: FAMILY, NEIGHBOR, LANDLORD, GUARD, NEIGHBORHOOD_CARER or OTHER.") Contact.Kind kind,

        @NotBlank(message = "Name the contact.") @Size(max = 80, message = "A name has at most 80 characters.") String name,

        @NotBlank(message = "Give the contact's phone number.") @Pattern(regexp = PHONE, message = PHONE_MESSAGE) String phone,

        boolean hasKey) {
    static final String PHONE = "\\+?[0-9][0-9 ().-]{1,30}|";
    static final String PHONE_MESSAGE = "Write the phone number with digits and hyphens, such as 010-1234-5678.";

    Contact contact(String householdId, int position) {
        return new Contact(householdId, position, kind, name, phone, hasKey);
    }
}
