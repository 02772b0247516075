package anbu;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Every setting of ours has its line in docs/settings.md, and every line its setting. */
class SettingsDocTest {
    private static final Pattern LINE = Pattern.compile("^\\| `(anbu\\.[a-z0-9.-]+)` \\| `([A-Z0-9_]+)` \\| (.+?) \\|");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(anbu\\.[a-z0-9.-]+)(?::([^}]*))?}");
    private static final String TRIAL = "anbu.trial.";

    private final Collection<JavaClass> classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("anbu").stream()
                    .toList();

    /** A documented setting: its variable and its default as written. */
    private record Line(String variable, String byDefault) {}

    @Test
    void everySettingIsDocumentedAndNothingElse() throws IOException {
        var documented = documented().keySet().stream()
                .filter(name -> !name.startsWith(TRIAL))
                .toList();

        assertThat(settings().keySet()).hasSizeGreaterThan(15);
        assertThat(documented).containsExactlyElementsOf(settings().keySet());
    }

    @Test
    void defaultsAreDocumentedAsTheyAre() throws IOException {
        var settings = settings();

        documented().forEach((name, line) -> {
            var value = settings.getOrDefault(name, "");
            if (!value.isEmpty()) {
                assertThat(line.byDefault().replace("`", "")).as(name).isEqualTo(value);
            }
        });
    }

    @Test
    void variablesBindToTheirSettings() throws IOException {
        documented().forEach((name, line) -> assertThat(plain(line.variable()))
                .as("%s, which binds to %s", line.variable(), name)
                .isEqualTo(plain(name)));
    }

    /** Settings by name with their defaults; empty where there is none or it is computed. */
    private TreeMap<String, String> settings() {
        var settings = new TreeMap<String, String>();
        for (var type : classes) {
            if (type.isAnnotatedWith(ConfigurationProperties.class)) {
                components(type.reflect(), settings);
            }
            annotations(type).forEach(annotation -> placeholders(annotation, settings));
        }
        return settings;
    }

    private static void components(Class<?> type, TreeMap<String, String> settings) {
        var prefix = type.getAnnotation(ConfigurationProperties.class).value();
        for (var parameter : type.getDeclaredConstructors()[0].getParameters()) {
            var value = parameter.getAnnotation(DefaultValue.class);
            var name = parameter.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            settings.put(prefix + "." + name, value == null ? "" : String.join(",", value.value()));
        }
    }

    private static Stream<JavaAnnotation<?>> annotations(JavaClass type) {
        var all = new ArrayList<JavaAnnotation<?>>(type.getAnnotations());
        type.getMembers().forEach(member -> all.addAll(member.getAnnotations()));
        type.getCodeUnits()
                .forEach(unit -> unit.getParameters().forEach(parameter -> all.addAll(parameter.getAnnotations())));
        return all.stream();
    }

    private static void placeholders(JavaAnnotation<?> annotation, TreeMap<String, String> settings) {
        if (annotation.getRawType().isEquivalentTo(ConditionalOnProperty.class)) {
            Arrays.stream((String[]) annotation.get("name").orElseThrow())
                    .filter(name -> name.startsWith("anbu."))
                    .forEach(name -> settings.putIfAbsent(name, ""));
        }
        annotation.getProperties().values().stream()
                .filter(String.class::isInstance)
                .map(value -> PLACEHOLDER.matcher((String) value))
                .forEach(found -> {
                    while (found.find()) {
                        settings.putIfAbsent(found.group(1), found.group(2) == null ? "" : found.group(2));
                    }
                });
    }

    private static TreeMap<String, Line> documented() throws IOException {
        var lines = new TreeMap<String, Line>();
        for (var text : Files.readAllLines(Path.of("docs/settings.md"))) {
            var found = LINE.matcher(text);
            if (found.find()) {
                lines.putIfAbsent(found.group(1), new Line(found.group(2), found.group(3)));
            }
        }
        return lines;
    }

    /** As Spring compares them: neither case nor separators count. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
