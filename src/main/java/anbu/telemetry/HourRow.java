package anbu.telemetry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads a row of sums by hand, for the general way takes ten times as long, and a chart has thousands of rows. */
final class HourRow implements RowMapper<Hour> {
    @Override
    public Hour mapRow(ResultSet row, int n) throws SQLException {
        return new Hour(
                row.getInt(1),
                moment(row, 2),
                row.getInt(3),
                moment(row, 4),
                moment(row, 5),
                maybe(row, 6),
                maybe(row, 7),
                row.getInt(8),
                row.getBigDecimal(9),
                row.getBigDecimal(10),
                row.getBigDecimal(11),
                row.getInt(12),
                row.getBigDecimal(13),
                row.getBigDecimal(14),
                row.getBigDecimal(15),
                number(row, 16),
                number(row, 17));
    }

    private static @Nullable Instant maybe(ResultSet row, int column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Double number(ResultSet row, int column) throws SQLException {
        var value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
