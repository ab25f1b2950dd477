package io.severabridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.store.ledger.Rejects;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "e-mail",
                "email",
                "MailAd",
                "phone",
                "MobPh",
                "Fax",
                "EmailAddress",
                "MobilePhone",
                "value",
                "receiver.email",
                "addressline",
                "line3",
                "Ad2",
                "postalCode",
                "city",
                "Title"
            })
    void whatIsKnownOfAPersonBeyondNameAndNumberIsLeftOut(String field) {
        Rejects.Row shown = Personal.without(Sample.reject(
                "employee 2 Per", "email-used-twice", field, "per@fjord.example", "per@fjord.example is taken"));
        assertThat(shown.value()).isEqualTo("(left out)");
        assertThat(shown.message()).isEqualTo("(left out) is taken");
        assertThat(shown.label()).isEqualTo("employee 2 Per");
        assertThat(shown.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nm", "name", "number", "code", "Ctry", "CustNo", "receiverAddress.country", "GUID"})
    void whatPeopleMendARecordByStays(String field) {
        Rejects.Row row = Sample.reject("customer 10001", "unknown-country", field, "10002345", "no 10002345");
        assertThat(Personal.without(row)).isEqualTo(row);
    }

    @Test
    void aPhoneNumberInTheWordsOfAnotherSystemIsLeftOut() {
        Rejects.Row shown = Personal.without(Sample.reject(
                "contact 200 Ola", "refused-by-severa", "phone", null, "Severa answered 400: +47 900 00 000 is bad"));
        assertThat(shown.message()).isEqualTo("Severa answered 400: (left out) is bad");
        assertThat(shown.value()).isNull();
    }

    @Test
    void anEmailAddressIsLeftOutWhateverTheFieldIs() {
        Rejects.Row shown = Personal.without(Sample.reject(
                "contact 200 Ola", "refused-by-erp", "record", null, "duplicate key (ola@fjord.example)"));
        assertThat(shown.message()).isEqualTo("duplicate key ((left out))");
    }

    @Test
    void noFileHoldsThePersonsAddress() {
        Rejects.Row row = Sample.reject(
                "contact 200 Ola", "outside-code-page", "value", "ola@fjord.example", "ola@fjord.example has a ł");
        Report report = Sample.report(row);
        assertThat(List.of(
                        HtmlReport.of(report),
                        JunitXml.of(report),
                        RunJson.of(report),
                        RejectsCsv.of(List.of(row)),
                        Metrics.of(report)))
                .noneMatch(file -> file.contains("ola@fjord.example"))
                .noneMatch(file -> file.contains("Ola has the flu"));
        assertThat(HtmlReport.of(report)).contains("contact 200 Ola", "outside-code-page", "(left out) has a ł");
    }
}
