package anbu.casework;

/** Why the home was quiet (domain.md (c), cause codes). */
public enum Cause {
    EMERGENCY,
    HEALTH_DECLINE,
    ALCOHOL_SLEEP,
    OUTING,
    TRAVEL,
    HOSPITAL_STAY,
    UNPLUGGED,
    APPLIANCE_CHANGED,
    ALWAYS_ON,
    DEVICE_FAULT,
    NETWORK_FAULT,
    POWER_CUT,
    MOVED_OUT,
    DATA_ERROR,
    THRESHOLD_TOO_SHORT,
    UNKNOWN
}
