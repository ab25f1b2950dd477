package io.severabridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.severabridge.company.Company;
import io.severabridge.jdbc.Urls;
import io.severabridge.job.CompanyFile;
import io.severabridge.job.OwnProcess;
import io.severabridge.job.SmallCompany;
import io.severabridge.sandbox.Sandbox;
import io.severabridge.store.database.BridgeDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others on the machine and in the network can do with a job as a process of its own. */
class LockedHouseTest {
    private static final int CATEGORIES = 60;

    /** What each call takes while a test looks on. */
    private static final String SLOW = "{\"faults\":[{\"fault\":\"slow\",\"millis\":%d,\"probability\":1}]}";

    private static final String QUICK = "{\"faults\":[]}";

    /** A socket that listens, in {@code /proc/net/tcp}. */
    private static final String LISTENS = "0A";

    @TempDir
    Path folder;

    @BeforeEach
    void othersMayReadTheFolder() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "modes of files");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(folder.resolve("tmp"));
    }

    private Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-cp",
                OwnProcess.classPath(),
                "io.severabridge.SeveraBridge"));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    private int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("out.txt"));
    }

    private Company company(Sandbox sandbox) throws IOException {
        Company company = CompanyFile.read(
                Files.writeString(
                        folder.resolve("company.yml"),
                        SmallCompany.file("house", "jdbc:h2:file:" + folder + "/db/%1$s", sandbox.baseUrl())
                                .replace("requests-per-second: 1000", "requests-per-second: 1000, doubt-delay: 3s")),
                Map.of());
        SmallCompany.load(company.erp(), SmallCompany.categories(folder, CATEGORIES));
        return company;
    }

    private static Sandbox sandbox() {
        return Sandbox.start(Sandbox.Options.defaults().withRate(0));
    }

    private Process underWay(Sandbox sandbox) throws IOException, InterruptedException {
        Process run = start("run", "initial-load", "--company", "company.yml");
        while (run.isAlive() && sandbox.counts().writes() < 20) {
            Thread.sleep(5);
        }
        sandbox.setFaults(SLOW.formatted(2_000));
        assertThat(run.isAlive()).as(output()).isTrue();
        return run;
    }

    private static Map<String, String> modes(Path below) throws IOException {
        Map<String, String> modes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(below)) {
            for (Path file : files.toList()) {
                modes.put(
                        below.relativize(file).toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        return modes;
    }

    private static void areTheOwnersAlone(Path below) throws IOException {
        assertThat(modes(below))
                .isNotEmpty()
                .allSatisfy((name, mode) -> assertThat(mode).as(name).endsWith("------"));
    }

    /** The addresses, as the system writes them, at which a process listens. */
    private static Set<String> listening(long process) throws IOException {
        Path proc = Path.of("/proc", String.valueOf(process));
        Set<String> sockets;
        try (Stream<Path> open = Files.list(proc.resolve("fd"))) {
            sockets = open.map(LockedHouseTest::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.replaceAll("\\D", ""))
                    .collect(Collectors.toSet());
        }
        Set<String> addresses = new TreeSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : Files.readAllLines(proc.resolve(table))) {
                String[] columns = line.strip().split("\\s+", -1);
                if (columns.length > 9 && columns[3].equals(LISTENS) && sockets.contains(columns[9])) {
                    addresses.add(columns[1].replaceFirst(":.*", ""));
                }
            }
        }
        return addresses;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static boolean isLoopback(String address) {
        // Words of four bytes, each with its last byte first.
        return address.equals("0100007F")
                || address.equals("0000000000000000FFFF00000100007F")
                || address.equals("00000000000000000000000001000000");
    }

    @Test
    void aRunningJobListensOnLoopbackAndItsFilesAreItsOwners() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/net/tcp")), "the system's table of sockets");
        try (Sandbox sandbox = sandbox()) {
            Company company = company(sandbox);
            Process run = underWay(sandbox);
            try {
                assertThat(listening(run.pid()))
                        .isNotEmpty()
                        .allMatch(LockedHouseTest::isLoopback, "is an address of loopback");
                areTheOwnersAlone(folder.resolve("db"));
                areTheOwnersAlone(folder.resolve("logs"));
                assertThat(modes(folder.resolve("db")))
                        .containsKeys("erp.mv.db", "erp.password", "bridge.mv.db", "bridge.password", "bridge.lock.db");
                for (String url : List.of(
                        company.erp().jdbcUrl(), company.bridgeDatabase().jdbcUrl())) {
                    assertThatThrownBy(() -> DriverManager.getConnection(Urls.embedded(url), "sa", "")
                                    .close())
                            .isInstanceOfSatisfying(
                                    SQLException.class,
                                    e -> assertThat(e.getErrorCode()).isEqualTo(28000));
                }
                // Who may read the password can look on.
                try (BridgeDatabase bridge = BridgeDatabase.open(company.bridgeDatabase())) {
                    assertThat(bridge.jdbc()
                                    .sql("SELECT COUNT(*) FROM BRIDGE_LOCK WHERE COMPANY NOT LIKE '% %'")
                                    .query(Long.class)
                                    .single())
                            .isEqualTo(1);
                }
            } finally {
                run.destroyForcibly().waitFor();
                sandbox.setFaults(QUICK);
            }
            assertThat(exitCode(start("run", "initial-load", "--company", "company.yml")))
                    .as(output())
                    .isZero();
            areTheOwnersAlone(folder.resolve("db"));
        }
    }

    @Test
    void aRehearsalOpensNoPortAndWhatItLeavesWhenKilledIsRemovedByTheNextStart() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/net/tcp")), "the system's table of sockets");
        Path temporary = folder.resolve("tmp");
        try (Sandbox sandbox = sandbox()) {
            sandbox.setFaults(SLOW.formatted(200));
            Company company = company(sandbox);
            Process plan = start("plan", "initial-load", "--company", "company.yml");
            while (plan.isAlive() && !hasDatabase(temporary, "erp.mv.db")) {
                Thread.sleep(5);
            }
            try (Stream<Path> found = Files.list(temporary)) {
                areTheOwnersAlone(found.filter(path -> path.toString().contains("severa-bridge"))
                        .findFirst()
                        .orElseThrow());
            }
            // Other processes may open the embedded ERP itself, and nothing else.
            assertThat(listening(plan.pid())).hasSizeLessThan(2).allMatch(LockedHouseTest::isLoopback);
            assertThat(hasDatabase(temporary, "bridge.lock.db") && hasServer(temporary, "bridge.lock.db"))
                    .isFalse();
            plan.destroyForcibly().waitFor();
            sandbox.setFaults(QUICK);
            assertThat(hasDatabase(temporary, "erp.mv.db")).isTrue();
            Path strange = Files.createDirectories(temporary.resolve("severa-bridge-of-somebody"));
            assertThat(exitCode(start("run", "initial-load", "--company", "company.yml")))
                    .as(output())
                    .isZero();
            assertThat(output()).contains("removing the temporary files that a process left");
            assertThat(hasDatabase(temporary, "erp.mv.db")).isFalse();
            assertThat(strange).exists();
            assertThat(company.name()).isEqualTo("house");
        }
    }

    private static boolean hasDatabase(Path below, String name) throws IOException {
        return find(below, name) != null;
    }

    private static boolean hasServer(Path below, String name) throws IOException {
        return Files.readString(Objects.requireNonNull(find(below, name))).contains("server=");
    }

    private static @org.jspecify.annotations.Nullable Path find(Path below, String name) throws IOException {
        try (Stream<Path> files = Files.list(below)) {
            return files.map(each -> each.resolve(name))
                    .filter(Files::exists)
                    .findFirst()
                    .orElse(null);
        }
    }

    @Test
    void filesOfBeforeAreTakenOver() throws Exception {
        Path before = Files.createDirectory(
                folder.resolve("db"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        String open = ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
        for (String name : List.of("erp", "bridge")) {
            DriverManager.getConnection("jdbc:h2:file:" + before.resolve(name) + open, "sa", "")
                    .close();
            Files.setPosixFilePermissions(
                    before.resolve(name + ".mv.db"), PosixFilePermissions.fromString("rw-r--r--"));
        }
        try (Sandbox sandbox = sandbox()) {
            company(sandbox);
            assertThat(exitCode(start("run", "initial-load", "--company", "company.yml")))
                    .as(output())
                    .isZero();
            assertThat(output()).contains("it has one now");
            areTheOwnersAlone(before);
            assertThat(exitCode(start("status", "--company", "company.yml"))).isZero();
            assertThat(output()).doesNotContain("it has one now");
            for (String name : List.of("erp", "bridge")) {
                assertThatThrownBy(() -> DriverManager.getConnection(
                                        "jdbc:h2:file:" + before.resolve(name) + open, "sa", "")
                                .close())
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void aPasswordThatIsMissingOrOfAnotherCopyIsNamed() throws Exception {
        try (Sandbox sandbox = sandbox()) {
            company(sandbox);
            assertThat(exitCode(start("run", "initial-load", "--company", "company.yml")))
                    .isZero();
            Path password = folder.resolve("db/bridge.password");
            Path away = Files.move(password, folder.resolve("away"));
            assertThat(exitCode(start("status", "--company", "company.yml"))).isEqualTo(5);
            assertThat(output()).contains(password + " with the database's password is missing: put it back");
            assertThat(password).doesNotExist();
            Files.writeString(password, "another\n");
            assertThat(exitCode(start("status", "--company", "company.yml"))).isEqualTo(5);
            assertThat(output()).contains("does not take the password in " + password);
            Files.move(away, password, StandardCopyOption.REPLACE_EXISTING);
            assertThat(exitCode(start("status", "--company", "company.yml"))).isZero();
        }
    }

    @Test
    void anEmptyBridgeFileIsAMatterOfTheSetUpAndIsNotReplaced() throws Exception {
        try (Sandbox sandbox = sandbox()) {
            company(sandbox);
            assertThat(exitCode(start("run", "initial-load", "--company", "company.yml")))
                    .isZero();
            Path file = folder.resolve("db/bridge.mv.db");
            assertThat(output()).contains("the bridge database is new (" + file + ")");
            assertThat(exitCode(start("run", "nightly", "--company", "company.yml")))
                    .as(output())
                    .isZero();
            assertThat(output()).doesNotContain("the bridge database is new");
            Files.write(file, new byte[0]);
            for (String command : List.of("run", "plan")) {
                assertThat(exitCode(start(command, "nightly", "--company", "company.yml")))
                        .as(output())
                        .isEqualTo(5);
                assertThat(output()).contains("the bridge database's file " + file + " is empty: put back a copy");
            }
            assertThat(Files.size(file)).isZero();
        }
    }
}
