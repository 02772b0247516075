package anbu.policy;

import anbu.platform.Refused;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;

/** Turns rule texts into a knowledge base that is never changed afterwards. */
final class RuleCompiler {
    private static final AtomicLong COUNT = new AtomicLong();

    private RuleCompiler() {}

    /** Compiles, or refuses with the file and line of every error. */
    static synchronized KieBase compile(SortedMap<String, String> ruleFiles) {
        if (ruleFiles.isEmpty()) {
            throw new Refused(
                    "This policy holds no rule file, so it could never notice anything. Maybe the jar was built without rules/.");
        }
        var services = KieServices.get();
        var release = services.newReleaseId("anbu", "policy", "c" + COUNT.incrementAndGet());
        var files = services.newKieFileSystem().generateAndWritePomXML(release);
        ruleFiles.forEach((path, text) -> files.write("src/main/resources/" + path, text));
        var classes = RuleCompiler.class.getClassLoader();
        try {
            var results = services.newKieBuilder(files, classes)
                    .buildAll(ExecutableModelProject.class)
                    .getResults();
            if (results.hasMessages(Message.Level.ERROR)) {
                var errors = results.getMessages(Message.Level.ERROR).stream()
                        .map(RuleCompiler::sentence)
                        .distinct()
                        .collect(Collectors.joining("; "));
                throw new Refused("The rules do not compile, and the live policy stays as it is. %s".formatted(errors));
            }
            return services.newKieContainer(release, classes).getKieBase();
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private static String sentence(Message message) {
        var path = String.valueOf(message.getPath()).replaceFirst("^src/main/resources/", "");
        return "%s, line %d: %s"
                .formatted(
                        path,
                        message.getLine(),
                        message.getText().lines().findFirst().orElse(""));
    }
}
