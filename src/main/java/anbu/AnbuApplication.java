package anbu;

import anbu.telemetry.replay.Replay;
import java.util.Arrays;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The whole service: one jar, any number of identical nodes. */
@SpringBootApplication
@EnableScheduling
public class AnbuApplication {
    static {
        // Every moment is stored in UTC, whatever the machine's zone: both JDBC and Camunda follow the default zone.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(Replay.NAME)) {
            // A command, not the service: it needs neither Spring nor a database, and starts at once.
            System.exit(Replay.run(Arrays.copyOfRange(args, 1, args.length), System.err));
        }
        SpringApplication.run(AnbuApplication.class, args);
    }
}
