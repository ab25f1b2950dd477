package io.severabridge.exactlyonce;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.csv.CsvLoad;
import io.severabridge.jdbc.Login;
import io.severabridge.jdbc.Urls;
import io.severabridge.job.CompanyFile;
import io.severabridge.sandbox.OtherClock;
import io.severabridge.sandbox.Sandbox;
import io.severabridge.store.database.BridgeDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An ERP with the built-in sample, a Severa, and the program as a process beside them. */
final class Systems implements AutoCloseable {
    /** How long a run may take, with everything that goes wrong. */
    private static final long PATIENCE_SECONDS = 180;

    /** What people run. */
    static final Path JAR = Path.of("target", "severa-bridge.jar").toAbsolutePath();

    private final Path folder;
    private final Sandbox sandbox;
    private final OtherClock clock;
    private final Company company;

    Systems(Path folder) throws IOException {
        this.folder = folder;
        sandbox = Sandbox.start(Sandbox.Options.defaults().withRate(0));
        clock = new OtherClock(sandbox.baseUrl());
        String yaml = resource("/demo/company.yml") + resource("/demo/work.yml");
        Path file = Files.writeString(
                folder.resolve("company.yml"),
                yaml.replace("@FOLDER@", folder.toString())
                        .replace("@SEVERA@", clock.baseUrl().toString())
                        .replace(
                                "  client-id:",
                                "  requests-per-second: 2000\n  doubt-delay: 2500ms\n  read-timeout: 1s\n  client-id:"));
        company = CompanyFile.read(file, Map.of());
        Path csv = Files.createDirectories(folder.resolve("csv"));
        try (Stream<Path> sample = Files.list(Path.of("src/main/resources/sample"))) {
            for (Path table : sample.toList()) {
                Files.copy(table, csv.resolve(table.getFileName()));
            }
        }
        try (ErpDatabase erp = ErpDatabase.open(company.erp())) {
            new CsvLoad(erp, company.erp()).load(csv);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Systems.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** What dates the answers of the sandbox. */
    OtherClock clock() {
        return clock;
    }

    /** The ERP for its users. */
    JdbcClient erp() {
        Login login = Login.of(Urls.embedded(company.erp().jdbcUrl()), "sa", "");
        return JdbcClient.create(new DriverManagerDataSource(
                login.url() + ";INIT=SET SCHEMA \"dbo\"", login.username(), login.password()));
    }

    /**
     * Starts a job.
     *
     * @param mostBytes no file may become larger; 0 for no limit
     */
    Process start(String job, long mostBytes) {
        return start(mostBytes, List.of("-jar", JAR.toString(), "run", job, "--company", "company.yml"));
    }

    /** Starts a job with a driver or clock that misbehaves: the jar's own launcher, with that in front of its main class. */
    Process disturbed(String job, Mishap mishap, long seed) {
        return start(
                0,
                List.of(
                        "-cp",
                        JAR.toString(),
                        "-Dloader.path=" + Path.of("target", "test-classes").toAbsolutePath(),
                        "-Dloader.main=" + Disturbed.class.getName(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher",
                        job,
                        mishap.name(),
                        String.valueOf(seed)));
    }

    private Process start(long mostBytes, List<String> arguments) {
        List<String> java = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        java.addAll(arguments);
        List<String> command = new ArrayList<>();
        if (mostBytes > 0) {
            // ulimit counts blocks of 1,024 bytes; exec, so that the process is the program's own.
            command.addAll(List.of("bash", "-c", "ulimit -f " + mostBytes / 1024 + "; exec \"$@\"", "bash"));
        }
        command.addAll(java);
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("out.txt").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int exitCode(Process run) {
        try {
            if (!run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                run.destroyForcibly();
                return -1;
            }
            return run.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    long bridgeBytes() {
        return folder.resolve("bridge.mv.db").toFile().length();
    }

    /** Records that the steps of the job which ran last have accounted for, over all its executions. */
    long looked() {
        try (BridgeDatabase bridge = BridgeDatabase.open(company.bridgeDatabase())) {
            return bridge.jdbc()
                    .sql("SELECT SUM(s.READ_COUNT) FROM BATCH_STEP_EXECUTION s JOIN BATCH_JOB_EXECUTION e"
                            + " ON e.JOB_EXECUTION_ID = s.JOB_EXECUTION_ID WHERE e.JOB_INSTANCE_ID ="
                            + " (SELECT MAX(JOB_INSTANCE_ID) FROM BATCH_JOB_INSTANCE)")
                    .query(Long.class)
                    .single();
        }
    }

    String output() {
        try {
            return Files.readString(folder.resolve("out.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that either system and the bridge hold, in words that do not depend on the run. */
    State state() {
        Names names = new Names(sandbox, erp());
        Map<String, List<String>> all = new TreeMap<>(names.severa());
        all.putAll(names.erp());
        try (BridgeDatabase bridge = BridgeDatabase.open(company.bridgeDatabase())) {
            all.put("links", names.links(bridge));
            all.put("journal", names.journal(bridge));
            all.put("intents", names.intents(bridge));
        }
        return new State(all);
    }

    @Override
    public void close() {
        clock.close();
        sandbox.close();
    }
}
