package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.severabridge.company.Company;
import io.severabridge.company.Secret;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.csv.CsvLoad;
import io.severabridge.sandbox.Sandbox;
import io.severabridge.store.database.BridgeDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a process of its own, killed in the middle. */
class KilledTest {
    private static final int CUSTOMERS = 150;

    @TempDir
    Path folder;

    private OwnProcess program() {
        return OwnProcess.in(folder);
    }

    private Company company(Sandbox sandbox) throws IOException {
        String yaml = SmallCompany.file("killed", "jdbc:h2:file:" + folder + "/%1$s", sandbox.baseUrl())
                .replace("requests-per-second: 1000", "requests-per-second: 1000, doubt-delay: 300ms")
                .replace("product-categories: { enabled: true }\n", "");
        Path file = Files.writeString(folder.resolve("company.yml"), yaml);
        Company company = CompanyFile.read(file, Map.of());
        Path csv = Files.createDirectories(folder.resolve("csv"));
        StringBuilder actors = new StringBuilder("ActNo,CustNo,Nm,Ad1,MailAd,LiaAct\n");
        for (int number = 1; number <= CUSTOMERS; number++) {
            actors.append(number + "," + (20000 + number) + ",Kunde " + number + ",Vei " + number + ",,0\n");
            actors.append((1000 + number) + ",0,Ola Kontakt,,ola@kunde" + number + ".example," + number + "\n");
        }
        Files.writeString(csv.resolve("Actor.csv"), actors);
        Files.writeString(csv.resolve("Cur.csv"), "CurNo,ISO\n47,NOK\n");
        try (ErpDatabase erp = ErpDatabase.open(company.erp())) {
            new CsvLoad(erp, company.erp()).load(csv);
        }
        return company;
    }

    private static void arrivedOnce(Sandbox sandbox) {
        assertThat(sandbox.records("customers")).hasSize(CUSTOMERS);
        assertThat(sandbox.records("addresses")).hasSize(CUSTOMERS);
        assertThat(sandbox.records("contactpersons")).hasSize(CUSTOMERS);
        assertThat(sandbox.records("contactcommunications")).hasSize(CUSTOMERS);
    }

    @Test
    void aKilledRunGoesOnWithoutOneDoubleOrLoss() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (Sandbox sandbox =
                Sandbox.start(Sandbox.Options.defaults().withRate(0).withLatency(Duration.ofMillis(25)))) {
            company(sandbox);
            for (int round = 0; round < 3; round++) {
                long before = sandbox.counts().writes();
                Process run = program().start("run", "initial-load", "--company", "company.yml");
                long enough = before + 20 + random.nextInt(120);
                while (run.isAlive() && sandbox.counts().writes() < enough) {
                    Thread.sleep(5);
                }
                run.destroyForcibly().waitFor();
            }
            assertThat(OwnProcess.exitCode(program().start("status", "--company", "company.yml")))
                    .isZero();
            assertThat(program().output())
                    .containsPattern(
                            "initial-load START\\w+, started .*, its process is gone: the same command goes on");
            Process last = program().start("run", "initial-load", "--company", "company.yml");
            assertThat(last.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(last.exitValue())
                    .as("seed " + seed + "\n" + Files.readString(folder.resolve("out.txt")))
                    .isZero();
            arrivedOnce(sandbox);
        }
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        assertThat(OwnProcess.exitCode(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start()))
                .isZero();
    }

    /** What is started by nohup ignores a hang-up, and so do the processes that it starts. */
    private static boolean hangUpIsIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line -> line.matches(".*[13579bdf]"));
    }

    /** HUP is that of a terminal which goes away. */
    @ParameterizedTest
    @ValueSource(strings = {"TERM", "HUP"})
    void aSignalStopsTheRunAfterItsChunkAndTheNextGoesOn(String signal) throws IOException, InterruptedException {
        assumeTrue(!signal.equals("HUP") || !hangUpIsIgnored(), "the tests were started so that a hang-up is ignored");
        try (Sandbox sandbox =
                Sandbox.start(Sandbox.Options.defaults().withRate(0).withLatency(Duration.ofMillis(25)))) {
            company(sandbox);
            Process run = program().start("run", "initial-load", "--company", "company.yml");
            while (run.isAlive() && sandbox.counts().writes() < 50) {
                Thread.sleep(5);
            }
            signal(signal, run);
            assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).isEqualTo(143);
            assertThat(Files.readString(folder.resolve("out.txt")))
                    .contains("stopped; the same command goes on from here");
            Process next = program().start("run", "initial-load", "--company", "company.yml");
            assertThat(next.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(next.exitValue()).isZero();
            assertThat(Files.readString(folder.resolve("out.txt"))).contains("(went on with an unfinished one)");
            arrivedOnce(sandbox);
        }
    }

    @Test
    void aTerminalThatGoesAwayIsIgnoredWhereTheStarterSaysSo() throws IOException, InterruptedException {
        try (Sandbox sandbox =
                Sandbox.start(Sandbox.Options.defaults().withRate(0).withLatency(Duration.ofMillis(25)))) {
            company(sandbox);
            Process run = program().after("trap '' HUP").start("run", "initial-load", "--company", "company.yml");
            while (run.isAlive() && sandbox.counts().writes() < 50) {
                Thread.sleep(5);
            }
            signal("HUP", run);
            assertThat(OwnProcess.exitCode(run)).as(program().output()).isZero();
            arrivedOnce(sandbox);
        }
    }

    @Test
    void anAcknowledgedCommitSurvivesAKill() throws IOException, InterruptedException {
        Company.BridgeDatabase settings =
                new Company.BridgeDatabase("jdbc:h2:file:" + folder.resolve("kept"), "sa", new Secret(""));
        Process committer = program().startMain(Committer.class.getName(), settings.jdbcUrl());
        Path mark = folder.resolve("committed");
        while (committer.isAlive() && !Files.exists(mark)) {
            Thread.sleep(2);
        }
        committer.destroyForcibly().waitFor();
        try (BridgeDatabase bridge = BridgeDatabase.open(settings)) {
            assertThat(bridge.jdbc()
                            .sql("SELECT COUNT(*) FROM BRIDGE_LOCK")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    /** Commits one row, says so, and waits to be killed. */
    static final class Committer {
        private Committer() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            BridgeDatabase bridge = BridgeDatabase.open(new Company.BridgeDatabase(args[0], "sa", new Secret("")));
            bridge.atOnce(() -> {
                bridge.jdbc()
                        .sql("INSERT INTO BRIDGE_LOCK (COMPANY, OWNER, HOST, PROCESS_ID, TAKEN_AT, HEARTBEAT_AT)"
                                + " VALUES ('c', 'o', 'h', 1, '2026-01-01', '2026-01-01')")
                        .update();
            });
            Files.writeString(Path.of("committed"), "yes");
            Thread.sleep(60_000);
        }
    }
}
