package anbu.policy;

import java.time.Instant;

/** One immutable policy: its number, its data, and the fingerprint of data and rules together (SHA-256, hex). */
public record PolicyVersion(
        int number, String name, PolicyTable table, String sha256, Instant publishedAt, String publishedBy) {}
