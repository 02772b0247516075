package anbu.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.stereotype.Component;

/** Says everything that is missing at once, before anything is started, instead of one thing per start. */
@Component
class RequiredSettings implements BeanFactoryPostProcessor, PriorityOrdered {
    private static final String BROKER = "anbu.mqtt.uri";
    private static final Map<String, String> MISSING = missing();

    private static Map<String, String> missing() {
        var words = new LinkedHashMap<String, String>();
        words.put(
                "spring.datasource.url",
                "Anbu has no database. Set SPRING_DATASOURCE_URL, for example jdbc:mariadb://localhost:3306/anbu, with"
                        + " SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
        words.put(
                BROKER,
                "Anbu has no MQTT broker. Set ANBU_MQTT_URI, for example tcp://localhost:1883, with ANBU_MQTT_USERNAME and"
                        + " ANBU_MQTT_PASSWORD if it asks for them; or ANBU_MQTT_URI=none if readings come over HTTP only.");
        words.put(
                "anbu.encryption-key",
                "Anbu has no key for personal data. Make one with: openssl rand -base64 32. Set it as ANBU_ENCRYPTION_KEY,"
                        + " the same on every node and at every start, and keep a copy in a safe place.");
        return words;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var environment = beans.getBean(ConfigurableEnvironment.class);
        var problems = problems(environment);
        if (!problems.isEmpty()) {
            throw new Misconfigured(
                    String.join(System.lineSeparator(), problems),
                    "Set what is missing and start again; docs/operator.md tells more. For a trial without any set-up run"
                            + " ./mvnw spring-boot:test-run in the source folder.");
        }
        if ("none".equals(environment.getProperty(BROKER))) {
            environment.getPropertySources().addFirst(new MapPropertySource("no broker", Map.of(BROKER, "")));
        }
    }

    static List<String> problems(ConfigurableEnvironment environment) {
        var problems = new ArrayList<String>();
        MISSING.forEach((setting, words) -> {
            if (environment.getProperty(setting, "").isBlank()) {
                problems.add(words);
            }
        });
        return problems;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
