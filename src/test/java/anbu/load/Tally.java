package anbu.load;

/** What all plugs together did; written by one thread. */
final class Tally {
    long sent;
    long sentAgain;
    long acknowledged;
    /** Acknowledged by the broker although nobody had subscribed. */
    long withoutSubscriber;

    long lostConnections;

    @Override
    public String toString() {
        return "sent=%d acknowledged=%d sent_again=%d without_subscriber=%d lost_connections=%d"
                .formatted(sent, acknowledged, sentAgain, withoutSubscriber, lostConnections);
    }
}
