package anbu.telemetry;

import anbu.households.Appliance;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which plugs can show a person by what they feed. */
final class Witness {
    /** They run by themselves, or measure no power at all. */
    private static final Set<Appliance> BLIND = EnumSet.of(
            Appliance.REFRIGERATOR,
            Appliance.KIMCHI_REFRIGERATOR,
            Appliance.ROUTER,
            Appliance.HEATING_BLANKET,
            Appliance.WHOLE_HOUSE,
            Appliance.LIGHT_SENSOR);

    private Witness() {}

    static boolean byPower(Appliance appliance) {
        return !BLIND.contains(appliance);
    }

    /** As stored. */
    static List<String> blind() {
        return BLIND.stream().map(Enum::name).toList();
    }
}
