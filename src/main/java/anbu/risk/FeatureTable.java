package anbu.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** The features as Weka wants them: one named number per column, unknown stays unknown, and the answer in the last column. */
final class FeatureTable {
    static {
        WekaSettings.apply();
    }

    /** The column value of an emergency. */
    static final int EMERGENCY = 1;

    private static final List<Column> COLUMNS = List.of(
            new Column("current_quiet_hours", Features::currentQuietHours),
            new Column("longest_quiet_hours", Features::longestQuietHours),
            new Column("activity_ratio", Features::activityRatio),
            new Column("night_share", Features::nightShare),
            new Column("active_days", Features::activeDays),
            new Column("past_concerns", Features::pastConcerns));
    /** The columns by name, in order; stored with a model and compared when it is loaded. */
    static final String NAMES =
            String.join(",", COLUMNS.stream().map(Column::name).toList());

    private record Column(String name, Function<Features, @Nullable Double> value) {}

    private FeatureTable() {}

    static Instances of(List<Example> examples) {
        var table = empty(examples.size());
        for (var example : examples) {
            var row = row(example.features(), table);
            row.setClassValue(example.emergency() ? EMERGENCY : 0);
            table.add(row);
        }
        return table;
    }

    static Instances empty(int capacity) {
        var attributes = new ArrayList<Attribute>();
        COLUMNS.forEach(column -> attributes.add(new Attribute(column.name())));
        attributes.add(new Attribute("emergency", List.of("no", "yes")));
        var table = new Instances("homes", attributes, capacity);
        table.setClassIndex(COLUMNS.size());
        return table;
    }

    /** One row without an answer, in the shape of the given table but not in it. */
    static Instance row(Features features, Instances table) {
        var values = new double[COLUMNS.size() + 1];
        for (int i = 0; i < COLUMNS.size(); i++) {
            values[i] = number(COLUMNS.get(i).value().apply(features));
        }
        values[COLUMNS.size()] = Utils.missingValue();
        var row = new DenseInstance(1, values);
        row.setDataset(table);
        return row;
    }

    private static double number(@Nullable Double value) {
        return value != null && Double.isFinite(value) ? value : Utils.missingValue();
    }
}
