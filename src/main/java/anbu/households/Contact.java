package anbu.households;

/** Somebody to call when the resident does not answer, in this order (position from 1). */
public record Contact(String householdId, int position, Kind kind, String name, String phone, boolean hasKey) {
    /** Landlord and guard belong here: they find 43 % of the people who die alone (domain.md, source 46). */
    public enum Kind {
        FAMILY,
        NEIGHBOR,
        LANDLORD,
        GUARD,
        NEIGHBORHOOD_CARER,
        OTHER
    }

    Contact at(String home, int place) {
        return new Contact(home, place, kind, name, phone, hasKey);
    }
}
