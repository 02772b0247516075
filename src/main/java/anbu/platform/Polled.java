package anbu.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A value in memory that another node may replace in the database. It is looked up again when it is older than a span, by one caller,
 * while the others go on with the old one: nobody who holds a connection ever waits for somebody who needs one.
 */
public final class Polled<T> {
    private final InstantSource clock;
    private final Duration every;
    private final UnaryOperator<@Nullable T> look;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Seen<T> seen;

    private record Seen<T>(@Nullable T value, Instant at) {}

    /** @param look gets the value known so far and returns the one that is true now; null means there is none */
    public Polled(InstantSource clock, Duration every, UnaryOperator<@Nullable T> look) {
        this.clock = clock;
        this.every = every;
        this.look = look;
    }

    public @Nullable T get() {
        var known = seen;
        if (known != null && isFresh(known)) {
            return known.value();
        }
        if (known == null) {
            looking.lock();
        } else if (!looking.tryLock()) {
            return known.value();
        }
        try {
            return renewed();
        } finally {
            looking.unlock();
        }
    }

    /** Looks now, whatever the age of the value. */
    public @Nullable T look() {
        looking.lock();
        try {
            var known = seen;
            var value = look.apply(known == null ? null : known.value());
            seen = new Seen<>(value, clock.instant());
            return value;
        } finally {
            looking.unlock();
        }
    }

    private @Nullable T renewed() {
        var known = seen;
        return known != null && isFresh(known) ? known.value() : look();
    }

    private boolean isFresh(Seen<T> known) {
        return Duration.between(known.at(), clock.instant()).abs().compareTo(every) < 0;
    }
}
