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
    OTHER;

    /** From a word of a file in English or Korean, such as "Fridge-freezer" or "김치냉장고"; what is not known is {@link #OTHER}. */
    public static Appliance named(String words) {
        return ApplianceWords.find(words);
    }
}
