package anbu.telemetry;

/** Why a message, or one element of it, is kept apart from the readings. Names are stored and are labels of {@code anbu_quarantine_total}. */
public enum Reason {
    /** The topic is none of ours, or the device's name in it cannot be one. */
    WRONG_TOPIC,
    /** Larger than {@code anbu.telemetry.max-payload}. */
    TOO_LARGE,
    /** Not what the format says: broken JSON, a text where a number belongs, a time without zone. */
    BAD_PAYLOAD,
    /** Understood, but it measures nothing. */
    EMPTY,
    /** A value that no home can have. */
    ABSURD_VALUE,
    /** From later than {@code anbu.telemetry.future-tolerance} after its arrival. */
    FUTURE_TIME,
    /** From before 2020 or longer ago than {@code anbu.telemetry.oldest}. */
    ANCIENT_TIME,
    /** A Sparkplug alias whose birth was not heard; a rebirth is asked for, after which the message can be driven in again. */
    UNKNOWN_ALIAS,
    /** No such device is installed. */
    UNKNOWN_DEVICE,
    /** The database refuses it, again and again, though nothing is wrong with it by the rules above. */
    UNSTORABLE
}
