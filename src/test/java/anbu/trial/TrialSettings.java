package anbu.trial;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Where the trial lives. Each can be given as an argument ({@code --server.port=9090}) or in the environment ({@code SERVER_PORT=9090}).
 *
 * @param webPort {@code server.port}
 * @param brokerPort {@code anbu.trial.mqtt-port}
 * @param databasePort {@code anbu.trial.db-port}
 * @param folder {@code anbu.trial.folder}: everything that the trial keeps; may be deleted when it does not run
 * @param databaseUrl {@code spring.datasource.url}: a database to be used in place of the embedded one; null for the embedded one
 */
record TrialSettings(
        int webPort,
        int brokerPort,
        int databasePort,
        Path folder,
        @Nullable String databaseUrl) {
    static TrialSettings of(String... arguments) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        var url = environment.getProperty("spring.datasource.url", "");
        return new TrialSettings(
                port(environment, "server.port", 8080),
                port(environment, "anbu.trial.mqtt-port", 1883),
                port(environment, "anbu.trial.db-port", 13306),
                Path.of(environment.getProperty("anbu.trial.folder", "target/trial"))
                        .toAbsolutePath(),
                url.isBlank() ? null : url);
    }

    private static int port(Environment environment, String name, int otherwise) {
        var given = environment.getProperty(name, Integer.toString(otherwise));
        if (!given.matches("\\d{1,5}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > 65535) {
            throw new TrialRefused(
                    "%s is \"%s\", which is no port; give a number from 1 to 65535.".formatted(name, given));
        }
        return Integer.parseInt(given);
    }

    Path database() {
        return folder.resolve("db");
    }

    Path broker() {
        return folder.resolve("broker");
    }
}
