package anbu.trial;

import anbu.households.Device;
import anbu.households.Households;
import anbu.telemetry.Backfill;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells the service of homes: who lives there, what the plugs said, what was found out about earlier concerns. */
final class History {
    /** Far below the size at which intake refuses a message. */
    private static final int READINGS_PER_MESSAGE = 1500;

    /** What is older is told with fewer reports, so that the first start does not take long. */
    private static final Duration LATELY = Duration.ofHours(74);

    private final Households households;
    private final Backfill backfill;
    private final JdbcClient jdbc;

    History(Households households, Backfill backfill, JdbcClient jdbc) {
        this.households = households;
        this.backfill = backfill;
        this.jdbc = jdbc;
    }

    void register(List<Home> homes) {
        households.register(homes.stream().map(Home::household).toList());
        homes.forEach(home -> households.contacts(home.id(), home.contacts()));
        households.install(homes.stream()
                .flatMap(home -> home.plugs().stream().map(plug -> device(home, plug)))
                .toList());
        homes.forEach(this::settledConcern);
    }

    private static Device device(Home home, Plug plug) {
        return new Device(
                0,
                plug.id(),
                home.id(),
                plug.appliance(),
                plug.room(),
                home.household().watchedSince());
    }

    /** Stores what the home's plugs said in the span, in one transaction; returns the number of readings. */
    int fill(District district, Home home, Instant after, Instant until) {
        var byDevice = new LinkedHashMap<String, List<Sample>>();
        for (var sample : reports(district.meter(home), after, until)) {
            byDevice.computeIfAbsent(sample.plug().id(), any -> new ArrayList<>())
                    .add(sample);
        }
        var payloads = new LinkedHashMap<String, List<String>>();
        byDevice.forEach((device, samples) -> payloads.put(device, messages(samples)));
        return payloads.isEmpty() ? 0 : backfill.store(payloads, until);
    }

    private static List<Sample> reports(Meter meter, Instant after, Instant until) {
        var lately = until.minus(LATELY);
        if (!after.isBefore(lately)) {
            return meter.reports(after, until);
        }
        var all = new ArrayList<>(meter.sparseReports(after, lately));
        all.addAll(meter.reports(lately, until));
        return all;
    }

    private static List<String> messages(List<Sample> samples) {
        var messages = new ArrayList<String>();
        for (var from = 0; from < samples.size(); from += READINGS_PER_MESSAGE) {
            var part = samples.subList(from, Math.min(samples.size(), from + READINGS_PER_MESSAGE));
            messages.add("[" + String.join(",", part.stream().map(Sample::json).toList()) + "]");
        }
        return messages;
    }

    /** Newest stored report of each home that has one. */
    Map<String, Instant> newest() {
        var sql = """
                SELECT household_id, MAX(last_measured_at) AS newest
                FROM device_state
                WHERE last_measured_at IS NOT NULL
                GROUP BY household_id
                """;
        var newest = new LinkedHashMap<String, Instant>();
        jdbc.sql(sql).query(row -> {
            newest.put(row.getString(1), row.getTimestamp(2).toInstant());
        });
        return newest;
    }

    private void settledConcern(Home home) {
        if (home.trueAlarm() == null) {
            return;
        }
        var sql = """
                INSERT INTO concern (id, household_id, kind, level, raised_at, level_since, settled_at, true_alarm)
                VALUES (:id, :home, 'WELLBEING', 'DANGER', :raised, :raised, :settled, :true)
                """;
        var quiet = home.quiets().get(0);
        jdbc.sql(sql)
                .param(
                        "id",
                        UUID.nameUUIDFromBytes(home.id().getBytes(StandardCharsets.UTF_8))
                                .toString())
                .param("home", home.id())
                .param("raised", Timestamp.from(quiet.from().plus(People.dangerLimit(home.group()))))
                .param("settled", Timestamp.from(quiet.to()))
                .param("true", Objects.requireNonNull(home.trueAlarm()))
                .update();
    }
}
