package anbu.trial;

import anbu.AnbuApplication;
import anbu.testing.EmbeddedBroker;
import anbu.testing.EmbeddedDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/** The service on this machine without any set-up: a real database and broker out of jars, and an invented district that lives. */
public final class Trial {
    private static final Logger log = LoggerFactory.getLogger(Trial.class);

    private final TrialSettings settings;
    private final List<Runnable> stops = new ArrayList<>();
    private final AtomicBoolean stopped = new AtomicBoolean();

    private Trial(TrialSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) {
        try {
            new Trial(TrialSettings.of(arguments)).run(arguments);
        } catch (TrialRefused refusal) {
            log.error("The trial does not start: {}", refusal.getMessage());
            System.exit(1);
        }
    }

    private void run(String[] arguments) {
        // before the ports are checked: an earlier trial that was killed may have left its database behind
        stopOrphan();
        Preflight.check(settings);
        var memory = memory();
        var all = new ArrayList<>(servers());
        all.add("--anbu.encryption-key=" + memory.encryptionKey());
        all.add("--anbu.trial.folder=" + settings.folder());
        all.add("--anbu.outreach.automatic-calls=true");
        all.addAll(Arrays.asList(arguments));
        endWithParent();
        try {
            SpringApplication.getShutdownHandlers().add(this::stop);
            SpringApplication.from(AnbuApplication::main).with(TrialBeans.class).run(all.toArray(String[]::new));
        } catch (RuntimeException e) {
            // Spring has told why
            stop();
            System.exit(1);
        }
    }

    private void stopOrphan() {
        try {
            EmbeddedDatabase.stopOrphan(settings.database());
        } catch (IllegalStateException e) {
            throw new TrialRefused(Objects.toString(e.getMessage()));
        }
    }

    private TrialMemory memory() {
        var memory = new TrialMemory(settings.folder());
        var obstacle = memory.obstacle(Instant.now());
        if (!obstacle.isEmpty()) {
            log.info("The trial in {} cannot be continued, for {}. Beginning anew.", settings.folder(), obstacle);
            memory.forget();
        }
        return memory;
    }

    /** Starts the embedded servers and returns where they are. */
    private List<String> servers() {
        var places = new ArrayList<String>();
        if (settings.databaseUrl() == null) {
            log.info("Starting an embedded MariaDB in {} ...", settings.database());
            var options = List.of(
                    "--innodb-buffer-pool-size=512M",
                    "--innodb-log-file-size=256M",
                    "--innodb-flush-log-at-trx-commit=2");
            var database = EmbeddedDatabase.start(settings.database(), settings.databasePort(), options);
            stops.add(database::stop);
            places.add("--spring.datasource.url=" + database.url("anbu"));
            places.add("--spring.datasource.username=root");
            places.add("--spring.datasource.password=");
        }
        log.info("Starting an embedded MQTT 5 broker on port {} ...", settings.brokerPort());
        var broker = EmbeddedBroker.start(settings.broker(), settings.brokerPort());
        stops.add(0, broker::stop);
        places.add("--anbu.mqtt.uri=" + broker.uri());
        return places;
    }

    private void stop() {
        if (!stopped.getAndSet(true)) {
            stops.forEach(Runnable::run);
            log.info("The trial has stopped; its data is kept in {}.", settings.folder());
        }
    }

    /** Under Maven, this is a process of its own: when Maven is killed, it ends too instead of running on unseen. */
    private static void endWithParent() {
        ProcessHandle.current()
                .parent()
                .filter(parent -> parent.info().command().orElse("").endsWith("/java"))
                .ifPresent(maven -> maven.onExit().thenRunAsync(() -> System.exit(0)));
    }
}
