package anbu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.policy.facts.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every file in rules/ is loaded, compiles, keeps to what rules may do, and is shown by a scenario. */
class RuleFilesTest {
    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\b(salience|modify|update|insert|insertLogical|delete|retract|eval|function|declare|query|new|no-loop|lock-on-active"
                    + "|agenda-group|activation-group|ruleflow-group|timer|duration|System|Runtime|Thread|Class|dialect|static|unit|if|for|while)\\b");
    private static final Pattern IMPORT = Pattern.compile("^import\\s+(.+?);?$", Pattern.MULTILINE);
    private static final Pattern FACT = Pattern.compile("anbu\\.policy\\.facts\\.[A-Z]\\w*");

    @Test
    void everyRuleFileOfTheFolderIsLoaded() throws IOException {
        try (var files = Files.walk(Path.of("rules"))) {
            var inFolder = files.map(path -> path.toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".drl"))
                    .toList();

            assertThat(RuleFiles.all().keySet()).isNotEmpty().containsExactlyInAnyOrderElementsOf(inFolder);
        }
    }

    @Test
    void everyRuleIsShownByAScenario() {
        var table = RuleFiles.defaultTable();
        var rules = RuleBook.of(Artefact.of(table, RuleFiles.all()));

        var fired = Scenario.all(table).stream()
                .flatMap(scenario -> rules.judge(scenario.situation(), scenario.score()).stream()
                        .filter(finding -> finding.holdsAt(scenario.situation().now())))
                .map(Finding::rule)
                .collect(Collectors.toSet());

        assertThat(rules.ruleNames()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(fired).containsExactlyInAnyOrderElementsOf(rules.ruleNames());
    }

    @Test
    void everyRuleOnlyAddsAFinding() {
        var files = RuleFiles.all();

        assertThat(files).isNotEmpty();
        assertThat(files)
                .allSatisfy((path, text) -> assertThat(offences(path, text)).isEmpty());
    }

    @Test
    void whatRulesMayNotDoIsNoticed() {
        var bad = """
                package rules.other
                import anbu.households.Household
                import anbu.policy.facts.Limit
                rule "bad"
                    salience 10
                when
                    $limit : Limit(eval(hours > 3))
                then
                    modify($limit) {}
                    System.exit(1);
                end
                """;

        assertThat(offences("rules/tiers/bad.drl", bad))
                .contains(
                        "salience",
                        "eval",
                        "modify",
                        "System",
                        "import anbu.households.Household",
                        "package",
                        "findings");
    }

    private static List<String> offences(String path, String text) {
        var plain = text.replaceAll("//.*", "").replaceAll("\"[^\"]*\"", "\"\"");
        var offences = new ArrayList<String>();
        FORBIDDEN.matcher(plain).results().forEach(match -> offences.add(match.group()));
        IMPORT.matcher(plain)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !FACT.matcher(name).matches())
                .forEach(name -> offences.add("import " + name));
        if (!plain.contains(
                "package " + path.substring(0, path.lastIndexOf('/')).replace('/', '.') + "\n")) {
            offences.add("package");
        }
        var consequences = plain.split("\\bthen\\b", -1);
        for (int i = 1; i < consequences.length; i++) {
            var body = consequences[i].split("\\bend\\b", 2)[0].strip();
            if (!body.matches("findings\\.add\\(Finding\\.of\\(drools\\.getRule\\(\\)\\.getName\\(\\), [^;]*\\)\\);")) {
                offences.add("findings");
            }
        }
        return offences;
    }
}
