package anbu.telemetry;

import static anbu.telemetry.TelemetryFixture.NOON;
import static anbu.telemetry.TelemetryFixture.message;
import static org.assertj.core.api.Assertions.assertThat;

import anbu.households.Appliance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes that store readings of the same devices at the same time: two transactions, which meet only in the database. */
class SideBySideIT {
    private static final int DEVICES = 40;
    private static final int BATCHES = 30;

    private final TelemetryFixture town = new TelemetryFixture();

    @BeforeEach
    void install() {
        town.jdbc.sql("TRUNCATE TABLE sequence_gap").update();
        for (int i = 0; i < DEVICES; i++) {
            town.install("plug-" + i, "home-" + i / 2, Appliance.TELEVISION);
        }
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void neitherWaitsForTheOtherInACircleAndNothingIsLostOrStoredTwice() throws Exception {
        var before = deadlocks();
        var nodes = Executors.newFixedThreadPool(2);
        List<Callable<Boolean>> work = List.of(() -> store(0), () -> store(1));

        for (var node : nodes.invokeAll(work)) {
            assertThat(node.get()).isTrue();
        }
        nodes.shutdownNow();

        assertThat(deadlocks()).isEqualTo(before);
        assertThat(town.jdbc
                        .sql("SELECT COUNT(*) FROM reading")
                        .query(Long.class)
                        .single())
                .isEqualTo(2L * DEVICES * BATCHES);
        assertThat(town.jdbc
                        .sql("SELECT COUNT(*) FROM sequence_gap")
                        .query(Long.class)
                        .single())
                .as("numbers that are missing though the other node brought them")
                .isZero();
    }

    /** Every second message of each device, in an order of its own. */
    private boolean store(int node) {
        var random = new Random(node);
        for (int batch = 0; batch < BATCHES; batch++) {
            var messages = new ArrayList<Message>();
            int number = 2 * batch + node;
            for (int i = 0; i < DEVICES; i++) {
                messages.add(message(
                        "plug-" + i,
                        "{\"t\":\"%s\",\"power_w\":%d,\"seq\":%d}"
                                .formatted(NOON.minusSeconds(3600 - 10L * number), number % 7 == 0 ? 90 : 3, number)));
            }
            Collections.shuffle(messages, random);
            town.intake.store(messages);
        }
        return true;
    }

    private long deadlocks() {
        return town.jdbc
                .sql("SHOW GLOBAL STATUS LIKE 'Innodb_deadlocks'")
                .query((row, n) -> row.getLong(2))
                .single();
    }
}
