package io.severabridge.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of the Jenkinsfile in a real shell, and what must not get into them. */
class SecretsAndQuotesTest {
    private static final String NASTY = "x\" $(touch hacked) `touch hacked`; touch hacked #' $ERP_PASSWORD";

    @TempDir
    Path folder;

    private Path home = Path.of("");
    private Path log = Path.of("");

    /** Where the jar would be is a java that notes its arguments and some variables, a line each. */
    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectories(folder.resolve("the bridge's home"));
        log = folder.resolve("log");
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                printf '%s\\n' "$PWD" "$BRIDGE_LOG" "$SEVERA_CLIENT_ID" "$@" >> "$ARGUMENTS"
                exit "$EXIT_CODE"
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    /** As Jenkins does it: the shell shows each command in the log of the build. */
    private int inShell(String script, Map<String, String> environment, String exitCode) {
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-xe", "-c", script).directory(folder.toFile());
        shell.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output").toFile()));
        shell.environment().putAll(environment);
        shell.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        shell.environment().putAll(Map.of("ARGUMENTS", log.toString(), "EXIT_CODE", exitCode));
        try {
            return shell.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Jenkins jenkins(String exitCode) {
        return Jenkins.nightly()
                .withVariable("SEVERA_BRIDGE_HOME", home.toString())
                .by((script, scope) -> inShell(script, scope.environment(), exitCode));
    }

    @Test
    void theShellStartsTheBridgeInItsHomeWithSecretsInTheEnvironment() throws IOException {
        assertThat(jenkins("0").run().result()).isEqualTo(Result.SUCCESS);
        assertThat(Files.readAllLines(log))
                .startsWith(home.toString(), "logs/fjord.log", "secret:severa-bridge-fjord-severa:SEVERA_CLIENT_ID")
                .containsSubsequence("-jar", "severa-bridge.jar", "preflight", "--report")
                .containsSubsequence(
                        "-jar",
                        "severa-bridge.jar",
                        "run",
                        "nightly",
                        "--report",
                        "/agent/workspace/a job/reports/run",
                        "--company",
                        "companies/fjord.yml");
    }

    @Test
    void theLogOfTheBuildShowsTheCommandsAndNoSecret() throws IOException {
        jenkins("0").run();
        assertThat(Files.readString(folder.resolve("output")))
                .contains("severa-bridge.jar run nightly")
                .doesNotContain("secret:");
    }

    @Test
    void theExitCodeOfTheBridgeIsThatOfTheScript() {
        assertThat(jenkins("2").run().result()).isEqualTo(Result.UNSTABLE);
        assertThat(jenkins("143").run().result()).isEqualTo(Result.ABORTED);
    }

    @Test
    void aHomeThatIsNotThereIsNoRejectedRecord() {
        Build build = jenkins("0")
                .withVariable("SEVERA_BRIDGE_HOME", folder.resolve("nowhere").toString())
                .run();
        assertThat(build.result()).isEqualTo(Result.FAILURE);
        assertThat(log).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NASTY,
                "../fjord",
                "fjord/../dale",
                "-v",
                ".fjord",
                "",
                "fjord\nrm",
                "fjord\n",
                "Fjord AS",
                "$HOME"
            })
    void aNameThatIsNoneReachesNeitherShellNorLockNorCredentials(String company) {
        Build build = Jenkins.nightly().with("COMPANY", company).run();
        assertThat(build.calls()).extracting(Call::name).doesNotContain("sh", "lock", "withCredentials");
        assertThat(build.only("error").text("message")).startsWith("COMPANY: expected a name");
        assertThat(build.result()).isEqualTo(Result.FAILURE);
    }

    @Test
    void evenWithoutThatCheckTheShellTakesAnyNameAsOneWord() throws IOException {
        Build build = jenkins("0")
                .with("COMPANY", NASTY)
                .with("JOB", NASTY)
                .run(text -> text.replaceFirst("(?s)\\n +checkParameters\\(\\)\\n", "\n echo('unchecked')\n"));
        assertThat(build.calls("sh")).hasSize(2);
        assertThat(Files.readAllLines(log)).contains("companies/" + NASTY + ".yml", "logs/" + NASTY + ".log", NASTY);
        try (var files = Files.walk(folder)) {
            assertThat(files).noneMatch(file -> file.endsWith("hacked"));
        }
    }

    @Test
    void noCommandIsPutTogetherFromParametersOrSecrets() {
        Build fjord = Jenkins.nightly(0, 0).run();
        Build dale = Jenkins.nightly(0, 0)
                .with("COMPANY", "dale")
                .with("JOB", "invoices")
                .run();
        assertThat(scripts(fjord)).isEqualTo(scripts(dale));
        assertThat(leaks(fjord)).isEmpty();
    }

    @Test
    void aSecretThatGroovyPutsIntoACommandIsFound() {
        Build build = Jenkins.nightly(0, 0)
                .run(text -> text.replace("exec java -jar severa-bridge.jar ''' +", "exec java ''' + ERP_PASSWORD +"));
        assertThat(leaks(build)).hasSize(2).allMatch(call -> call.name().equals("sh"));
    }

    private static List<String> scripts(Build build) {
        return build.calls("sh").stream().map(call -> call.text("script")).toList();
    }

    /** Calls that hold the value of a secret. */
    private static List<Call> leaks(Build build) {
        return build.calls().stream()
                .filter(call -> call.arguments().toString().contains("secret:"))
                .toList();
    }

    @Test
    void eachCompanyHasItsOwnCredentialsForTheCommandsAlone() {
        Build build = Jenkins.nightly(0, 0).run();
        assertThat(build.calls("sh"))
                .allSatisfy(call -> assertThat(new HashMap<>(call.scope().environment()))
                        .containsEntry("ERP_PASSWORD", "secret:severa-bridge-fjord-erp:ERP_PASSWORD")
                        .containsEntry("SEVERA_CLIENT_ID", "secret:severa-bridge-fjord-severa:SEVERA_CLIENT_ID")
                        .containsEntry(
                                "SEVERA_CLIENT_SECRET", "secret:severa-bridge-fjord-severa:SEVERA_CLIENT_SECRET"));
        assertThat(build.calls())
                .filteredOn(call -> !call.name().equals("sh"))
                .noneMatch(call -> call.scope().environment().containsKey("ERP_PASSWORD"));
    }
}
