package anbu.platform;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * Reads rows into records, each component from the column of its name in snake_case, as {@code JdbcClient.query(Class)} does, for
 * statements that run for every batch of readings: the columns are looked up once per result and not once per value.
 *
 * @param <T> a record of texts, numbers, booleans, enums, days and moments
 */
public final class Columns<T extends Record> implements ResultSetExtractor<List<T>> {
    private final Constructor<T> constructor;
    private final RecordComponent[] components;
    private final String[] names;

    public Columns(Class<T> type) {
        this.components = type.getRecordComponents();
        this.names = Arrays.stream(components)
                .map(c -> c.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " has no canonical constructor.", e);
        }
    }

    @Override
    public List<T> extractData(ResultSet rows) throws SQLException {
        var places = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            places[i] = rows.findColumn(names[i]);
        }
        var zone = ZoneId.systemDefault(); // as the driver does with java.sql.Timestamp
        var found = new ArrayList<T>();
        while (rows.next()) {
            var values = new @Nullable Object[places.length];
            for (int i = 0; i < places.length; i++) {
                values[i] = value(rows, places[i], components[i].getType(), zone);
            }
            found.add(record(values));
        }
        return found;
    }

    private static @Nullable Object value(ResultSet rows, int place, Class<?> type, ZoneId zone) throws SQLException {
        if (type == Instant.class) {
            var moment = rows.getObject(place, LocalDateTime.class);
            return moment == null ? null : moment.atZone(zone).toInstant();
        }
        if (type == String.class) {
            return rows.getString(place);
        }
        var value = number(rows, place, type);
        return rows.wasNull() ? null : value;
    }

    private static @Nullable Object number(ResultSet rows, int place, Class<?> type) throws SQLException {
        if (type == int.class || type == Integer.class) {
            return rows.getInt(place);
        }
        if (type == long.class || type == Long.class) {
            return rows.getLong(place);
        }
        if (type == double.class || type == Double.class) {
            return rows.getDouble(place);
        }
        if (type == float.class || type == Float.class) {
            return rows.getFloat(place);
        }
        if (type == boolean.class || type == Boolean.class) {
            return rows.getBoolean(place);
        }
        return other(rows, place, type);
    }

    private static @Nullable Object other(ResultSet rows, int place, Class<?> type) throws SQLException {
        if (type == LocalDate.class) {
            return rows.getObject(place, LocalDate.class);
        }
        var name = rows.getString(place);
        return name == null
                ? null
                : Arrays.stream(Objects.requireNonNull(
                                type.getEnumConstants(), () -> type + " is not read from a column."))
                        .filter(constant -> ((Enum<?>) constant).name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("%s has no %s.".formatted(type, name)));
    }

    private T record(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
