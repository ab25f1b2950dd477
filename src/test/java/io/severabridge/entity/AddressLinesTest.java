package io.severabridge.entity;

import static org.assertj.core.api.Assertions.assertThat;

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
}
