package anbu.trial;

import anbu.monitoring.Lesson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Lets the district live from the moment the service is ready: plugs report, phones are answered, and in the fourth minute the model learns. */
final class TrialLife implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(TrialLife.class);
    private static final Duration LEARNS_AFTER = Duration.ofMinutes(3);

    private final TrialStage stage;
    private final TrialMemory memory;
    private final Phones phones;
    private final BeanFactory beans;
    private final ScheduledExecutorService life = Executors.newScheduledThreadPool(2, work -> {
        var thread = new Thread(work, "trial-life");
        thread.setDaemon(true);
        return thread;
    });

    TrialLife(TrialStage stage, TrialMemory memory, Phones phones, BeanFactory beans) {
        this.stage = stage;
        this.memory = memory;
        this.phones = phones;
        this.beans = beans;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        var environment = ready.getApplicationContext().getEnvironment();
        var clock = beans.getBean(Clock.class);
        var uri = environment.getRequiredProperty("anbu.mqtt.uri");
        var plugs = new LivePlugs(LivePlugs.connected(uri), stage, memory, clock);
        every(Duration.ofSeconds(1), plugs::tick);
        every(Duration.ofSeconds(1), phones::tick);
        if (memory.starts().size() == 1 && clock.instant().isBefore(learnsAt())) {
            var wait = Duration.between(clock.instant(), learnsAt());
            life.schedule(() -> survive(this::learn), wait.toMillis(), TimeUnit.MILLISECONDS);
        }
        log.info("{}", welcome(environment, uri));
    }

    private Instant learnsAt() {
        return memory.starts().get(0).plus(LEARNS_AFTER);
    }

    private String welcome(Environment environment, String uri) {
        var address = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        var brokerPort = Integer.parseInt(uri.substring(uri.lastIndexOf(':') + 1));
        return Welcome.words(
                stage, beans.getBean(Clock.class).instant(), beans.getBean(ZoneId.class), address, brokerPort);
    }

    private void learn() {
        var start = memory.starts().get(0);
        var model = new Lesson(beans).learn(start.minus(District.HISTORY), start.plus(LEARNS_AFTER));
        log.info(
                "Trained risk model {} on the district's history: {} examples, {} of them before an emergency. Every home has a score now.",
                model.version(),
                model.examples(),
                model.positives());
    }

    private void every(Duration span, Runnable work) {
        life.scheduleWithFixedDelay(() -> survive(work), 0, span.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void survive(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("Something in the trial's district failed and is tried again.", e);
        }
    }

    @Override
    public void destroy() {
        life.shutdownNow();
    }
}
