package io.severabridge.job;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program as a process of its own, with the classes of this one. Its output is added to {@code out.txt}.
 *
 * @param folder it works in
 * @param before what a shell does first, such as a limit; empty for no shell
 */
public record OwnProcess(Path folder, String before) {
    private static final int PATIENCE_SECONDS = 120;

    public static OwnProcess in(Path folder) {
        return new OwnProcess(folder, "");
    }

    /** After a line of the shell that it inherits the effects of. */
    public OwnProcess after(String line) {
        return new OwnProcess(folder, line);
    }

    /** Starts a command of the program. */
    public Process start(String... arguments) {
        return startMain("io.severabridge.SeveraBridge", arguments);
    }

    /** Starts another main class of the tests. */
    public Process startMain(String main, String... arguments) {
        List<String> command = new ArrayList<>();
        if (!before.isEmpty()) {
            // exec, so that the process is the program's own.
            command.addAll(List.of("bash", "-c", before + "; exec \"$@\"", "bash"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                // A file of the Java machine itself, which a limit of its size would end.
                "-XX:-UsePerfData",
                "-cp",
                classPath(),
                main));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(out().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That of this process, which may be relative to the folder that the tests run in. */
    public static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits for its end. */
    public static int exitCode(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the process does not end");
        }
        return process.exitValue();
    }

    public String output() throws IOException {
        return Files.exists(out()) ? Files.readString(out()) : "";
    }

    private Path out() {
        return folder.resolve("out.txt");
    }
}
