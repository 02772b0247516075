package anbu;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.core.ApplicationModules;

/** The shape of the code: modules, arrows, names, time. A rule that matches no class fails (archRule.failOnEmptyShould). */
@AnalyzeClasses(packages = "anbu", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyPolicyKnowsDrools = onlyIn("anbu.policy..", "org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule onlyRiskKnowsWeka = onlyIn("anbu.risk..", "weka..");

    @ArchTest
    static final ArchRule onlyTelemetryKnowsPaho = onlyIn("anbu.telemetry..", "org.eclipse.paho..");

    @ArchTest
    static final ArchRule onlyWorkflowKnowsCamunda = onlyIn("anbu.workflow..", "org.camunda..");

    @ArchTest
    static final ArchRule policyFactsKnowNoSpringAndNoDatabase = noClasses()
            .that()
            .resideInAPackage("anbu.policy.facts..")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "org.drools..");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(".*[.$]([A-Za-z0-9]+(Impl|Helper|Manager|Utils?)|(Base|Abstract)[A-Z][A-Za-z0-9]*)");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        var modules = ApplicationModules.of(AnbuApplication.class);

        modules.verify();

        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains(
                        "platform",
                        "audit",
                        "staff",
                        "households",
                        "policy",
                        "risk",
                        "telemetry",
                        "monitoring",
                        "casework");
    }

    private static ArchRule onlyIn(String module, String... libraries) {
        return noClasses()
                .that(resideOutsideOfPackage(module).as("are outside of " + module))
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(libraries));
    }
}
