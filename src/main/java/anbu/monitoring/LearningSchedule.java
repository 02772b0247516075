package anbu.monitoring;

import anbu.platform.Refused;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Scores every hour and trains every night, on the nodes that watch. */
@Component
@ConditionalOnProperty(name = "anbu.monitoring.watching", matchIfMissing = true)
class LearningSchedule {
    private static final Logger log = LoggerFactory.getLogger(LearningSchedule.class);
    private static final Duration TRAIN_ON = Duration.ofDays(90);

    private final Learning learning;
    private final Clock clock;

    LearningSchedule(Learning learning, Clock clock) {
        this.learning = learning;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${anbu.monitoring.score-every:1h}", initialDelayString = "PT1M")
    void score() {
        learning.score(clock.instant());
    }

    @Scheduled(cron = "${anbu.monitoring.train-at:0 30 3 * * *}", zone = "${anbu.zone:Asia/Seoul}")
    void train() {
        try {
            var model = learning.train(clock.instant().minus(TRAIN_ON), clock.instant());
            log.info(
                    "Trained risk model {} on {} examples, {} of them true.",
                    model.version(),
                    model.examples(),
                    model.positives());
        } catch (Refused tooLittle) {
            log.info("No new risk model tonight: {}", tooLittle.getMessage());
        }
    }
}
