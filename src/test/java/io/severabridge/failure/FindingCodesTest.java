package io.severabridge.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The codes that people may accept are those that the program gives, and README explains each. */
class FindingCodesTest {
    private static final Pattern GIVEN = Pattern.compile("Finding\\.(?:error|warning)\\(\\s*\"([a-z-]+)\"");

    /** {@code NumberSeries} has its codes in an enum. */
    private static final SortedSet<String> SERIES = new TreeSet<>(java.util.Set.of(
            "customer-series-near", "customer-series-overlap", "invoice-series-near", "invoice-series-overlap"));

    private static SortedSet<String> given() throws IOException {
        SortedSet<String> codes = new TreeSet<>(SERIES);
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                Matcher found = GIVEN.matcher(text(file));
                while (found.find()) {
                    codes.add(found.group(1));
                }
            });
        }
        codes.removeIf(code -> code.startsWith("-"));
        return codes;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eachFindingIsKnownByItsCodeAndExplained() throws IOException {
        SortedSet<String> known = new TreeSet<>(FindingCodes.ACCEPTABLE);
        known.addAll(FindingCodes.WARNINGS);
        known.addAll(FindingCodes.FAILURES);
        assertThat(given()).isEqualTo(known).hasSizeGreaterThan(15);
        String readme = text(Path.of("README.md"));
        assertThat(known).allSatisfy(code -> assertThat(readme).contains("`" + code + "`"));
    }
}
