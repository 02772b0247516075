package anbu.telemetry;

/** What a plug or its node expects to hear back, to be published once the message that asks for it is stored. */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
record Reply(String topic, byte[] payload) {}
