package anbu.telemetry.activity;

import anbu.telemetry.activity.MeasuredHome.Between;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What really happened, as far as labels and the appliances' own plugs tell. */
final class References {
    private References() {}

    /**
     * The uses of all appliances that a person operates: their plug rises above 50 W, or a fifth of what it draws at most if that is less,
     * after ten minutes, or two reports, (two hours for machines with programmes) below.
     */
    static List<Between> uses(MeasuredHome home, String notBy) {
        var uses = new ArrayList<Between>();
        for (var plug : home.plugs.values()) {
            if (!plug.appliance().equals(notBy)) {
                var interval = Intervals.typicalSeconds(plug.samples().stream()
                        .mapToLong(s -> s.at().getEpochSecond())
                        .toArray());
                var rest = Duration.ofMinutes(plug.appliance().contains("wash") ? 120 : Math.max(10, interval / 30));
                var watts = plug.samples().stream()
                        .mapToDouble(Sample::powerW)
                        .sorted()
                        .toArray();
                var low = watts[watts.length / 20];
                uses(plug, low + Math.min(50, (watts[watts.length - 1 - watts.length / 1000] - low) / 5), rest, uses);
            }
        }
        return uses;
    }

    private static void uses(MeasuredHome.Plug plug, double above, Duration rest, List<Between> into) {
        Instant busy = Instant.MIN;
        for (var sample : plug.samples()) {
            if (sample.powerW() != null && sample.powerW() > above) {
                if (busy.equals(Instant.MIN)
                        || Duration.between(busy, sample.at()).compareTo(rest) > 0) {
                    into.add(new Between(sample.at(), sample.at()));
                }
                busy = sample.at();
            }
        }
    }

    /** Absences of a day and more with telemetry, without their edges, when somebody leaves and comes. */
    static List<Between> refitAbsences() {
        return MeasuredHome.rows("refit-h02_quiet24h.csv").stream()
                .filter(row -> Double.parseDouble(row.get("coverage")) >= 0.8)
                .map(row -> new Between(
                        Instant.parse(row.get("last_use")).plusSeconds(3600),
                        Instant.parse(row.get("next_use")).minusSeconds(600)))
                .toList();
    }

    /** Pauses of ten hours and more between two uses; the half hour of the last use itself left out. */
    static List<Between> soloPauses() {
        return MeasuredHome.rows("solo-us1_quiet10h.csv").stream()
                .map(row -> new Between(
                        Instant.parse(row.get("last_use")).plusSeconds(1801), Instant.parse(row.get("next_use"))))
                .toList();
    }

    /** Spans with this label; those of absence without three minutes at each edge, those of presence joined over ten minutes. */
    static List<Between> occupied(String file, String label) {
        var spans = new ArrayList<Between>();
        Instant start = null;
        Instant end = null;
        var join = Duration.ofMinutes(label.equals("1") ? 10 : 2);
        for (var row : MeasuredHome.rows(file + "_labels.csv.gz")) {
            var at = Instant.parse(row.get("timestamp"));
            var same = row.get("occupied").equals(label);
            if (start != null
                    && end != null
                    && (same ? Duration.between(end, at).compareTo(join) > 0 : label.equals("0"))) {
                add(spans, start, end, label);
                start = null;
            }
            if (same) {
                start = start == null ? at : start;
                end = at;
            }
        }
        if (start != null && end != null) {
            add(spans, start, end, label);
        }
        return spans;
    }

    private static void add(List<Between> spans, Instant start, Instant end, String label) {
        if (label.equals("1")) {
            spans.add(new Between(start, end));
        } else if (Duration.between(start, end).toMinutes() > 6) {
            spans.add(new Between(start.plusSeconds(180), end.minusSeconds(180)));
        }
    }
}
