package anbu.households;

/** Group from the 13-point isolation assessment: 9-13 HIGH, 4-8 MEDIUM, 0-3 GENERAL. */
public enum RiskGroup {
    HIGH,
    MEDIUM,
    GENERAL
}
