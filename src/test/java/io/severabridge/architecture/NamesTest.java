package io.severabridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of transfers and entities are shown and compared, never taken apart; nobody decides by an entity's literal name. */
class NamesTest {
    private static final Path PROGRAM = Path.of("src/main/java/io/severabridge");

    /** Where names are declared, or are those of another system. */
    private static final List<Path> OTHER =
            List.of(PROGRAM.resolve("entity"), PROGRAM.resolve("sandbox"), PROGRAM.resolve("demo"));

    private static final Pattern TRANSFER =
            Pattern.compile("\"[a-z-]*-to-(severa|erp)\"|(endsWith|startsWith|contains|split|matches)\\(\"-?to-");

    private static final Pattern DECISION =
            Pattern.compile("(case |equals\\()\"(customer|user|contact|address|product|project|cost"
                    + "|invoice|business-unit|product-category|work-hour|payment-status|market-segment|user-title)\"");

    private static boolean offends(String line) {
        return TRANSFER.matcher(line).find() || DECISION.matcher(line).find();
    }

    @Test
    void theProgramKeepsTheRule() throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAM)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> OTHER.stream().noneMatch(file::startsWith))
                            .flatMap(NamesTest::offences))
                    .isEmpty();
        }
    }

    private static Stream<String> offences(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(NamesTest::offends).map(line -> file + " " + line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return name.endsWith(\"-to-erp\");",
                "chosen.contains(\"cost-to-severa\")",
                "case \"customer\" -> 1;",
                "entity.equals(\"work-hour\")"
            })
    void anOffenderIsCaught(String line) {
        assertThat(offends(line)).isTrue();
    }
}
