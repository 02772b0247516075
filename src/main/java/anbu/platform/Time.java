package anbu.platform;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock, in milliseconds as the database keeps them, and the zone in which hours and days are judged. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Time.ZoneSettings.class)
class Time {
    /** {@code anbu.zone}: the service's zone. */
    @ConfigurationProperties("anbu")
    record ZoneSettings(@DefaultValue("Asia/Seoul") ZoneId zone) {}

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneId.of("UTC"));
    }

    @Bean
    ZoneId serviceZone(ZoneSettings settings) {
        return settings.zone();
    }
}
