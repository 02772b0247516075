package anbu;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.casework.Step;
import anbu.casework.StepResult;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern USED = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)");
    private static final Pattern VALUES = Pattern.compile("\\{(\\d)}");
    private static final Pattern RULE = Pattern.compile("(?m)^rule \"([^\"]+)\"");
    private static final Pattern HANGUL = Pattern.compile("[가-힣]");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(texts("messages_en.properties").stringPropertyNames())
                .hasSizeGreaterThan(300)
                .isEqualTo(texts("messages.properties").stringPropertyNames());
    }

    @Test
    void bothLanguagesSayTheSameValues() throws IOException {
        var korean = texts("messages.properties");
        var english = texts("messages_en.properties");

        for (var key : korean.stringPropertyNames()) {
            assertThat(values(english.getProperty(key))).as(key).isEqualTo(values(korean.getProperty(key)));
        }
    }

    @Test
    void noTextHasAnApostropheThatWouldSwallowItsValues() throws IOException {
        for (var file : new String[] {"messages.properties", "messages_en.properties"}) {
            assertThat(texts(file).values()).noneMatch(text -> text.toString().contains("'"));
        }
    }

    @Test
    void everyTextThatATemplateUsesExists() throws IOException {
        var texts = texts("messages.properties");
        var missing = new TreeSet<String>();
        int used = 0;
        for (var template : templates()) {
            var found = USED.matcher(Files.readString(template));
            while (found.find()) {
                used++;
                if (!texts.containsKey(found.group(1))) {
                    missing.add(template.getFileName() + ": " + found.group(1));
                }
            }
        }

        assertThat(used).isGreaterThan(100);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyResultSaysWhereItLeadsAndEveryRuleIsNamedInTheReadersLanguage() throws IOException {
        var texts = texts("messages.properties");
        for (var result : StepResult.values()) {
            if (result != StepResult.DONE) {
                assertThat(texts).containsKey("then." + result);
            }
            if (result != StepResult.DONE
                    && !StepResult.of(Step.CHECK_DEVICE).contains(result)
                    && !StepResult.of(Step.CALL_CONTACTS).contains(result)) {
                assertThat(texts).containsKey("then.device." + result);
            }
        }
        var rules = ruleNames();
        assertThat(rules).hasSizeGreaterThan(3);
        assertThat(rules).allSatisfy(rule -> assertThat(texts).containsKey("rule." + rule.replace(' ', '-')));
    }

    private static List<String> ruleNames() throws IOException {
        try (var files = Files.walk(Path.of("rules"))) {
            var names = new ArrayList<String>();
            for (var file :
                    files.filter(each -> each.toString().endsWith(".drl")).toList()) {
                RULE.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
            }
            return names;
        }
    }

    @Test
    void noTemplateHoldsTextItself() throws IOException {
        for (var template : templates()) {
            assertThat(HANGUL.matcher(Files.readString(template)).find())
                    .as(template.toString())
                    .isFalse();
        }
    }

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(RESOURCES.resolve("templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static TreeSet<String> values(String text) {
        var values = new TreeSet<String>();
        VALUES.matcher(text).results().forEach(found -> values.add(found.group(1)));
        return values;
    }

    private static Properties texts(String file) throws IOException {
        var texts = new Properties();
        texts.load(new StringReader(Files.readString(RESOURCES.resolve(file))));
        return texts;
    }
}
