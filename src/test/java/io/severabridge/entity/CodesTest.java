package io.severabridge.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.failure.Rejected;
import io.severabridge.severa.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {
    @ParameterizedTest(name = "country {0} is {1}")
    @CsvSource({"0, NO", "578, NO", "752, SE", "516, NA"})
    void aCountryIsItsIsoCode(int number, String iso) {
        assertThat(Codes.country(number, Known.facts())).isEqualTo(iso);
    }

    @ParameterizedTest(name = "country {0} is rejected")
    @CsvSource({"7, the ERP has no country of that number with a code", "999, Severa has no country with code XX"})
    void anUnknownCountryIsRejected(int number, String message) {
        assertThatThrownBy(() -> Codes.country(number, Known.facts()))
                .isInstanceOf(Rejected.class)
                .hasMessage(message);
    }

    @ParameterizedTest(name = "currency {0} is {1}")
    @CsvSource({"0, NOK", "47, NOK", "978, EUR"})
    void aCurrencyIsItsIsoCode(int number, String iso) {
        assertThat(Codes.currency(number, Known.facts())).isEqualTo(iso);
    }

    @Test
    void aCurrencyThatSeveraDoesNotUseIsRejected() {
        assertThatThrownBy(() -> Codes.currency(1, Known.facts())).hasMessage("Severa has no active currency ITL");
    }

    @ParameterizedTest(name = "language {0} is sent as {1}")
    @CsvSource({"44, g-gb", "47, g-nb"})
    void ofSeveralTagsTheFirstThatSeveraHasIsSent(int number, String guid) {
        String language = Codes.language(number, Known.facts());
        assertThat(Codes.languagePointer(language, Known.facts())).isEqualTo(new Pointer(guid));
    }

    @Test
    void allTagsOfALanguageAreTheSameToTheErp() {
        assertThat(Codes.languageOf(new Pointer("g-us"), Known.facts())).isEqualTo("44");
        assertThat(Codes.languageOf(new Pointer("g-gb"), Known.facts())).isEqualTo("44");
    }

    @Test
    void aLanguageWithoutMappingIsKept() {
        String language = Codes.languageOf(new Pointer("g-is"), Known.facts());
        assertThat(Codes.languagePointer(language, Known.facts())).isEqualTo(new Pointer("g-is"));
    }

    @ParameterizedTest(name = "language {0} is rejected")
    @CsvSource({"49", "46"})
    void aLanguageThatSeveraDoesNotHaveIsRejected(int number) {
        assertThatThrownBy(() -> Codes.language(number, Known.facts())).isInstanceOf(Rejected.class);
    }
}
