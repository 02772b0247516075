package anbu.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import anbu.audit.Audit;
import anbu.households.Households;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The module's beans find each other, and without a broker it starts and says so. */
class TelemetryBeansTest {
    @Configuration
    @ComponentScan("anbu.telemetry")
    static class Module {}

    @Test
    void startWithoutABrokerAndNameTheMissingSetting() {
        new ApplicationContextRunner()
                .withUserConfiguration(Module.class)
                .withBean(Audit.class, () -> mock(Audit.class))
                .withBean(Households.class, () -> mock(Households.class))
                .withBean(JdbcClient.class, () -> mock(JdbcClient.class))
                .withBean(JdbcTemplate.class, () -> mock(JdbcTemplate.class))
                .withBean(PlatformTransactionManager.class, () -> mock(PlatformTransactionManager.class))
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean("serviceZone", ZoneId.class, () -> ZoneId.of("Asia/Seoul"))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(TelemetrySettings.class))
                            .usingRecursiveComparison()
                            .isEqualTo(TelemetryFixture.SETTINGS);
                    assertThat(context.getBean(MqttIntake.class).isConnected()).isFalse();
                    assertThat(context.getBean(MqttHealth.class)
                                    .health()
                                    .getStatus()
                                    .getCode())
                            .isEqualTo("UNKNOWN");
                });
    }
}
