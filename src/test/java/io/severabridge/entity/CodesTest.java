package io.severabridge.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.failure.Rejected;
import io.severabridge.severa.GuidRef;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.record.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {
    @ParameterizedTest(name = "country {0} is {1}")
    @CsvSource({"0, NO", "578, NO", "752, SE", "516, NA"})
    void aCountryIsItsIsoCode(int number, String iso) {
        assertThat(Codes.country(number, "Ctry", Known.context())).isEqualTo(iso);
    }

    @ParameterizedTest(name = "country {0} is rejected")
    @CsvSource({"7, the ERP has no country of that number with a code", "999, Severa has no country with code XX"})
    void anUnknownCountryIsRejected(int number, String message) {
        assertThatThrownBy(() -> Codes.country(number, "Ctry", Known.context()))
                .isInstanceOf(Rejected.class)
                .hasMessage(message);
    }

    @ParameterizedTest(name = "currency {0} is {1}")
    @CsvSource({"0, NOK", "47, NOK", "978, EUR"})
    void aCurrencyIsItsIsoCode(int number, String iso) {
        assertThat(Codes.currency(number, "Cur", Known.context())).isEqualTo(iso);
    }

    @Test
    void aCurrencyThatSeveraDoesNotUseIsRejected() {
        assertThatThrownBy(() -> Codes.currency(1, "Cur", Known.context()))
                .hasMessage("Severa has no active currency ITL");
    }

    @ParameterizedTest(name = "language {0} is sent as {1}")
    @CsvSource({"44, g-gb", "47, g-nb"})
    void ofSeveralTagsTheFirstThatSeveraHasIsSent(int number, String guid) {
        String language = Codes.language(number, "Lang", Known.context());
        assertThat(Codes.languagePointer(language, Known.context())).isEqualTo(new GuidRef(guid));
    }

    @Test
    void allTagsOfALanguageAreTheSameToTheErp() {
        assertThat(Codes.languageOf(new GuidRef("g-us"), Known.context())).isEqualTo("44");
        assertThat(Codes.languageOf(new GuidRef("g-gb"), Known.context())).isEqualTo("44");
    }

    @Test
    void aLanguageWithoutMappingIsKept() {
        String language = Codes.languageOf(new GuidRef("g-is"), Known.context());
        assertThat(Codes.languagePointer(language, Known.context())).isEqualTo(new GuidRef("g-is"));
    }

    @ParameterizedTest(name = "language {0} is rejected")
    @CsvSource({"49", "46"})
    void aLanguageThatSeveraDoesNotHaveIsRejected(int number) {
        assertThatThrownBy(() -> Codes.language(number, "Lang", Known.context()))
                .isInstanceOf(Rejected.class);
    }

    @ParameterizedTest(name = "country {0} where {1} stands is {2}")
    @CsvSource({"NO, 0, 0", "NO, 578, 578", "NO, 752, 0", "SE, 0, 752", "SE, 752, 752", ", 752, 0"})
    void aCountryKeepsTheNumberThatFits(@Nullable String iso, int now, int number) {
        assertThat(Codes.countryNumber(iso, now, Known.context())).isEqualTo(number);
    }

    @Test
    void aCountryThatTheErpDoesNotHaveIsRejected() {
        assertThatThrownBy(() -> Codes.countryNumber("IS", 0, Known.context()))
                .hasMessage("the ERP has no country with the code that Severa has");
    }

    @ParameterizedTest(name = "{0} days where {1} stands are terms {2}")
    @CsvSource({"14, 0, 2", "14, 5, 5", "14, 4, 4", "0, 0, 3", ", 2, 0"})
    void termsOfPaymentAreThoseThatFitElseTheLowestWithoutDirectDebit(@Nullable Integer days, int now, int number) {
        assertThat(Codes.paymentTerms(days, now, Known.context())).isEqualTo(number);
    }

    @Test
    void daysThatTheErpDoesNotHaveAreRejected() {
        assertThatThrownBy(() -> Codes.paymentTerms(31, 2, Known.context())).isInstanceOf(Rejected.class);
    }

    @Test
    void aLanguageOfSeveraWithoutANumberIsRejected() {
        assertThat(Codes.languageNumber(null)).isZero();
        assertThat(Codes.languageNumber("47")).isEqualTo(47);
        assertThatThrownBy(() -> Codes.languageNumber("g-is")).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest(name = "number {0} in unit {1}: {2}")
    @CsvSource({"10, 1, 10", "999999999, 6, 999999999", "P-7, 7, P-7", "0123456789, 12, 0123456789"})
    void aNumberThatFitsIsKept(String code, int unit, String value) {
        assertThat(UnitNumbers.unitNumber(new ErpValues(), code, unit).all().get("number"))
                .hasToString(value);
    }

    @ParameterizedTest(name = "number {0} does not fit unit {1}")
    @CsvSource({"P-7, 1", "1234567890, 6", "0, 2", "12345678901, 7"})
    void aNumberThatDoesNotFitIsRejected(String code, int unit) {
        assertThatThrownBy(() -> UnitNumbers.unitNumber(new ErpValues(), code, unit))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason().code()).isEqualTo("number-does-not-fit"));
    }

    @Test
    void aNameOrACodeOfNothingIsRejected() {
        assertThat(NormalForms.name("Fjord AS")).isEqualTo("Fjord AS");
        assertThatThrownBy(() -> NormalForms.name(TextNormalizer.line(" \n ")))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(SharedRejects.NAME_MISSING));
        NormalForms.refuseBlank(null);
        NormalForms.refuseBlank("");
        assertThatThrownBy(() -> NormalForms.refuseBlank("  "))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(SharedRejects.CODE_MISSING));
    }
}
