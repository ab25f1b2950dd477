package io.severabridge.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {
    @Test
    void aReasonIsACodeAndItsFix() {
        Reason reason = new Reason("too-long", "shorten the text");
        assertThat(reason.code()).isEqualTo("too-long");
        assertThat(reason.fix()).isEqualTo("shorten the text");
        assertThat(reason.bySetting()).isFalse();
        assertThat(Reason.bySetting("tax-code-missing", "set the tax code").bySetting())
                .isTrue();
    }

    @ParameterizedTest(name = "code \"{0}\"")
    @ValueSource(strings = {"", "TOO_LONG", "too_long", "too--long", "-too-long", "too-long-", "too long"})
    void aCodeIsInSmallLettersAndSingleHyphens(String code) {
        assertThatThrownBy(() -> new Reason(code, "shorten the text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reject code " + code + ": small letters and single hyphens only");
    }

    @ParameterizedTest(name = "fix \"{0}\"")
    @ValueSource(strings = {"", " ", "Shorten the text."})
    void aFixIsAClauseWithoutAFullStop(String fix) {
        assertThatThrownBy(() -> new Reason("too-long", fix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reject code too-long: fix \"" + fix + "\" must be a clause without a full stop");
    }
}
