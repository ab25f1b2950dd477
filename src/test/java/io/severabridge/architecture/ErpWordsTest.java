package io.severabridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.erp.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of tables and columns of one ERP stand in its own package and statements, and in the records of its rows. */
class ErpWordsTest {
    private static final Path PROGRAM = Path.of("src/main/java/io/severabridge");

    /**
     * The company file names columns, and report/Personal must know those that hold what is personal without asking the ERP.
     * The demo and the stand-in for Severa are no part of the engine.
     */
    private static final List<Path> OTHER = List.of(
            PROGRAM.resolve("erp/vismabusiness"),
            PROGRAM.resolve("company"),
            PROGRAM.resolve("report/Personal.java"),
            PROGRAM.resolve("demo"),
            PROGRAM.resolve("sandbox"));

    private static final Pattern ROW = Pattern.compile("entity/\\w+/Erp\\w+\\.java");

    /** Words that are none of the ERP's own. */
    private static final Set<String> ENGLISH = Set.of("ISO", "Title", "Phone", "Fax");

    /** A name of several parts, or with a digit, is found wherever it stands; a shorter one may be another word. */
    private static final Predicate<String> LONG =
            Pattern.compile(".*\\d.*|.*[A-Z].*[A-Z].*").asMatchPredicate();

    private static final Pattern WORDS = words();

    private static Pattern words() {
        Schema schema = Schema.of("visma-business");
        List<String> names = Stream.concat(
                        schema.tables().stream(),
                        schema.tables().stream()
                                .map(schema::columns)
                                .map(Objects::requireNonNull)
                                .flatMap(columns -> columns.values().stream())
                                .map(Schema.Column::name))
                .distinct()
                .filter(name -> !ENGLISH.contains(name))
                .toList();
        assertThat(names).hasSizeGreaterThan(300).contains("LckSt", "ChDt", "R12", "PrDcMat", "Nm");
        return Pattern.compile("(?i)\\b(" + any(names, LONG) + ")\\b|(?-i)\"(" + any(names, LONG.negate()) + ")\"");
    }

    private static String any(Collection<String> names, Predicate<String> which) {
        return names.stream().filter(which).collect(Collectors.joining("|"));
    }

    private static List<String> offences(String text) {
        return WORDS.matcher(text).results().map(MatchResult::group).toList();
    }

    @Test
    void theProgramKeepsTheRule() throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAM)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> OTHER.stream().noneMatch(file::startsWith))
                            .filter(file -> !ROW.matcher(file.toString().replace('\\', '/'))
                                    .find())
                            .flatMap(file -> offences(read(file)).stream().map(word -> file + " " + word)))
                    .isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Set.of(\"lckst\", \"chsm\")",
                "write.template(\"SELECT a.* FROM Actor a WHERE a.ActNo = @key\", key)",
                "settings.put(\"table\", \"R\" + 12 + \"R12\")",
                "new Rejected(NAME_MISSING, \"Nm\", name, why)",
                "/** The lines of PrDcMat. */"
            })
    void anOffenderIsCaught(String line) {
        assertThat(offences(line)).isNotEmpty();
    }
}
