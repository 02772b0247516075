package anbu.households;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** A contact as machines read it: name and phone masked. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ContactView(int position, Contact.Kind kind, String name, String phone, boolean hasKey) {
    static ContactView of(Contact contact) {
        return new ContactView(
                contact.position(),
                contact.kind(),
                Masking.name(contact.name()),
                Masking.phone(contact.phone()),
                contact.hasKey());
    }
}
