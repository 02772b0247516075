package anbu.casework;

import anbu.households.Contact;
import anbu.households.Masking;

/** Somebody to call, masked. */
record ContactLine(int position, Contact.Kind kind, String name, String phone, boolean hasKey) {
    static ContactLine of(Contact contact) {
        return new ContactLine(
                contact.position(),
                contact.kind(),
                Masking.name(contact.name()),
                Masking.phone(contact.phone()),
                contact.hasKey());
    }
}
