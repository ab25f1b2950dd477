package io.severabridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.job.RejectCatalogue;
import io.severabridge.sync.mapping.Skip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");

    @Test
    void everyCodeThatPeopleCanMeetIsExplained() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(Stream.concat(
                        RejectCatalogue.codes().stream(),
                        Arrays.stream(Skip.values()).map(Skip::code)))
                .allSatisfy(code -> assertThat(readme).contains("`" + code + "`"));
    }

    @Test
    void theTableOfRejectCodesIsTheCatalogue() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.equals("| code | what to do |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(rows.stream().flatMap(ReadmeTest::codesOf))
                .containsExactlyInAnyOrderElementsOf(RejectCatalogue.codes());
    }

    /** The codes in the first column. */
    private static Stream<String> codesOf(String row) {
        return CODE.matcher(row.substring(0, row.indexOf('|', 1))).results().map(code -> code.group(1));
    }
}
