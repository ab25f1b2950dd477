package io.severabridge.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;

/** Each rule holds for the program, and catches the offender that is planted for it. */
class ArchitectureTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.severabridge");

    private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages("offenders");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(
                        "KnowsSevera",
                        noClasses()
                                .that()
                                .resideInAPackage("..severabridge.erp..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "..severabridge.severa..",
                                        "..severabridge.entity..",
                                        "..severabridge.transfer..",
                                        "..severabridge.store..")),
                Arguments.of(
                        "KnowsTheErp",
                        noClasses()
                                .that()
                                .resideInAPackage("..severabridge.severa..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "..severabridge.erp..",
                                        "..severabridge.entity..",
                                        "..severabridge.transfer..",
                                        "..severabridge.store..",
                                        "..severabridge.company..")),
                Arguments.of(
                        "SharesAClass",
                        noClasses()
                                .that()
                                .resideInAPackage("..severabridge.sandbox..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "io.severabridge.severa..",
                                        "io.severabridge.transfer..",
                                        "io.severabridge.entity..",
                                        "io.severabridge.company..",
                                        "io.severabridge.failure..")),
                Arguments.of(
                        "OneMapping",
                        noClasses()
                                .that()
                                .haveSimpleNameEndingWith("Mapping")
                                .and()
                                .resideInAPackage("..severabridge.entity..")
                                .should()
                                .dependOnClassesThat()
                                .belongToAnyOf(Clock.class)),
                Arguments.of(
                        "AsksTheDatabase",
                        noClasses()
                                .that()
                                .resideInAnyPackage("..severabridge.entity..", "..severabridge.transfer..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "java.net.http..")),
                Arguments.of(
                        "KnowsTheOther",
                        slices().matching("..severabridge.entity.(*)..")
                                .should()
                                .notDependOnEachOther()),
                Arguments.of(
                        "StopsTheWrongWay",
                        noClasses().should().callMethod(JobOperator.class, "stop", JobExecution.class)),
                Arguments.of(
                        "StepManager",
                        noClasses()
                                .should()
                                .haveSimpleNameEndingWith("Manager")
                                .orShould()
                                .haveSimpleNameEndingWith("Service")
                                .orShould()
                                .haveSimpleNameEndingWith("Helper")
                                .orShould()
                                .haveSimpleNameEndingWith("Util")
                                .orShould()
                                .haveSimpleNameEndingWith("Impl")
                                .orShould()
                                .haveSimpleNameEndingWith("DTO")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theProgramKeepsTheRuleAndTheOffenderIsCaught(String offender, ArchRule rule) {
        rule.check(PROGRAM);
        assertThat(rule.evaluate(OFFENDERS).getFailureReport().toString()).contains(offender);
    }
}
