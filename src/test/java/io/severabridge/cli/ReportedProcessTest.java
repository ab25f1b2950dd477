package io.severabridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.company.Company;
import io.severabridge.job.CompanyFile;
import io.severabridge.job.OwnProcess;
import io.severabridge.job.SmallCompany;
import io.severabridge.sandbox.Sandbox;
import io.severabridge.store.database.BridgeDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the program, as a process of its own, leaves in files and streams. */
class ReportedProcessTest {
    private static final List<String> SECRETS =
            List.of("hush-client-secret", "hush-erp-password", "hush-bridge-password");
    private static final int CATEGORIES = 150;

    @TempDir
    Path folder;

    private Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                OwnProcess.classPath(),
                "io.severabridge.SeveraBridge"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().remove("BRIDGE_LOG");
        return builder.start();
    }

    private int run(String... args) throws IOException, InterruptedException {
        Process process = start(args);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private static Sandbox sandbox(Duration latency) {
        return Sandbox.start(
                new Sandbox.Options(0, 0, "sandbox", "hush-client-secret", null, null, latency, null, true));
    }

    private Company company(Sandbox sandbox) throws IOException {
        String yaml = SmallCompany.file("reported", "jdbc:h2:file:" + folder + "/%1$s", sandbox.baseUrl())
                .replace("password: \"\"", "password: \"hush-erp-password\"")
                .replace("client-secret: sandbox-secret", "client-secret: hush-client-secret")
                .replace("/bridge\" }", "/bridge\", username: sa, password: \"hush-bridge-password\" }");
        Company company = CompanyFile.read(Files.writeString(folder.resolve("company.yml"), yaml), Map.of());
        Path csv = SmallCompany.categories(folder, CATEGORIES);
        Files.writeString(csv.resolve("Actor.csv"), """
                ActNo,CustNo,Nm,MailAd,MobPh,LiaAct
                100,10001,Fjord AS,,,0
                200,0,Ola Hansen,ol\u0142a@fjord.example,+47 900 00 \u0142,100
                """);
        SmallCompany.load(company.erp(), csv);
        return company;
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private List<Path> files(String... below) throws IOException {
        List<Path> files = new ArrayList<>(List.of(folder.resolve("out.txt"), folder.resolve("err.txt")));
        for (String each : below) {
            try (Stream<Path> found = Files.walk(folder.resolve(each))) {
                found.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files;
    }

    private static String tables(Company company) {
        StringBuilder all = new StringBuilder();
        try (BridgeDatabase bridge = BridgeDatabase.open(company.bridgeDatabase())) {
            List<String> tables = bridge.jdbc()
                    .sql("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'BASE TABLE'"
                            + " AND TABLE_SCHEMA <> 'INFORMATION_SCHEMA'")
                    .query(String.class)
                    .list();
            assertThat(tables).contains("BATCH_JOB_EXECUTION_PARAMS", "BRIDGE_REJECT", "BRIDGE_SEVERA_RECORD");
            tables.forEach(table -> all.append(
                    bridge.jdbc().sql("SELECT * FROM " + table).query().listOfRows()));
        }
        return all.toString();
    }

    @Test
    void noSecretIsInAnyReportLogOrTable() throws IOException, InterruptedException {
        Set<String> tokens = ConcurrentHashMap.newKeySet();
        try (Sandbox sandbox = sandbox(Duration.ZERO)) {
            sandbox.observe(call -> {
                if (call.responseBody() != null && call.responseBody().contains("access_token")) {
                    tokens.add(JsonMapper.shared()
                            .readTree(call.responseBody())
                            .path("access_token")
                            .asString());
                }
            });
            Company company = company(sandbox);
            assertThat(run("run", "initial-load", "--company", "company.yml", "--report", "report"))
                    .isEqualTo(2);
            List<String> secrets = new ArrayList<>(SECRETS);
            secrets.addAll(tokens);
            assertThat(secrets).hasSizeGreaterThan(SECRETS.size());
            assertThat(files("report", "logs"))
                    .hasSizeGreaterThanOrEqualTo(8)
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(secrets));
            assertThat(tables(company)).contains("Fjord AS").doesNotContain(secrets);
        }
    }

    @Test
    void aSignalLeavesTheReportOfWhatWasDone() throws IOException, InterruptedException {
        try (Sandbox sandbox = sandbox(Duration.ofMillis(25))) {
            company(sandbox);
            Process run = start("run", "initial-load", "--company", "company.yml", "--report", "report");
            while (run.isAlive() && sandbox.counts().writes() < 50) {
                Thread.sleep(5);
            }
            run.destroy();
            assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).isEqualTo(143);
            JsonNode report = JsonMapper.shared().readTree(text("report/run.json"));
            assertThat(report.path("exitCode").asInt()).isEqualTo(143);
            assertThat(report.at("/total/created").asInt()).isBetween(1, CATEGORIES);
            assertThat(text("report/report.html")).contains("stopped by a signal", "it goes on from here");
            assertThat(text("report/junit.xml")).contains("<skipped message=\"not finished: STOPPED\"");
        }
    }

    @Test
    void logLinesAreJsonObjectsAndTheSummaryStays() throws IOException, InterruptedException {
        try (Sandbox sandbox = sandbox(Duration.ZERO)) {
            company(sandbox);
            assertThat(run("run", "initial-load", "--company", "company.yml", "--log", "json"))
                    .isEqualTo(2);
        }
        List<JsonNode> lines = text("err.txt")
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.propertyNames())
                        .contains("timestamp", "level", "threadName", "loggerName", "formattedMessage"))
                .anySatisfy(line -> assertThat(line.path("formattedMessage").asString())
                        .isEqualTo("initial-load of reported begins"));
        assertThat(text("out.txt")).contains("initial-load, execution 0");
        assertThat(text("logs/severa-bridge.log"))
                .contains("initial-load of reported begins")
                .doesNotContain("{\"");
    }

    @Test
    void anErrorIsAJsonObjectTooAndTheOptionMayStandInFront() throws IOException, InterruptedException {
        try (Sandbox sandbox = sandbox(Duration.ZERO)) {
            company(sandbox);
        }
        assertThat(run("--log", "json", "run", "initial-load", "--company", "company.yml"))
                .isEqualTo(3);
        JsonNode last = JsonMapper.shared()
                .readTree(text("err.txt")
                        .lines()
                        .reduce((first, second) -> second)
                        .orElseThrow());
        assertThat(last.path("level").asString()).isEqualTo("ERROR");
        assertThat(last.path("formattedMessage").asString()).startsWith("Severa: no connection to ");
    }

    @Test
    void withoutTheOptionLogLinesAreForPeople() throws IOException, InterruptedException {
        try (Sandbox sandbox = sandbox(Duration.ZERO)) {
            company(sandbox);
            assertThat(run("run", "initial-load", "--company", "company.yml")).isEqualTo(2);
        }
        assertThat(text("err.txt").lines()).allMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d .*"));
    }

    @Test
    void noBarStandsBetweenLinesForMachines() {
        assertThat(ProgressLine.of(true, true)).hasSameClassAs(ProgressLine.of(false, false));
        assertThat(ProgressLine.of(true, false)).doesNotHaveSameClassAs(ProgressLine.of(false, false));
    }
}
