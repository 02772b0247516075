package anbu.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PolledTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T00:00:00Z"));
    private final AtomicInteger looks = new AtomicInteger();
    private final Polled<Integer> polled =
            new Polled<>(now::get, Duration.ofSeconds(2), known -> looks.incrementAndGet());

    @Test
    void looksAgainOnlyAfterTheSpan() {
        assertThat(polled.get()).isEqualTo(1);

        pass(Duration.ofMillis(1999));
        assertThat(polled.get()).isEqualTo(1);

        pass(Duration.ofMillis(1));
        assertThat(polled.get()).isEqualTo(2);
    }

    @Test
    void aClockSetBackDoesNotFreezeTheValue() {
        polled.get();

        pass(Duration.ofHours(-1));

        assertThat(polled.get()).isEqualTo(2);
    }

    @Test
    void looksNowWhenTold() {
        polled.get();

        assertThat(polled.look()).isEqualTo(2);
        assertThat(polled.get()).isEqualTo(2);
    }

    @Test
    void aFailedLookIsTriedAgain() {
        var failing = new Polled<Integer>(now::get, Duration.ofSeconds(2), known -> {
            if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("database away");
            }
            return 7;
        });

        assertThatThrownBy(failing::get).hasMessage("database away");
        assertThat(failing.get()).isEqualTo(7);
    }

    @Test
    void othersGoOnWithTheOldValueWhileOneLooks() throws Exception {
        var started = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var slow = new Polled<Integer>(now::get, Duration.ofSeconds(2), known -> {
            if (known == null) {
                return 1;
            }
            started.countDown();
            await(release);
            return 2;
        });
        slow.get();
        pass(Duration.ofSeconds(3));
        var thread = Executors.newSingleThreadExecutor();

        try {
            var looking = thread.submit(slow::get);
            await(started);

            assertThat(slow.get()).isEqualTo(1);

            release.countDown();
            assertThat(looking.get()).isEqualTo(2);
        } finally {
            thread.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pass(Duration span) {
        now.updateAndGet(moment -> moment.plus(span));
    }
}
