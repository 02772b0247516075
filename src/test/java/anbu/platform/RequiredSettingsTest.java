package anbu.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

/** What an operator reads when the service does not start. */
class RequiredSettingsTest {
    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    private RequiredSettings in(MockEnvironment environment) {
        beans.registerSingleton("environment", environment);
        return new RequiredSettings();
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        var settings = in(new MockEnvironment());

        assertThatThrownBy(() -> settings.postProcessBeanFactory(beans))
                .isInstanceOfSatisfying(Misconfigured.class, refusal -> {
                    assertThat(refusal)
                            .hasMessageContaining("Set SPRING_DATASOURCE_URL")
                            .hasMessageContaining("Set ANBU_MQTT_URI")
                            .hasMessageContaining("ANBU_ENCRYPTION_KEY");
                    assertThat(refusal.remedy()).contains("./mvnw spring-boot:test-run");
                });
    }

    @Test
    void whatIsThereIsNotToldMissingAndItsValueIsNeverShown() {
        var environment = complete().withProperty("anbu.mqtt.uri", "");

        assertThat(RequiredSettings.problems(environment))
                .singleElement()
                .asString()
                .contains("ANBU_MQTT_URI")
                .doesNotContain("a-secret");
    }

    @Test
    void completeSettingsPass() {
        var settings = in(complete());

        assertThatCode(() -> settings.postProcessBeanFactory(beans)).doesNotThrowAnyException();
    }

    @Test
    void doingWithoutABrokerMustBeSaid() {
        var environment = complete().withProperty("anbu.mqtt.uri", "none");

        in(environment).postProcessBeanFactory(beans);

        assertThat(environment.getProperty("anbu.mqtt.uri")).isEmpty();
    }

    @Test
    void anUnreachableDatabaseIsNamedWithHostAndPort() {
        var told = analysis(new SQLException("Socket fail to connect", "08000"));

        assertThat(told.getDescription()).isEqualTo("The database at db.example:3307 cannot be reached.");
    }

    @Test
    void aRefusedUserIsNamed() {
        var told = analysis(new SQLException("Access denied", "28000", 1045));

        assertThat(told.getDescription()).contains("db.example:3307").contains("\"anbu\"");
    }

    @Test
    void aMissingSchemaIsNamed() {
        var told = analysis(new SQLException("Unknown database", "42000", 1049));

        assertThat(told.getDescription()).contains("no schema \"city\"");
    }

    @Test
    void anotherDatabaseErrorIsLeftToOthers() {
        var failure = new IllegalStateException(new SQLException("Syntax", "42000", 1064));

        assertThat(new UnreachableDatabaseAnalyzer(complete()).analyze(failure)).isNull();
    }

    private static FailureAnalysis analysis(SQLException cause) {
        return Objects.requireNonNull(
                new UnreachableDatabaseAnalyzer(complete()).analyze(new IllegalStateException(cause)));
    }

    private static MockEnvironment complete() {
        return new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:mariadb://db.example:3307/city?useSsl=true")
                .withProperty("spring.datasource.username", "anbu")
                .withProperty("anbu.mqtt.uri", "tcp://localhost:1883")
                .withProperty("anbu.encryption-key", "a-secret");
    }
}
