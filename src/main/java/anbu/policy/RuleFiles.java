package anbu.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the folder {@code rules/} of this jar holds: rule files by path, and the policy data to start with. */
final class RuleFiles {
    private static final String FOLDER = "rules/";

    private RuleFiles() {}

    /** The text of every rule file by its path, such as {@code rules/tiers/unchanged-home.drl}. */
    static SortedMap<String, String> all() {
        try {
            var found = new PathMatchingResourcePatternResolver(RuleFiles.class.getClassLoader())
                    .getResources("classpath*:" + FOLDER + "**/*.drl");
            var files = new TreeMap<String, String>();
            for (var file : found) {
                files.put(path(file), text(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The rule files of this jar cannot be read.", e);
        }
    }

    static PolicyTable defaultTable() {
        try {
            return PolicyJson.readTable(text(new ClassPathResource(FOLDER + "default-policy.json")));
        } catch (IOException e) {
            throw new UncheckedIOException("The default policy of this jar cannot be read.", e);
        }
    }

    private static String path(Resource file) throws IOException {
        var url = file.getURL().toString();
        return url.substring(url.lastIndexOf("/" + FOLDER) + 1);
    }

    private static String text(Resource file) throws IOException {
        return file.getContentAsString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
