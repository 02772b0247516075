package anbu.telemetry.dialects;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a dialect remembers of a subject (a device, a node, an entity) from one message to the next: names of aliases, units, the last value
 * of each channel. One document for each subject.
 */
public interface Memory {
    /** A copy to read and change; empty where nothing is remembered. */
    ObjectNode of(String subject);

    /** Remembers this for good, in the transaction of the message. */
    void keep(String subject, ObjectNode document);

    /** Remembers this as long as it costs nothing; it may be forgotten at any time, and other nodes do not know it. */
    void note(String subject, ObjectNode document);
}
