package io.severabridge.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.failure.Reason;
import io.severabridge.job.ErpSystems;
import io.severabridge.job.RejectCatalogue;
import io.severabridge.severa.SeveraClient;
import io.severabridge.store.database.BridgeDatabase;
import java.lang.reflect.Field;
import java.time.Clock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
                                        "..severabridge.sync..",
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
                                        "..severabridge.sync..",
                                        "..severabridge.store..",
                                        "..severabridge.company..")),
                Arguments.of(
                        "KnowsOneErp",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("..severabridge.erp.vismabusiness..")
                                .and()
                                .doNotBelongToAnyOf(ErpSystems.class)
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("..severabridge.erp.vismabusiness..")),
                Arguments.of(
                        "SharesAClass",
                        noClasses()
                                .that()
                                .resideInAPackage("..severabridge.sandbox..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "io.severabridge.severa..",
                                        "io.severabridge.sync..",
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
                                .resideInAnyPackage("..severabridge.entity..", "..severabridge.sync..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "java.net.http..")),
                Arguments.of(
                        "KnowsTheOther",
                        slices().matching("..severabridge.entity.(*)..")
                                .should()
                                .notDependOnEachOther()),
                Arguments.of(
                        "KnowsTheEngine",
                        noClasses()
                                .that()
                                .resideInAnyPackage(
                                        "..severabridge.sync.record..",
                                        "..severabridge.sync.mapping..",
                                        "..severabridge.sync.definition..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "io.severabridge.sync.plan..",
                                        "io.severabridge.sync.run..",
                                        "io.severabridge.sync.staging..",
                                        "io.severabridge.sync.tosevera..",
                                        "io.severabridge.sync.toerp..",
                                        "io.severabridge.sync.document..",
                                        "io.severabridge.sync.step..",
                                        "io.severabridge.sync.undo..")),
                Arguments.of(
                        "LooksAtTheClock",
                        noClasses()
                                .that()
                                .resideInAPackage("..severabridge.sync.plan..")
                                .should()
                                .dependOnClassesThat()
                                .belongToAnyOf(Clock.class, BridgeDatabase.class, ErpDatabase.class, SeveraClient.class)
                                .orShould()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "java.sql..",
                                        "org.springframework.jdbc..",
                                        "java.net.http..",
                                        "io.severabridge.sync.run..",
                                        "io.severabridge.sync.staging..",
                                        "io.severabridge.sync.tosevera..",
                                        "io.severabridge.sync.toerp..",
                                        "io.severabridge.sync.document..",
                                        "io.severabridge.sync.step..",
                                        "io.severabridge.sync.undo..")),
                // Adding or changing an entity touches its folder, its SQL, and one line of these two and of a job.
                Arguments.of(
                        "KnowsOneEntity",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("..severabridge.entity.*..")
                                .and()
                                .doNotHaveFullyQualifiedName("io.severabridge.job.Transfers")
                                .and()
                                .doNotHaveFullyQualifiedName("io.severabridge.job.RejectCatalogue")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("..severabridge.entity.*..")),
                Arguments.of(
                        "UnlistedRejects",
                        fields().that()
                                .areStatic()
                                .and()
                                .haveRawType(Reason.class)
                                .should(beInTheCatalogue())),
                Arguments.of(
                        "MakesUpAReason",
                        noClasses()
                                .that()
                                .haveSimpleNameNotEndingWith("Rejects")
                                .and()
                                .haveSimpleNameNotEndingWith("Test")
                                .and()
                                .doNotBelongToAnyOf(Reason.class)
                                .should()
                                .callConstructorWhere(target(owner(assignableTo(Reason.class))))
                                .orShould()
                                .callMethod(Reason.class, "bySetting", String.class, String.class)),
                Arguments.of(
                        "AsksOurOwnTables",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("..severabridge.store..")
                                .should()
                                .callMethod(BridgeDatabase.class, "jdbc")),
                Arguments.of(
                        "SpeaksSql",
                        noClasses()
                                .that()
                                .resideInAPackage("..severabridge.cli..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("java.sql..", "org.springframework.jdbc..")),
                Arguments.of(
                        "Chicken",
                        slices().matching("..severabridge.(**)").should().beFreeOfCycles()),
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

    /** People look a code up by name: filters, {@code --accept} and README know those of the catalogue only. */
    private static ArchCondition<JavaField> beInTheCatalogue() {
        return new ArchCondition<>("be in the catalogue of reject codes") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                Object reason = value(field);
                if (!RejectCatalogue.all().contains(reason)) {
                    events.add(violated(field, field.getFullName() + " is not in the catalogue: " + reason));
                }
            }
        };
    }

    private static @Nullable Object value(JavaField constant) {
        Field field = constant.reflect();
        field.setAccessible(true);
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(constant.getFullName(), e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theProgramKeepsTheRuleAndTheOffenderIsCaught(String offender, ArchRule rule) {
        rule.check(PROGRAM);
        assertThat(rule.evaluate(OFFENDERS).getFailureReport().toString()).contains(offender);
    }
}
