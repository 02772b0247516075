package anbu.policy.facts;

/** Risk group of a home, from the 13-point isolation assessment: HIGH 9-13, MEDIUM 4-8, GENERAL 0-3 points. */
public enum Group {
    HIGH,
    MEDIUM,
    GENERAL
}
