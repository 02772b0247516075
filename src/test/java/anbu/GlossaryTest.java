package anbu;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A word that other modules use is explained in docs/glossary.md. */
class GlossaryTest {
    @Test
    void everyPublicTypeIsInTheGlossary() throws IOException {
        var glossary = Files.readString(Path.of("docs/glossary.md"));

        assertThat(publicTypes()).hasSizeGreaterThan(50).allSatisfy(name -> assertThat(glossary)
                .contains("`" + name));
    }

    private static List<String> publicTypes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("anbu").stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type ->
                                !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
                        .map(JavaClass::getSimpleName)
                        .sorted()
                        .toList();
    }
}
