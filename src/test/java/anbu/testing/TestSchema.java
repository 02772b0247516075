package anbu.testing;

import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application context a fresh schema of the shared server. */
public class TestSchema implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var schema = "anbu_" + UUID.randomUUID().toString().substring(0, 8);
        TestPropertyValues.of(
                        "spring.datasource.url=" + EmbeddedDatabase.shared().url(schema),
                        "spring.datasource.username=root",
                        "spring.datasource.password=")
                .applyTo(context);
    }
}
