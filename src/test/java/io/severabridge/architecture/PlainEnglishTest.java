package io.severabridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that people stumble over stay out of messages, comments and documents. */
class PlainEnglishTest {
    /** Say instead: fix; no longer; identified by; again; by itself; has not finished. A name in backticks is none of them. */
    private static final Pattern BANNED = Pattern.compile(
            "(?<!`)\\b([Mm]end(s|ed|ing)?\\b|no more\\b(?! than)|[Tt]old apart\\b|anew\\b|(of|on) its own accord\\b"
                    + "|come to its end\\b)");

    /** Migrations are never changed once they have run. */
    private static final Pattern MIGRATION = Pattern.compile("V\\d+__.*\\.sql");

    private static Stream<Path> written() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String top : List.of("README.md", "CHANGELOG.md", "docs", "jobs", "sql", "src/main")) {
            try (Stream<Path> found = Files.walk(Path.of(top))) {
                found.filter(Files::isRegularFile)
                        .filter(file -> file.toString().matches(".*\\.(java|md|yml|sql|mustache|html|csv)"))
                        .filter(file -> !MIGRATION
                                .matcher(file.getFileName().toString())
                                .matches())
                        .forEach(files::add);
            }
        }
        return files.stream();
    }

    private static List<String> banned(String name, List<String> lines) {
        List<String> found = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            if (BANNED.matcher(lines.get(line)).find()) {
                found.add(name + ":" + (line + 1) + " " + lines.get(line).strip());
            }
        }
        return found;
    }

    @Test
    void messagesCommentsAndDocumentsDoWithoutThem() throws IOException {
        List<Path> files = written().toList();
        assertThat(files).hasSizeGreaterThan(300);
        assertThat(files.stream().flatMap(file -> banned(file.toString(), lines(file)).stream()))
                .isEmpty();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how to mend each",
                "The pair is linked no more.",
                "Told apart by their number",
                "the list is read anew",
                "Severa does it of its own accord",
                "a run that has not come to its end"
            })
    void eachOfThemIsFound(String line) {
        assertThat(banned("message", List.of(line))).hasSize(1);
    }
}
