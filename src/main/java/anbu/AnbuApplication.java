package anbu;

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
        SpringApplication.run(AnbuApplication.class, args);
    }
}
