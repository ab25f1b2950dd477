package io.severabridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.sync.run.Progress;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    @Test
    void textOfRecordsMovesNoCursorAndMakesNoLine() {
        assertThat(Console.line("a\u001B[2J\r\nERROR b\u202Ec\u2028d\u0085e")).isEqualTo("a [2J ERROR bc d e");
        assertThat(Console.lines("one\ntwo\u0007\n  three"))
                .isEqualTo(String.join(System.lineSeparator(), "one", "two ", "  three"));
    }

    @Test
    void aBarIsForTerminalsThatCanShowIt() {
        assertThat(ProgressLine.isAble(Map.of("TERM", "xterm"))).isTrue();
        assertThat(ProgressLine.isAble(Map.of("TERM", "xterm", "NO_COLOR", "", "CI", "")))
                .isTrue();
        assertThat(ProgressLine.isAble(Map.of())).isFalse();
        assertThat(ProgressLine.isAble(Map.of("TERM", "dumb"))).isFalse();
        assertThat(ProgressLine.isAble(Map.of("TERM", "xterm", "NO_COLOR", "1")))
                .isFalse();
        assertThat(ProgressLine.isAble(Map.of("TERM", "xterm", "CI", "true"))).isFalse();
    }

    @Test
    void progressIsWhatIsAskedFor() {
        assertThat(ProgressLine.of(ProgressLine.Mode.NONE, true, false)).isSameAs(Progress.NONE);
        assertThat(ProgressLine.of(ProgressLine.Mode.PLAIN, true, false).getClass())
                .isEqualTo(ProgressLine.of(false, false).getClass());
        assertThat(ProgressLine.of(ProgressLine.Mode.AUTO, true, false).getClass())
                .isEqualTo(ProgressLine.of(true, false).getClass());
    }

    @Test
    void aLocaleWithoutCharacterSetPrintsUtf8() {
        assertThat(Utf8.isNeeded(properties("native.encoding", "ANSI_X3.4-1968")))
                .isTrue();
        assertThat(Utf8.isNeeded(properties("stdout.encoding", "US-ASCII"))).isTrue();
        assertThat(Utf8.isNeeded(properties("native.encoding", "UTF-8"))).isFalse();
        assertThat(Utf8.isNeeded(properties("native.encoding", "ISO-8859-1"))).isFalse();
    }

    private static Properties properties(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(name, value);
        return properties;
    }
}
