package anbu.telemetry.dialects;

import java.time.Duration;

/** What is believed, of every dialect alike. */
public record Limits(int payloadBytes, double powerW, double illuminanceLux, Duration ahead) {}
