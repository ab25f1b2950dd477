package io.severabridge.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {
    /** The log has its file made by the same class: whichever of the two is asked for first, both work. */
    @Test
    void aFolderCanBeMadeBeforeTheLogIsSetUp(@TempDir Path folder) throws IOException, InterruptedException {
        ProcessBuilder first = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                First.class.getName(),
                folder.resolve("made").toString());
        first.environment().put("BRIDGE_LOG", folder.resolve("logs/bridge.log").toString());
        Process process = first.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isEmpty();
        assertThat(process.exitValue()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("made"))))
                .isEqualTo("rwx------");
        assertThat(folder.resolve("logs/bridge.log")).isRegularFile();
    }

    /** A program whose first act is to make a folder. */
    static final class First {
        private First() {}

        public static void main(String[] folder) throws IOException {
            OwnerOnly.folder(Path.of(folder[0]));
            org.slf4j.LoggerFactory.getLogger(First.class).debug("the log works");
        }
    }
}
