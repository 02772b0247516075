package anbu.households;

import anbu.platform.Sealing;

/** A contact as it is stored: name and phone are encrypted. */
record SealedContact(
        String householdId, int position, Contact.Kind kind, String nameSealed, String phoneSealed, boolean hasKey) {
    private static final String NAME = "contact.name";
    private static final String PHONE = "contact.phone";

    static SealedContact of(Contact contact, Sealing sealing) {
        return new SealedContact(
                contact.householdId(),
                contact.position(),
                contact.kind(),
                sealing.sealed(NAME, contact.name()),
                sealing.sealed(PHONE, contact.phone()),
                contact.hasKey());
    }

    Contact open(Sealing sealing) {
        return new Contact(
                householdId,
                position,
                kind,
                sealing.opened(NAME, nameSealed),
                sealing.opened(PHONE, phoneSealed),
                hasKey);
    }
}
