package anbu.platform;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Tells which database did not let us in, and why, when that kept the application from starting. */
class UnreachableDatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    private static final Pattern PLACE = Pattern.compile("^jdbc:[a-z:]+//([^/?;]+)(?:/([^?;]*))?");

    private final Environment environment;

    UnreachableDatabaseAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        var state = cause.getSQLState() == null ? "" : cause.getSQLState();
        var user = environment.getProperty("spring.datasource.username", "");
        var place = PLACE.matcher(environment.getProperty("spring.datasource.url", ""));
        var found = place.find();
        var server = found ? place.group(1) : "the address of spring.datasource.url";
        if (state.startsWith("28")) {
            return new FailureAnalysis(
                    "The database at %s does not let the user \"%s\" in.".formatted(server, user),
                    "Check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD, and from which hosts the database lets this user in.",
                    cause);
        }
        if (cause.getErrorCode() == 1049) {
            return new FailureAnalysis(
                    "The database at %s has no schema \"%s\".".formatted(server, found ? place.group(2) : ""),
                    "Create it with: CREATE DATABASE anbu CHARACTER SET utf8mb4; or correct SPRING_DATASOURCE_URL.",
                    cause);
        }
        return state.startsWith("08") ? unreachable(server, cause) : null;
    }

    private static FailureAnalysis unreachable(String server, SQLException cause) {
        return new FailureAnalysis(
                "The database at %s cannot be reached.".formatted(server),
                "Check that MariaDB runs there and that nothing on the way blocks it, or correct SPRING_DATASOURCE_URL (host and port).",
                cause);
    }
}
