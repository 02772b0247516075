package anbu.households;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A watched home and the person in it, in clear text; mask before showing ({@link Masking}). */
public record Household(
        String id,
        String district,
        String dong,
        RiskGroup riskGroup,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address,
        @Nullable Integer birthYear,
        @Nullable String sex,
        @Nullable String visitNote,
        Instant watchedSince,
        int version) {}
