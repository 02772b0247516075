package anbu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anbu.testing.EmbeddedBroker;
import anbu.testing.TestSchema;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A whole life of a signal: plugs speak MQTT to a real broker, people work over HTTP, and everything between runs as at night. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "anbu.encryption-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "anbu.first-account.username=boss",
            "anbu.first-account.password=a-long-night-shift",
            "anbu.monitoring.settle-for=1s"
        })
@AutoConfigureObservability(tracing = false) // tests have no metrics page without it
@ContextConfiguration(initializers = TestSchema.class)
class OvernightStoryIT {
    private static final EmbeddedBroker BROKER = EmbeddedBroker.start(folder(), 0);

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private Clock clock;

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "test-broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void broker(DynamicPropertyRegistry settings) {
        settings.add("anbu.mqtt.uri", BROKER::uri);
    }

    @AfterAll
    static void stop() {
        BROKER.stop();
    }

    private TestRestTemplate boss;

    @BeforeEach
    void signIn() {
        boss = http.withBasicAuth("boss", "a-long-night-shift");
    }

    @Test
    void aQuietHomeOfGroupHighIsInDangerAtOnceAndOfGroupMediumNotAndASilentOneGetsADeviceCase() throws MqttException {
        var now = clock.instant();
        home("quiet-high", "HIGH", "plug-high");
        home("quiet-medium", "MEDIUM", "plug-medium");
        home("silent-high", "HIGH", "plug-silent");

        publish("plug-silent", stepAt(now.minus(Duration.ofHours(26)), now.minus(Duration.ofHours(25))));
        publish("plug-medium", stepAt(now.minus(Duration.ofHours(25)), now));
        publish("plug-high", stepAt(now.minus(Duration.ofHours(25)), now));

        await().atMost(Duration.ofSeconds(60)).until(() -> openCases("quiet-high") > 0 && openCases("silent-high") > 0);
        var quiet = openCase("quiet-high");
        assertThat(quiet.path("kind").asText()).isEqualTo("WELLBEING");
        assertThat(quiet.path("level").asText()).isEqualTo("DANGER");
        assertThat(quiet.path("basis").asText()).isEqualTo("UNCHANGED");
        assertThat(quiet.path("limit_hours").asDouble()).isEqualTo(24);
        assertThat(Instant.parse(quiet.path("breached_at").asText()))
                .isEqualTo(
                        Instant.parse(quiet.path("last_activity_at").asText()).plus(Duration.ofHours(24)));
        assertThat(quiet.path("policy_version").asInt()).isEqualTo(1);
        var silent = openCase("silent-high");
        assertThat(silent.path("kind").asText()).isEqualTo("DEVICE");
        assertThat(silent.path("basis").asText()).isEqualTo("SILENT");
        assertThat(openCases("quiet-medium")).isZero();
        assertThat(openCases("silent-high")).isEqualTo(1);
        assertThat(openCases("quiet-high")).isEqualTo(1);

        workToTheEnd(quiet.path("no").asText());
    }

    @Test
    void whatCannotBeUnderstoodIsQuarantinedWithItsReasonAndNothingStops() throws MqttException {
        home("good-home", "GENERAL", "plug-good");

        send("anbu/v1/plug-good/telemetry", "{not json");
        send("anbu/v1/plug-unknown/telemetry", "{\"power_w\": 5}");
        send("anbu/v1/plug-good/telemetry", "{\"power_w\": 1e9}");
        send("anbu/v1/plug-good/telemetry", "{\"power_w\": 5, \"t\": \"2031-01-01T00:00:00Z\"}");
        send("anbu/v1/plug-good/other/telemetry", "{\"power_w\": 5}");
        send("anbu/v1/plug-good/telemetry", "{\"power_w\": 5}");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(quarantined())
                .containsExactlyInAnyOrder(
                        "BAD_PAYLOAD", "UNKNOWN_DEVICE", "ABSURD_VALUE", "FUTURE_TIME", "WRONG_TOPIC"));
        await().atMost(Duration.ofSeconds(30)).until(() -> boss.getForEntity("/actuator/prometheus", String.class)
                .getBody()
                .contains("anbu_quarantine_total{reason=\"WRONG_TOPIC\"} 1.0"));
    }

    /** No call bot is connected: staff call first, and twice nobody answers; a contact knows that all is well. */
    private void workToTheEnd(String no) {
        var first = java.util.Objects.requireNonNull(
                        boss.getForObject("/api/v1/cases/" + no + "/tasks", JsonNode.class))
                .get(0);
        assertThat(first.path("step").asText()).isEqualTo("STAFF_CALL");
        var next = post("/api/v1/tasks/" + first.path("id").asLong() + "/claim", Map.of());
        assertThat(next.path("assignee").asText()).isEqualTo("boss");
        post(
                "/api/v1/tasks/" + next.path("id").asLong() + "/complete",
                Map.of("result", "PERSON_FINE", "note", "was asleep"));

        var refused =
                boss.postForEntity("/api/v1/cases/" + no + "/close", Map.of("outcome", "SAFE_SELF"), JsonNode.class);
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        var closed = post("/api/v1/cases/" + no + "/close", Map.of("outcome", "SAFE_SELF", "cause", "ALCOHOL_SLEEP"));
        assertThat(closed.path("status").asText()).isEqualTo("CLOSED");

        var history = boss.getForObject("/api/v1/cases/" + no + "/history", JsonNode.class);
        assertThat(history.findValuesAsText("action"))
                .containsExactly(
                        "case.opened",
                        "task.opened",
                        "task.claimed",
                        "task.done",
                        "task.opened",
                        "case.closed",
                        "task.done");
        assertThat(openCases("quiet-high")).isZero();
    }

    private void home(String id, String group, String device) {
        post(
                "/api/v1/households",
                Map.of(
                        "id",
                        id,
                        "district",
                        "한결구",
                        "dong",
                        "누리동",
                        "risk_group",
                        group,
                        "name",
                        "김표식",
                        "phone",
                        "010-0000-4821"));
        post("/api/v1/devices", Map.of("id", device, "household_id", id, "appliance", "TELEVISION", "room", "거실"));
    }

    private JsonNode post(String path, Map<String, ?> body) {
        ResponseEntity<JsonNode> answer = boss.postForEntity(path, body, JsonNode.class);
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as("%s: %s %s", path, answer.getStatusCode(), answer.getBody())
                .isTrue();
        return java.util.Objects.requireNonNull(answer.getBody());
    }

    private JsonNode openCase(String home) {
        return cases(home).findFirst().orElseThrow();
    }

    private long openCases(String home) {
        return cases(home).count();
    }

    private Stream<JsonNode> cases(String home) {
        var list = java.util.Objects.requireNonNull(boss.getForObject("/api/v1/cases?status=OPEN", JsonNode.class));
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
                .map(list::get)
                .filter(file -> file.path("household_id").asText().equals(home));
    }

    private List<String> quarantined() {
        var list = java.util.Objects.requireNonNull(boss.getForObject("/api/v1/quarantine", JsonNode.class));
        return list.findValuesAsText("reason");
    }

    /** A television that is switched off at {@code step} and then reports the same few watts every ten minutes until {@code end}. */
    private static String stepAt(Instant step, Instant end) {
        var json = new StringBuilder("[{\"t\":\"%s\",\"power_w\":92.0}".formatted(step.minus(Duration.ofMinutes(10))));
        for (var at = step; !at.isAfter(end); at = at.plus(Duration.ofMinutes(10))) {
            json.append(",{\"t\":\"%s\",\"power_w\":1.5}".formatted(at));
        }
        return json.append(']').toString();
    }

    private static void publish(String device, String payload) throws MqttException {
        send("anbu/v1/" + device + "/telemetry", payload);
    }

    private static void send(String topic, String payload) throws MqttException {
        var plug = new MqttClient(BROKER.uri(), "test-plug", new MemoryPersistence());
        plug.connect(new MqttConnectionOptions());
        plug.publish(topic, payload.getBytes(UTF_8), 1, false);
        plug.disconnect();
        plug.close();
    }
}
