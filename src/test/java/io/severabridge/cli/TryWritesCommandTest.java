package io.severabridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.job.World;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TryWritesCommandTest {
    private static String output(int expected, World world, String guid) {
        StringWriter out = new StringWriter();
        CommandLine command = SeveraBridgeCommand.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(out));
        int exitCode =
                command.execute("preflight", "--company", world.companyFile().toString(), "--try-writes", guid);
        assertThat(exitCode).as(out.toString()).isEqualTo(expected);
        return out.toString();
    }

    @Test
    void theFormThatSeveraTakesIsSaid() {
        try (World world = World.standard()) {
            String guid = world.sandbox().add("customers", "{\"name\":\"Scratch\"}");
            assertThat(output(0, world, guid)).contains("Severa takes what severa.patch-values: json sends");
            world.with("doubt-delay: 200ms", "doubt-delay: 200ms\n  patch-values: text");
            assertThat(output(5, world, guid)).contains("set severa.patch-values: json");
            assertThat(output(5, world, "Scratch")).contains("is no GUID");
        }
    }
}
