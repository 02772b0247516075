package anbu.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The deadlines of the application, and beside them when the look at each home was committed. */
class Finished extends Deadlines {
    private final Map<String, Instant> committed = new ConcurrentHashMap<>();
    private final Clock clock;

    Finished(JdbcClient jdbc, Clock clock) {
        super(jdbc);
        this.clock = clock;
    }

    @Override
    void looked(Look look) {
        super.looked(look);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                committed.putIfAbsent(look.householdId(), clock.instant());
            }
        });
    }

    long among(Map<String, Instant> moments) {
        return moments.keySet().stream().filter(committed::containsKey).count();
    }

    Instant last(Map<String, Instant> moments) {
        return moments.keySet().stream()
                .map(this::committed)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** From each home's moment until its look was committed, in milliseconds, ascending. */
    long[] lateness(Map<String, Instant> moments) {
        return moments.entrySet().stream()
                .mapToLong(home -> Duration.between(home.getValue(), committed(home.getKey()))
                        .toMillis())
                .sorted()
                .toArray();
    }

    private Instant committed(String householdId) {
        var at = committed.get(householdId);
        if (at == null) {
            throw new IllegalStateException("Nobody looked at home %s.".formatted(householdId));
        }
        return at;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Config {
        @Bean
        @Primary
        Finished finished(JdbcClient jdbc, Clock clock) {
            return new Finished(jdbc, clock);
        }
    }
}
