package anbu.load;

import static org.awaitility.Awaitility.await;

import anbu.testing.EmbeddedDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Broker, database, application and plugs, each a process of its own on this machine, to be killed and started again at will. */
final class Rig implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    static final String MOSQUITTO = "/usr/sbin/mosquitto";
    private static final String OPERATOR = "operator-of-the-rig";
    private static final List<String> DATABASE_OPTIONS = List.of(
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-buffer-pool-size=1G",
            "--innodb-log-file-size=512M",
            "--skip-log-bin");

    /** Which broker is tried. */
    enum Broker {
        MOSQUITTO,
        ARTEMIS
    }

    final Path folder;
    private final Broker kind;
    private final int brokerPort = freePort();
    private final int databasePort = freePort();
    private final int webPort = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HikariDataSource source = new HikariDataSource();
    private EmbeddedDatabase database;
    private Process broker;
    private Process node;

    @SuppressWarnings("NullAway.Init")
    private Rig(Path folder, Broker kind) {
        this.folder = folder;
        this.kind = kind;
    }

    /** Everything runs, and so many plugs are installed, two in a home. */
    static Rig start(Broker kind, int plugs) {
        try {
            var target = Files.createDirectories(Path.of("target", "rig"));
            var rig = new Rig(Files.createTempDirectory(target, "rig").toAbsolutePath(), kind);
            try {
                rig.startDatabase();
                rig.startBroker();
                rig.startNode();
                rig.install(plugs);
                return rig;
            } catch (RuntimeException e) {
                rig.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startDatabase() {
        database = EmbeddedDatabase.start(folder.resolve("db"), databasePort, DATABASE_OPTIONS);
        if (source.getJdbcUrl() == null) {
            source.setJdbcUrl(database.url("anbu"));
            source.setUsername("root");
            source.setPassword("");
            source.setMaximumPoolSize(3);
            source.setConnectionTimeout(1000);
            source.setInitializationFailTimeout(-1);
        }
    }

    void startBroker() {
        var data = folder.resolve("broker");
        var command = kind == Broker.MOSQUITTO
                ? List.of(MOSQUITTO, "-c", mosquittoSettings(data).toString())
                : Program.java(
                        Program.Classes.TESTS,
                        List.of("-Xmx1g"),
                        BrokerProcess.class.getName(),
                        data.toString(),
                        Integer.toString(brokerPort));
        broker = Program.start(command, Map.of(), folder.resolve("broker.log"));
        await().atMost(PATIENCE).until(() -> answers(brokerPort));
    }

    /** Those of docker-compose.yml, without its accounts. */
    private Path mosquittoSettings(Path data) {
        try {
            Files.createDirectories(data);
            var settings = """
                    user %s
                    persistence true
                    persistence_location %s/
                    autosave_interval %d
                    max_queued_messages 0
                    max_inflight_messages 0
                    set_tcp_nodelay true
                    log_dest none
                    listener %d 127.0.0.1
                    allow_anonymous true
                    """.formatted(
                            System.getProperty("user.name"),
                            data,
                            Integer.getInteger("anbu.bench.autosave-seconds", 5),
                            brokerPort);
            return Files.writeString(folder.resolve("mosquitto.conf"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startNode() {
        launchNode();
        awaitNode();
    }

    void launchNode() {
        var options = new ArrayList<>(List.of("-Xmx1g"));
        options.addAll(List.of(System.getProperty("anbu.bench.jvm", "").strip().split(" +")));
        options.removeIf(String::isBlank);
        node = Program.start(
                Program.java(Program.Classes.PRODUCTION, options, "anbu.AnbuApplication"),
                environment(),
                folder.resolve("anbu.log"));
    }

    void awaitNode() {
        await().atMost(PATIENCE).until(this::isReady);
    }

    private Map<String, String> environment() {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                source.getJdbcUrl(),
                "SPRING_DATASOURCE_USERNAME",
                "root",
                "SPRING_DATASOURCE_PASSWORD",
                "",
                "ANBU_MQTT_URI",
                "tcp://127.0.0.1:" + brokerPort,
                "ANBU_MQTT_CLIENTID",
                "anbu-1",
                "ANBU_ENCRYPTION_KEY",
                "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                "ANBU_FIRST_ACCOUNT_USERNAME",
                OPERATOR,
                "ANBU_FIRST_ACCOUNT_PASSWORD",
                OPERATOR,
                "SERVER_PORT",
                Integer.toString(webPort));
    }

    private boolean isReady() throws InterruptedException {
        if (!node.isAlive()) {
            throw new IllegalStateException("The application ended while starting; see " + folder.resolve("anbu.log"));
        }
        try {
            var question = HttpRequest.newBuilder(address("/actuator/health/readiness"))
                    .build();
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + webPort + path);
    }

    private void install(int plugs) {
        var first = "UTC_TIMESTAMP(3) - INTERVAL 60 DAY";
        var sql = List.of("""
                INSERT INTO household (id, district, dong, risk_group, watched_since)
                SELECT CONCAT('home-', seq), '한결구', '누리동', 'HIGH', %s FROM seq_0_to_%d""".formatted(first, plugs / 2), """
                INSERT INTO device (no, id, household_id, appliance, installed_at)
                SELECT seq + 1, CONCAT('load-', seq), CONCAT('home-', FLOOR(seq / 2)), 'TELEVISION', %s
                FROM seq_0_to_%d""".formatted(first, plugs - 1), """
                INSERT INTO deadline (household_id, look_at, watched_since)
                SELECT id, UTC_TIMESTAMP(3) + INTERVAL 10 MINUTE, watched_since FROM household""");
        sql.forEach(one -> jdbc().sql(one).update());
    }

    JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    String brokerUri() {
        return "tcp://127.0.0.1:" + brokerPort;
    }

    HikariDataSource source() {
        return source;
    }

    /** Starts the plugs {@code load-0}, {@code load-1}, ... */
    Plugs plugs(String... arguments) {
        return Plugs.start(folder, "127.0.0.1:" + brokerPort, arguments);
    }

    Program node() {
        return new Program(node.toHandle());
    }

    Program broker() {
        return new Program(broker.toHandle());
    }

    Program database() {
        try {
            var pid = Files.readString(folder.resolve("db").resolve("mariadbd.pid"))
                    .strip();
            return new Program(ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many messages of the plugs are stored, by their numbers; cheap to ask. */
    long stored() {
        return jdbc().sql("SELECT COALESCE(SUM(last_seq), 0) FROM device_state")
                .query(Long.class)
                .single();
    }

    /** How many readings are stored; -1 while the database is away. */
    long readings() {
        try {
            return jdbc().sql("SELECT COUNT(*) FROM reading").query(Long.class).single();
        } catch (DataAccessException e) {
            return -1;
        }
    }

    /** The application's numbers as Prometheus reads them. */
    Metrics metrics() {
        try {
            var account = Base64.getEncoder().encodeToString(Packets.ascii(OPERATOR + ":" + OPERATOR));
            var question = HttpRequest.newBuilder(address("/actuator/prometheus"))
                    .header("Authorization", "Basic " + account)
                    .build();
            return new Metrics(
                    http.send(question, BodyHandlers.ofString()).body().lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (var process : new @Nullable Process[] {node, broker}) {
            if (process != null) {
                process.destroyForcibly();
            }
        }
        source.close();
        if (database != null) {
            database.stop();
        }
    }
}
