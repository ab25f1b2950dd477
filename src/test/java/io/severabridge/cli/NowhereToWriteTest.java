package io.severabridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.severabridge.job.CompanyFile;
import io.severabridge.job.OwnProcess;
import io.severabridge.job.SmallCompany;
import io.severabridge.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, on a disk that is full, or with a log file that cannot be written. */
class NowhereToWriteTest {
    private static final int CATEGORIES = 300;

    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.start(Sandbox.Options.defaults().withRate(0));

    @BeforeEach
    void company() throws IOException {
        assumeTrue(Files.exists(Path.of("/bin/bash")), "a shell that limits the size of files");
        Path file = Files.writeString(
                folder.resolve("company.yml"),
                SmallCompany.file("full", "jdbc:h2:./%1$s/%1$s", sandbox.baseUrl())
                        .replace("requests-per-second: 1000", "requests-per-second: 1000, doubt-delay: 300ms"));
        SmallCompany.load(CompanyFile.read(file, Map.of()).erp(), SmallCompany.categories(folder, CATEGORIES));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** As long as no file may become larger, the disk is full for it. */
    private OwnProcess program(long mostKilobytes) {
        return OwnProcess.in(folder).after("ulimit -f " + mostKilobytes);
    }

    private long kilobytes(String file) {
        return folder.resolve(file).toFile().length() / 1024;
    }

    private static Process run(OwnProcess program, String... more) {
        return program.start(
                Stream.concat(Stream.of("run", "initial-load", "--company", "company.yml"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private void saysSoInOneLine(OwnProcess program, int exitCode, String words) throws IOException {
        String output = program.output();
        assertThat(exitCode).as(output).isEqualTo(3);
        assertThat(output.lines().filter(line -> line.startsWith("error: ")))
                .as(output)
                .singleElement()
                .asString()
                .startsWith("error: the disk is full: there is no room for " + words)
                .endsWith("; make room, then the same command goes on");
        assertThat(output).doesNotContain("Exception", "java.", "org.", "an error in this program");
    }

    private void goesOnWhenThereIsRoom() throws InterruptedException, IOException {
        OwnProcess program = OwnProcess.in(folder);
        assertThat(OwnProcess.exitCode(run(program))).as(program.output()).isZero();
        assertThat(sandbox.records("productcategories")).hasSize(CATEGORIES);
    }

    @Test
    void aFullDiskAtTheFirstStart() throws IOException, InterruptedException {
        OwnProcess program = program(40);
        int exitCode = OwnProcess.exitCode(run(program));
        saysSoInOneLine(program, exitCode, "the bridge database's file " + folder.resolve("bridge/bridge.mv.db"));
        goesOnWhenThereIsRoom();
    }

    @Test
    void aFullDiskAtALaterStart() throws IOException, InterruptedException {
        assertThat(OwnProcess.exitCode(run(OwnProcess.in(folder), "--only", "business-unit-to-severa")))
                .isZero();
        Files.delete(folder.resolve("out.txt"));
        OwnProcess program = program(kilobytes("bridge/bridge.mv.db"));
        int exitCode = OwnProcess.exitCode(run(program));
        saysSoInOneLine(program, exitCode, "the bridge database");
        goesOnWhenThereIsRoom();
    }

    @Test
    void aDiskThatFillsInTheMiddleOfARun() throws IOException, InterruptedException {
        assertThat(OwnProcess.exitCode(run(OwnProcess.in(folder), "--only", "business-unit-to-severa")))
                .isZero();
        // How much a run takes is the embedded database's: with the least room that lets it begin, it fills on the way.
        OwnProcess program;
        int exitCode;
        int room = 600;
        do {
            Files.delete(folder.resolve("out.txt"));
            program = program(kilobytes("bridge/bridge.mv.db") + room);
            exitCode = OwnProcess.exitCode(run(program));
            room += 300;
        } while (exitCode == 3 && sandbox.records("productcategories").isEmpty());
        assertThat(sandbox.records("productcategories").size())
                .as(program.output())
                .isBetween(1, CATEGORIES - 1);
        saysSoInOneLine(program, exitCode, "the bridge database");
        goesOnWhenThereIsRoom();
    }

    @Test
    void aFullDiskUnderTheErp() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("other.yml"),
                Files.readString(folder.resolve("company.yml")).replace("./erp/erp", "./other/erp"));
        OwnProcess program = program(40);
        int exitCode = OwnProcess.exitCode(program.start("erp", "load-csv", "csv", "--company", "other.yml"));
        saysSoInOneLine(program, exitCode, "the ERP database (erp.jdbc-url)");
    }

    @Test
    void aLogFileThatCannotBeWrittenIsOneWarning() throws IOException, InterruptedException {
        OwnProcess program = OwnProcess.in(folder).after("export BRIDGE_LOG=company.yml/bridge.log");
        assertThat(OwnProcess.exitCode(run(program))).isZero();
        List<String> lines = program.output().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("warning: the log file " + folder.resolve("company.yml/bridge.log")
                        + " cannot be written: what happened is only on this console; BRIDGE_LOG names another file");
        assertThat(lines.stream().filter(line -> line.startsWith("warning: "))).hasSize(1);
        assertThat(program.output()).doesNotContain("Exception", "\tat ", "logback", "ERROR in", "|-");
        assertThat(sandbox.records("productcategories")).hasSize(CATEGORIES);
    }
}
