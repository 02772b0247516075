package anbu.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the trial from starting is one sentence that names the value and what to do. */
class PreflightTest {
    @TempDir
    private Path folder;

    @Test
    void aTakenPortIsNamedWithTheSettingThatChangesIt() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = other.getLocalPort();

            assertThatThrownBy(() -> Preflight.checkPort("the web pages", port, "server.port"))
                    .isInstanceOf(TrialRefused.class)
                    .hasMessageContaining("Port %d for the web pages is taken".formatted(port))
                    .hasMessageContaining("--server.port=");
        }
    }

    @Test
    void aPlatformWithoutAnEmbeddedDatabaseIsToldToBringOne() {
        assertThatThrownBy(() -> Preflight.checkPlatform(false))
                .isInstanceOf(TrialRefused.class)
                .hasMessageContaining("SPRING_DATASOURCE_URL=jdbc:mariadb://");
        assertThatCode(() -> Preflight.checkPlatform(true)).doesNotThrowAnyException();
    }

    @Test
    void tooLittleDiskIsToldInMegabytes() {
        var settings = TrialSettings.of("--anbu.trial.folder=" + folder);

        assertThatThrownBy(() -> Preflight.checkDisk(settings, Long.MAX_VALUE))
                .isInstanceOf(TrialRefused.class)
                .hasMessageContaining("MB left")
                .hasMessageContaining(folder.toString());
        assertThatCode(() -> Preflight.checkDisk(settings, 1)).doesNotThrowAnyException();
    }

    @Test
    void aDatabaseOfOnesOwnIsTakenInsteadOfTheEmbeddedOne() {
        var settings = TrialSettings.of("--spring.datasource.url=jdbc:mariadb://db.example/anbu");

        assertThat(settings.databaseUrl()).isEqualTo("jdbc:mariadb://db.example/anbu");
    }

    @Test
    void whatIsNoPortIsRefusedWithItsValue() {
        assertThatThrownBy(() -> TrialSettings.of("--server.port=eighty"))
                .isInstanceOf(TrialRefused.class)
                .hasMessageContaining("\"eighty\"");
    }
}
