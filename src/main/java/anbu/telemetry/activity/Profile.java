package anbu.telemetry.activity;

import anbu.households.Appliance;

/** What is known of a plug as a day begins: from its appliance at first, later from its own recent days. */
public record Profile(Appliance appliance) {
    /** Before anything is learned. */
    public static Profile prior(Appliance appliance) {
        return new Profile(appliance);
    }
}
