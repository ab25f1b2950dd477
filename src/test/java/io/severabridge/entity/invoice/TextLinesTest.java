package io.severabridge.entity.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of ten characters; {@code /} is a line break. */
class TextLinesTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "short                  | short",
                "ten chars.             | ten chars.",
                "eleven char            | eleven / char",
                "one two three four     | one two / three four",
                "abcdefghijklmn         | abcdefghij / klmn",
                "a abcdefghijklmn b     | a / abcdefghij / klmn b",
                "one/two                | one / two",
                "one//  two             | one / two",
                "                       | ",
            })
    void aTextIsBrokenBetweenWords(@Nullable String text, @Nullable String lines) {
        String given = text == null ? null : text.replace("/", "\n");
        assertThat(String.join(" / ", TextLines.of(given, 10))).isEqualTo(lines == null ? "" : lines);
    }

    @Property
    void nothingIsLostAndNoLineIsTooLong(
            @ForAll @StringLength(max = 300) String text, @ForAll @IntRange(min = 2, max = 80) int width) {
        List<String> lines = TextLines.of(text, width);
        assertThat(lines).allMatch(line -> line.length() <= width && !line.isEmpty());
        assertThat(bare(String.join("", lines))).isEqualTo(bare(text));
    }

    private static String bare(String text) {
        return text.lines()
                .map(String::strip)
                .collect(Collectors.joining())
                .codePoints()
                .filter(point -> !Character.isWhitespace(point) && !isBreak(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isBreak(int point) {
        return point == '\n' || point == '\r';
    }
}
