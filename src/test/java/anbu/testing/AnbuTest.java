package anbu.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a real MariaDB with a schema of its own, time standing still until the test moves it ({@link TestClock}), and
 * nothing running by itself: the test looks at homes and fires timers when it wants.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "anbu.monitoring.watching=false",
            "anbu.telemetry.housekeeping=false",
            "anbu.mqtt.uri=none",
            "anbu.outreach.automatic-calls=true",
            "anbu.encryption-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "camunda.bpm.job-execution.enabled=false"
        })
@ActiveProfiles("test")
@Import({TestClock.Config.class, Concerned.class})
@ContextConfiguration(initializers = TestSchema.class)
public @interface AnbuTest {}
