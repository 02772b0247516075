package anbu.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened between two moments of a rig under load. */
record Measured(double seconds, double stored, double batch, double p50, double p99, Map<String, Double> cpuSeconds) {
    /** The counters at one moment. */
    record Moment(long nanos, Metrics metrics, Map<String, Double> cpuSeconds) {
        static Moment now(Rig rig, Plugs plugs) {
            var cpu = new LinkedHashMap<String, Double>();
            cpu.put("mosquitto", rig.broker().cpuSeconds());
            cpu.put("mariadbd", rig.database().cpuSeconds());
            cpu.put("anbu", rig.node().cpuSeconds());
            cpu.put("plugs", plugs.program().cpuSeconds());
            return new Moment(System.nanoTime(), rig.metrics(), cpu);
        }

        Measured since(Moment start) {
            var cpu = new LinkedHashMap<String, Double>();
            cpuSeconds.forEach((name, now) -> cpu.put(name, now - start.cpuSeconds.getOrDefault(name, 0.0)));
            return new Measured(
                    (nanos - start.nanos) / 1e9,
                    since(start, "anbu_readings_total", "stored"),
                    since(start, "anbu_ingest_batch_readings_sum", "")
                            / since(start, "anbu_ingest_batch_readings_count", ""),
                    metrics.quantile("anbu_ingest_commit_milliseconds", 0.5, start.metrics),
                    metrics.quantile("anbu_ingest_commit_milliseconds", 0.99, start.metrics),
                    cpu);
        }

        private double since(Moment start, String name, String text) {
            return metrics.sum(name, text) - start.metrics.sum(name, text);
        }
    }

    double perSecond() {
        return stored / seconds;
    }

    /** Of a process, in CPU seconds. */
    double perMillion(String process) {
        return cpuSeconds.getOrDefault(process, 0.0) / stored * 1e6;
    }

    double coresBusy() {
        return cpuSeconds.values().stream().mapToDouble(Double::doubleValue).sum() / seconds;
    }

    static Measured median(List<Measured> runs) {
        var sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparingDouble(Measured::perSecond));
        return sorted.get(sorted.size() / 2);
    }

    static final String HEAD = """
            | what | connections | messages/s | p50 ms | p99 ms | batch | mosquitto | mariadbd | anbu | generator | cores busy |
            |---|---|---|---|---|---|---|---|---|---|---|""";

    String row(String what, int connections) {
        return "| %s | %,d | %,.0f | ≤ %,.0f | ≤ %,.0f | %,.0f | %.1f | %.1f | %.1f | %.1f | %.2f |"
                .formatted(
                        what,
                        connections,
                        perSecond(),
                        p50,
                        p99,
                        batch,
                        perMillion("mosquitto"),
                        perMillion("mariadbd"),
                        perMillion("anbu"),
                        perMillion("plugs"),
                        coresBusy());
    }
}
