package anbu.load;

import anbu.testing.EmbeddedBroker;
import java.nio.file.Path;

/** A journaling broker in a process of its own, so that it can be killed: arguments are its data folder and its port. */
public final class BrokerProcess {
    private BrokerProcess() {}

    public static void main(String... arguments) {
        EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }
}
