package anbu.platform;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;

/** A record as SQL parameters: each component by its name, enums by name, ids as text. */
public final class Row extends SimplePropertySqlParameterSource {
    public Row(Record record) {
        super(record);
    }

    @Override
    public @Nullable Object getValue(String paramName) throws IllegalArgumentException {
        return column(super.getValue(paramName));
    }

    /** The form in which a single value is stored. */
    public static @Nullable Object column(@Nullable Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof UUID id) {
            return id.toString();
        }
        if (value instanceof Instant moment) {
            return java.sql.Timestamp.from(moment);
        }
        return value;
    }
}
