package anbu.households;

/** What a plug feeds. Decides how a step in power is read (see anbu.telemetry). */
public enum Appliance {
    TELEVISION,
    RICE_COOKER,
    LAMP,
    MICROWAVE,
    KETTLE,
    COMPUTER,
    FAN,
    WASHING_MACHINE,
    DISHWASHER,
    REFRIGERATOR,
    KIMCHI_REFRIGERATOR,
    ROUTER,
    HEATING_BLANKET,
    WHOLE_HOUSE,
    LIGHT_SENSOR,
    OTHER
}
