package anbu;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whoever adds an endpoint says who may call it. */
class EndpointRolesTest {
    /** Handlers that everybody may call, as Class.method; a very short list. */
    private static final Set<String> PUBLIC = Set.of();

    private static final List<JavaMethod> HANDLERS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("anbu").stream()
                    .filter(type ->
                            type.isAnnotatedWith(Controller.class) || type.isMetaAnnotatedWith(Controller.class))
                    .flatMap(type -> type.getMethods().stream())
                    .filter(method -> method.isAnnotatedWith(RequestMapping.class)
                            || method.isMetaAnnotatedWith(RequestMapping.class))
                    .toList();

    @Test
    void everyEndpointNamesItsRoles() {
        var open = HANDLERS.stream()
                .filter(method -> !method.isAnnotatedWith(PreAuthorize.class)
                        && !method.getOwner().isAnnotatedWith(PreAuthorize.class))
                .map(EndpointRolesTest::name)
                .filter(name -> !PUBLIC.contains(name))
                .toList();

        assertThat(open).as("handlers without @PreAuthorize").isEmpty();
    }

    @Test
    void thereAreEndpointsAtAll() {
        assertThat(HANDLERS).extracting(EndpointRolesTest::name).contains("HouseholdsApi.list", "ImportsApi.devices");
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
