package io.severabridge.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Jenkins would refuse is refused here too: each mistake is planted in the Jenkinsfile and found. */
class PlantedMistakesTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    archiveArtifacts(,   archiveArtefacts(,      "No such DSL method 'archiveArtefacts'"
                    unstable(,           unstabel(,              "No such DSL method 'unstabel'"
                    sh(returnStatus,     sh(returnstatus,        sh has no parameter returnstatus
                    credentialsId,       credentialId,           string has no parameter credentialId
                    timestamps(),        timestamp(),            options has no timestamp
                    cron(,               chron(,                 triggers has no chron
                    booleanParam(,       checkbox(,              parameters has no checkbox
                    changed {,           change {,               post has no change
                    triggers {,          trigger {,              pipeline has no trigger
                    expression {,        expressions {,          when has no expressions
                    agent none,          agent any; agent none,  expected agent once
                    steps {,             step {,                 stage Parameters has no step
                    params.DRY_RUN,      parms.DRY_RUN,          No such property: parms
                    bridge('preflight,   if (true) bridge('preflight, Expected a step
                    includes:,           include:,               stash has no parameter include
                    """)
    void aMistakeIsFound(String right, String wrong, String message) {
        assertThatThrownBy(() -> Jenkins.nightly(0, 2).run(text -> planted(text, right, wrong)))
                .hasMessageContaining(message);
    }

    private static String planted(String text, String right, String wrong) {
        assertThat(text).contains(right);
        return text.replace(right, wrong);
    }

    @Test
    void aStepOutsideAnAgentIsFound() {
        assertThatThrownBy(() -> Jenkins.nightly(0, 0)
                        .run(text -> planted(text, "return node(chosenAgent) {", "return script {")))
                .hasMessageContaining("dir needs an agent");
    }

    @Test
    void aResultThatIsBadGetsNoBetter() {
        Build build = Jenkins.nightly(0, 4)
                .run(text -> planted(text, "showHtml()\n", "script { currentBuild.result = 'SUCCESS' }\n"));
        assertThat(build.result()).isEqualTo(Result.ABORTED);
    }

    @Test
    void aCommandMoreThanExpectedIsFound() {
        assertThatThrownBy(() -> Jenkins.nightly(0).run()).hasMessageContaining("there is one more");
    }
}
