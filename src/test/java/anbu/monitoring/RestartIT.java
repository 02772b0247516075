package anbu.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anbu.testing.EmbeddedBroker;
import anbu.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node that is killed in the middle of its work, and starts again. */
class RestartIT {
    private static final int READINGS = 3_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create("restart");
    private final JdbcClient jdbc = database.jdbc();

    @SuppressWarnings("NullAway.Init")
    private Process node;

    @SuppressWarnings("NullAway.Init")
    private EmbeddedBroker broker;

    @AfterEach
    void stop() {
        node.destroyForcibly();
        broker.stop();
        database.source().close();
    }

    @Test
    void aNodeThatIsKilledInMidIntakeLosesNoReadingNoDeadlineAndNoTask() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        var town = new Town(jdbc);
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        town.quietHomes(1, Duration.ofHours(24), now, Duration.ZERO);
        start();
        await().atMost(PATIENCE).until(() -> count("task") == 1);
        var due = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(25);
        town.quietHomes(1, Duration.ofHours(24), due, Duration.ZERO);

        var plug = new FutureTask<>(() -> publish(0, READINGS / 2, now));
        new Thread(plug, "plug").start();
        await().atMost(PATIENCE).until(() -> count("reading") > 0);
        node.destroyForcibly().waitFor();
        assertThat(count("case_file")).isEqualTo(1);
        assertThat(count("reading")).isLessThan(READINGS / 2);
        plug.get();
        publish(READINGS / 2, READINGS, now);
        start();

        await().atMost(PATIENCE).until(() -> count("reading") >= READINGS);
        await().atMost(PATIENCE).until(() -> count("task") == 2);
        assertThat(jdbc.sql("SELECT COUNT(DISTINCT seq) FROM reading")
                        .query(Integer.class)
                        .single())
                .isEqualTo(READINGS);
        assertThat(count("reading")).isEqualTo(READINGS);
        assertThat(count("case_file")).isEqualTo(2);
        assertThat(count("ACT_RU_TASK")).isEqualTo(2);
        assertThat(count("quarantine")).isZero();
    }

    /** The application as it is packaged, without anything of the tests. */
    private void start() throws IOException {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var path = Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var program = new ProcessBuilder(List.of(java, "-Xmx512m", "-cp", path, "anbu.AnbuApplication"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/restart-node.log")));
        program.environment().put("SPRING_DATASOURCE_URL", database.source().getJdbcUrl());
        program.environment().put("SPRING_DATASOURCE_USERNAME", "root");
        program.environment().put("SPRING_DATASOURCE_PASSWORD", "");
        program.environment().put("ANBU_MQTT_URI", broker.uri());
        program.environment().put("ANBU_MQTT_CLIENTID", "restart-node");
        program.environment().put("ANBU_ENCRYPTION_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        program.environment().put("SERVER_PORT", "0");
        node = program.start();
    }

    private boolean publish(int from, int to, Instant now) throws MqttException {
        var plug = new MqttClient(broker.uri(), "plug-" + from, new MemoryPersistence());
        plug.connect();
        for (var i = from; i < to; i++) {
            var payload = "{\"t\":\"%s\",\"power_w\":1.5,\"seq\":%d}".formatted(now.minusSeconds(3600 + i), i);
            plug.publish("anbu/v1/plug-1/telemetry", payload.getBytes(UTF_8), 1, false);
        }
        plug.disconnect();
        plug.close();
        return true;
    }

    private int count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }
}
