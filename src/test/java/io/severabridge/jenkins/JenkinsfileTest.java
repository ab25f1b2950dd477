package io.severabridge.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JenkinsfileTest {
    private static final String PREFLIGHT = "exec java -jar severa-bridge.jar preflight"
            + " --report \"$WORKSPACE/reports/preflight\" --company \"companies/$COMPANY.yml\" ${ACCEPT:+--accept \"$ACCEPT\"}";
    private static final String RUN = "exec java -jar severa-bridge.jar run \"$JOB\""
            + " --report \"$WORKSPACE/reports/run\" --company \"companies/$COMPANY.yml\" ${ACCEPT:+--accept \"$ACCEPT\"}";
    private static final String PLAN = "exec java -jar severa-bridge.jar plan \"$JOB\""
            + " --counts --report \"$WORKSPACE/reports/plan\" --company \"companies/$COMPANY.yml\" ${ACCEPT:+--accept \"$ACCEPT\"}";

    @Test
    void aNightIsPreflightAndThenTheRun() {
        Build build = Jenkins.nightly(0, 0).run();
        assertThat(build.stages()).containsExactly("Parameters", "Company", "Preflight", "Run");
        assertThat(build.commands()).containsExactly(PREFLIGHT, RUN);
        assertThat(build.calls("sh")).extracting(call -> call.scope().stage()).containsExactly("Preflight", "Run");
        assertThat(build.result()).isEqualTo(Result.SUCCESS);
        assertThat(build.current().getDescription()).isEqualTo("run nightly, fjord");
    }

    @Test
    void aDryRunPlans() {
        Build build = Jenkins.nightly(0, 0).with("DRY_RUN", true).run();
        assertThat(build.stages()).containsExactly("Parameters", "Company", "Preflight", "Plan");
        assertThat(build.commands()).containsExactly(PREFLIGHT, PLAN);
        assertThat(build.current().getDescription()).isEqualTo("plan nightly, fjord");
    }

    @ParameterizedTest
    @CsvSource({
        "0, SUCCESS",
        "2, UNSTABLE",
        "4, ABORTED",
        "5, FAILURE",
        "143, ABORTED",
        "1, FAILURE",
        "127, FAILURE",
        "137, FAILURE",
        "-1, FAILURE"
    })
    void theExitCodeIsTheResult(int exitCode, Result result) {
        assertThat(Jenkins.nightly(0, exitCode).run().result()).isEqualTo(result);
        assertThat(Jenkins.nightly(0, exitCode).with("DRY_RUN", true).run().result())
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"4, ABORTED", "5, FAILURE", "143, ABORTED", "1, FAILURE"})
    void nothingRunsAfterAPreflightThatStops(int exitCode, Result result) {
        Build build = Jenkins.nightly(exitCode).run();
        assertThat(build.stages()).containsExactly("Parameters", "Company", "Preflight");
        assertThat(build.commands()).containsExactly(PREFLIGHT);
        assertThat(build.result()).isEqualTo(result);
    }

    @Test
    void aFailedRunIsStartedAgainAfterAWhile() {
        Build build = Jenkins.nightly(0, 3, 3, 0).run();
        assertThat(build.commands()).containsExactly(PREFLIGHT, RUN, RUN, RUN);
        assertThat(build.calls("sleep"))
                .extracting(Call::arguments)
                .containsExactly(Map.of("time", 10, "unit", "MINUTES"), Map.of("time", 10, "unit", "MINUTES"));
        assertThat(build.result()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void aWaitTakesNoExecutorAndGoesOnWhereItBegan() {
        Build build = Jenkins.nightly(3, 0, 3, 0).run();
        assertThat(build.calls("sleep"))
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.scope().agent()).isEmpty())
                .allSatisfy(call -> assertThat(call.scope().locks()).containsExactly("severa-bridge-fjord"));
        assertThat(build.calls("sh"))
                .extracting(call -> call.scope().agent())
                .containsExactly("severa-bridge", "agent 7", "agent 7", "agent 7");
    }

    @Test
    void anotherRunIsWaitedForAndIsNoUsageError() {
        assertThat(Jenkins.nightly(0, 6, 0).run().result()).isEqualTo(Result.SUCCESS);
        Build build = Jenkins.nightly(0, 6, 6, 6, 6).run();
        assertThat(build.commands()).containsExactly(PREFLIGHT, RUN, RUN, RUN, RUN);
        assertThat(build.result()).isEqualTo(Result.NOT_BUILT);
        assertThat(build.only("error").text("message")).contains("Another run of the company is still under way");
    }

    @Test
    void eachReportIsPublishedOnceHoweverOftenItsCommandWasStarted() {
        Build build = Jenkins.nightly(0, 3, 3, 2).run();
        assertPublished(build);
        assertThat(build.calls("unstash")).extracting(call -> call.text("name")).containsExactly("preflight", "run");
    }

    @Test
    void aRestartThatEndsWithRejectsIsUnstable() {
        assertThat(Jenkins.nightly(0, 3, 2).run().result()).isEqualTo(Result.UNSTABLE);
    }

    @Test
    void aRunThatGoesOnFailingIsAFailureAfterThreeRestarts() {
        Build build = Jenkins.nightly(0, 3, 3, 3, 3).run();
        assertThat(build.commands()).containsExactly(PREFLIGHT, RUN, RUN, RUN, RUN);
        assertThat(build.result()).isEqualTo(Result.FAILURE);
    }

    @Test
    void aPreflightThatFindsASystemAwayIsStartedAgain() {
        Build build = Jenkins.nightly(3, 0, 0).run();
        assertThat(build.commands()).containsExactly(PREFLIGHT, PREFLIGHT, RUN);
        assertThat(build.result()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void everyJobCanBeChosenAndTheTimerTakesTheNight() throws IOException {
        Object choices = Jenkins.nightly(0, 0).run().only("choice").arguments().get("choices");
        try (Stream<Path> files = Files.list(Path.of("jobs"))) {
            List<String> jobs = files.map(file -> file.getFileName().toString().replace(".yml", ""))
                    .toList();
            assertThat(choices)
                    .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                    .containsAll(jobs)
                    .startsWith("nightly");
        }
    }

    @Test
    void aJenkinsJobIsNamedAsItsCompanyAndRunsEveryNight() {
        Build build = Jenkins.nightly(0, 0).run();
        assertThat(build.only("cron").text("spec")).isEqualTo("H 2 * * *");
        assertThat(build.calls("string").get(0).arguments())
                .containsEntry("name", "COMPANY")
                .containsEntry("defaultValue", "fjord");
    }

    @Test
    void aBuildIsBoundedInTimeNumberAndCompany() {
        Build build = Jenkins.nightly(0, 0).run();
        assertThat(build.only("timeout").arguments()).isEqualTo(Map.of("time", 20, "unit", "HOURS"));
        assertThat(build.calls()).extracting(Call::name).contains("disableConcurrentBuilds", "timestamps");
        assertThat(build.only("buildDiscarder").text("strategy")).contains("numToKeepStr=60");
        assertThat(build.calls("sh"))
                .allSatisfy(call -> assertThat(call.scope().locks()).containsExactly("severa-bridge-fjord"));
        assertThat(Jenkins.nightly(0, 0)
                        .with("COMPANY", "dale")
                        .run()
                        .only("lock")
                        .text("resource"))
                .isEqualTo("severa-bridge-dale");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 5, 143, 1})
    void reportsArePublishedWhateverTheExitCodeOfTheRun(int exitCode) {
        assertPublished(Jenkins.nightly(0, exitCode).run());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 143, 1})
    void reportsArePublishedWhateverStopsPreflight(int exitCode) {
        assertPublished(Jenkins.nightly(exitCode).run());
    }

    private static void assertPublished(Build build) {
        assertThat(build.only("archiveArtifacts").arguments())
                .isEqualTo(Map.of("artifacts", "reports/**", "excludes", "reports/plan/**", "allowEmptyArchive", true));
        assertThat(build.only("junit").arguments())
                .containsEntry("testResults", "reports/*/junit.xml")
                .containsEntry("allowEmptyResults", true)
                .containsEntry("skipMarkingBuildUnstable", true);
        assertThat(build.only("publishHTML").text("target"))
                .contains("reportDir=reports", "reportFiles=preflight/*.html,run/*.html", "allowMissing=true")
                .contains("includes=preflight/**,run/**")
                .doesNotContain("plan");
    }

    @Test
    void aPlanIsNotPublishedBecauseItShowsPersons() {
        Build build = Jenkins.nightly(0, 0).with("DRY_RUN", true).run();
        assertThat(build.calls("sh"))
                .anySatisfy(call -> assertThat(call.text("script")).contains("reports/plan"));
        assertPublished(build);
    }

    @Test
    void reportsOfTheBuildBeforeAreNotPublishedAgain() {
        List<Call> calls = Jenkins.nightly(0, 0).run().calls();
        List<String> names = calls.stream().map(Call::name).toList();
        assertThat(names.indexOf("deleteDir")).isLessThan(names.indexOf("sh"));
        assertThat(calls)
                .filteredOn(call -> call.name().equals("dir"))
                .extracting(call -> call.text("path"))
                .containsExactly("reports/preflight", "reports/run", "reports");
        assertThat(names.lastIndexOf("deleteDir")).isLessThan(names.indexOf("unstash"));
    }

    @Test
    void withoutTheHtmlPublisherTheOtherReportsArePublished() {
        Build build = Jenkins.nightly(0, 0).without("publishHTML").run();
        assertThat(build.result()).isEqualTo(Result.SUCCESS);
        assertThat(build.calls("archiveArtifacts")).hasSize(1);
        assertThat(build.only("echo").text("message")).contains("no HTML Publisher plugin");
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCESS, 0, false",
        "SUCCESS, 2, true",
        "UNSTABLE, 2, false",
        "UNSTABLE, 5, true",
        "FAILURE, 5, true",
        "FAILURE, 1, true",
        "ABORTED, 4, true",
        "FAILURE, 2, true",
        "FAILURE, 4, true",
        "ABORTED, 143, true",
        "ABORTED, 0, true",
        ", 0, true"
    })
    void mailIsSentOnEachFailureAndWhenTheResultChanges(@Nullable Result before, int exitCode, boolean sent) {
        assertThat(Jenkins.nightly(0, exitCode).after(before).run().calls("mail"))
                .hasSize(sent ? 1 : 0);
    }

    @Test
    void aNightThatAnotherRunKeptAwayIsMailedEachTime() {
        assertThat(Jenkins.nightly(0, 6, 6, 6, 6).after(Result.NOT_BUILT).run().calls("mail"))
                .hasSize(1);
    }

    @Test
    void theMailSaysWhatEndedHow() {
        assertThat(Jenkins.nightly(0, 2).run().only("mail").arguments())
                .hasSize(3)
                .hasEntrySatisfying("to", to -> assertThat(to).hasToString("admin@fjord.example"))
                .hasEntrySatisfying(
                        "subject", subject -> assertThat(subject).hasToString("erp/fjord, nightly: UNSTABLE"))
                .hasEntrySatisfying(
                        "body", body -> assertThat(body).hasToString("https://jenkins.example/job/erp/job/fjord/7/"));
    }

    @Test
    void aMailServerThatIsAwayChangesNoResult() {
        Build build =
                Jenkins.nightly(0, 0).after(Result.FAILURE).withoutMailServer().run();
        assertThat(build.calls("mail")).hasSize(1);
        assertThat(build.result()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void noMailIsSentWhereNobodyIsNamed() {
        Build build = Jenkins.nightly(0, 2).withoutVariables().run();
        assertThat(build.calls("mail")).isEmpty();
        assertThat(build.result()).isEqualTo(Result.UNSTABLE);
    }

    @Test
    void theVeryFirstBuildOnlyTeachesJenkinsTheParameters() {
        Build build = Jenkins.nightly().withoutParameters().run();
        assertThat(build.stages()).containsExactly("Parameters");
        assertThat(build.calls("mail")).isEmpty();
        assertThat(build.calls("sh")).isEmpty();
        assertThat(build.result()).isEqualTo(Result.NOT_BUILT);
    }
}
