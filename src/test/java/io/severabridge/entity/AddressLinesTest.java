package io.severabridge.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.failure.Rejected;
import org.junit.jupiter.api.Test;

class AddressLinesTest {
    @Test
    void linesAreJoinedByALineBreakAndEmptyOnesLeftOut() {
        assertThat(AddressLines.join("Kaia 1", "", " c/o Ola  Hansen ", "")).isEqualTo("Kaia 1\nc/o Ola  Hansen");
    }

    @Test
    void noLineIsNoAddress() {
        assertThat(AddressLines.join("", " ", "", "")).isNull();
    }

    @Test
    void severasLineBreaksMayBeOfTwoCharacters() {
        assertThat(AddressLines.normal("Kaia 1\r\n\r\nc/o Ola")).isEqualTo("Kaia 1\nc/o Ola");
        assertThat(AddressLines.normal(null)).isNull();
    }

    @Test
    void theTextIsSplitIntoTheFieldsThatThereAre() {
        assertThat(AddressLines.split("Kaia 1\nc/o Ola", 4)).containsExactly("Kaia 1", "c/o Ola", "", "");
        assertThat(AddressLines.split(null, 2)).containsExactly("", "");
    }

    @Test
    void moreLinesThanFieldsAreRejected() {
        assertThatThrownBy(() -> AddressLines.split("a\nb\nc", 2))
                .isInstanceOf(Rejected.class)
                .hasMessage("it has 3 lines, the ERP has 2 fields");
    }
}
