package anbu.staff;

/** Who owns a moment: the office of the dong on working days 09:00-18:00, the control center at all other times. */
public enum Team {
    DAY_OFFICE,
    CONTROL_CENTER
}
