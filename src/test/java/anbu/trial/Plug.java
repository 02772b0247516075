package anbu.trial;

import anbu.households.Appliance;

/** A plug of the district; {@code no} counts within its home. A lamp's plug also measures light. */
record Plug(int no, String id, Appliance appliance, String room) {
    boolean usedByPerson() {
        return appliance != Appliance.REFRIGERATOR;
    }

    boolean measuresLight() {
        return appliance == Appliance.LAMP;
    }
}
