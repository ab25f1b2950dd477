package io.severabridge.entity.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.entity.Known;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.Json;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Skip;
import io.severabridge.sync.mapping.Verdict;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CustomerMappingTest {
    private static ErpCustomer row(String field, String value) {
        ObjectNode row = Json.MAPPER.valueToTree(new ErpCustomer(
                100,
                10001,
                "Fjord AS",
                "",
                0,
                0,
                0,
                0,
                BigDecimal.ZERO,
                "",
                0,
                "",
                0,
                "",
                BigDecimal.ZERO,
                0,
                "",
                0,
                0));
        row.set(field, Json.MAPPER.readTree(value.matches("-?[0-9.]+") ? value : '"' + value + '"'));
        return Json.MAPPER.treeToValue(row, ErpCustomer.class);
    }

    private static String sent(String erpField, String value, String severaField, MappingContext context) {
        Customer customer = CustomerMapping.fromErp(row(erpField, value), context);
        JsonNode body = Json.MAPPER.valueToTree(CustomerMapping.toSevera(customer, "", context));
        JsonNode field = body.path(severaField);
        return field.isObject() ? field.path("guid").asString() : field.isNull() ? "-" : field.asString();
    }

    @ParameterizedTest(name = "{0} {1} is sent as {2} {3}")
    @CsvSource({
        "name, Fjord  AS, name, Fjord  AS",
        "number, 10001, number, 10001",
        "companyNo, 987 654 321, vatNumber, 987 654 321",
        "responsible, 7, owner, user-7",
        "responsible, 0, owner, -",
        "responsible, 9, owner, -",
        "currency, 0, currency, g-NOK",
        "currency, 978, currency, g-EUR",
        "language, 47, language, g-nb",
        "language, 0, language, -",
        "paymentTerms, 2, paymentTerm, 14",
        "paymentTerms, 3, paymentTerm, 0",
        "paymentTerms, 0, paymentTerm, -",
        "turnover, 1234567.5, annualRevenue, 1234568",
        "turnover, 0, annualRevenue, -",
        "email, post@fjord.example, email, post@fjord.example",
        "employees, 12, numberOfEmployees, 12",
        "employees, 0, numberOfEmployees, -",
        "website, fjord.example, website, fjord.example",
        "operator, 1, eInvoiceOperator, PAGERO",
        "eInvoiceAddress, 9908:987654321, eInvoiceAddress, 9908:987654321",
        "interest, 0, overdueInterest, 8.5",
        "interest, 9.25, overdueInterest, 9.25",
        "inactiveGroup, 0, isActive, true",
        "inactiveGroup, 1, isActive, false",
        "inactiveGroup, 2, isActive, true",
    })
    void eachFieldIsMapped(String erpField, String value, String severaField, String sent) {
        assertThat(sent(erpField, value, severaField, Known.context())).isEqualTo(sent);
    }

    @ParameterizedTest(name = "{0} {1} is rejected as {2}")
    @CsvSource({
        "currency, 2, unknown-currency",
        "language, 7, unknown-language",
        "paymentTerms, 7, unknown-payment-term",
        "operator, 7, unknown-operator",
        "responsible, 404, unknown-employee",
        "responsible, 8, depends-on-rejected",
    })
    void whatCannotBeMappedIsRejected(String field, String value, String code) {
        assertThatThrownBy(() -> CustomerMapping.fromErp(row(field, value), Known.context()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason().code()).isEqualTo(code));
    }

    @Test
    void interestIsNotMappedWithoutADefault() {
        MappingContext context = Known.context(", default-overdue-interest: 8.5", "");
        assertThat(sent("interest", "9.25", "overdueInterest", context)).isEqualTo("-");
    }

    @Test
    void eInvoicesAreNotMappedWhenTheyAreSwitchedOff() {
        MappingContext context = Known.context("customers: {", "customers: { e-invoice: false,");
        assertThat(sent("eInvoiceAddress", "1", "eInvoiceAddress", context)).isEqualTo("-");
        assertThat(sent("operator", "7", "eInvoiceOperator", context)).isEqualTo("-");
    }

    @Test
    void thereAndBackIsTheSame() {
        MappingContext context = Known.context();
        for (Map.Entry<String, String> field : Map.of(
                        "responsible", "7", "language", "44", "turnover", "12", "interest", "3", "currency", "978")
                .entrySet()) {
            Customer customer = CustomerMapping.fromErp(row(field.getKey(), field.getValue()), context);
            assertThat(CustomerMapping.fromSevera(CustomerMapping.toSevera(customer, "", context), context))
                    .isEqualTo(customer);
        }
    }

    @ParameterizedTest(name = "account set {0}")
    @CsvSource({"1, Innland", "0,"})
    void anAccountSetIsItsName(int number, @Nullable String name) {
        assertThat(AccountSetMapping.fromErp(row("accountSet", String.valueOf(number)), Known.context()))
                .isEqualTo(new AccountSet(name));
    }

    @ParameterizedTest(name = "account set {0} is rejected")
    @CsvSource({"3", "7"})
    void anAccountSetThatSeveraDoesNotHaveIsRejected(int number) {
        assertThatThrownBy(() -> AccountSetMapping.fromErp(row("accountSet", String.valueOf(number)), Known.context()))
                .isInstanceOf(Rejected.class);
    }

    private static Customer severa(String field, String json) {
        ObjectNode record = Json.MAPPER.createObjectNode();
        record.put("name", "Fjord AS");
        record.set(field, Json.MAPPER.readTree(json));
        SeveraCustomer customer = Json.MAPPER.treeToValue(record, SeveraCustomer.class);
        return CustomerMapping.fromSevera(customer, Known.context());
    }

    @ParameterizedTest(name = "{0} {1} is written as {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "name | \"Fjord  AS\" | name | Fjord  AS",
                "vatNumber | \" NO 1 \" | companyNo | NO 1",
                "owner | {\"guid\":\"user-7\"} | responsible | 7",
                "owner | null | responsible | 0",
                "owner | {\"guid\":\"user-404\"} | responsible | 0",
                "currency | {\"guid\":\"g-NOK\"} | currency | 0",
                "currency | {\"guid\":\"g-EUR\"} | currency | 978",
                "language | {\"guid\":\"g-us\"} | language | 44",
                "language | null | language | 0",
                "paymentTerm | 14 | paymentTerms | 2",
                "paymentTerm | null | paymentTerms | 0",
                "annualRevenue | 1000 | turnover | 1000",
                "email | null | email | ''",
                "numberOfEmployees | 5 | employees | 5",
                "eInvoiceOperator | \"PAGERO\" | operator | 1",
                "eInvoiceAddress | \"9908:1\" | eInvoiceAddress | 9908:1",
                "overdueInterest | 9.5 | interest | 9.5",
                "overdueInterest | null | interest | 8.5",
                "isActive | false | inactiveGroup | 1",
                "isActive | true | inactiveGroup | 0",
                "number | 30001 | number | 30001",
            })
    void eachFieldIsWritten(String field, String json, String parameter, String value) {
        assertThat(CustomerMapping.toErp(severa(field, json), null, Known.context())
                        .all()
                        .get(parameter))
                .hasToString(value);
    }

    @ParameterizedTest(name = "number {0} with the series 10000 to 19999")
    @CsvSource({"9999, false", "10000, true", "19999, true", "20000, false"})
    void aNewNumberMayNotLieInTheErpsSeries(long number, boolean rejected) {
        MappingContext context = Known.context(
                "billing-address:", "number-series: { customers: { from: 10000, to: 19999 } }\nbilling-address:");
        Customer customer = severa("number", String.valueOf(number));
        if (rejected) {
            assertThatThrownBy(() -> CustomerMapping.toErp(customer, null, context))
                    .isInstanceOf(Rejected.class);
        } else {
            assertThat(CustomerMapping.toErp(customer, null, context).all()).containsEntry("number", number);
        }
        assertThat(CustomerMapping.toErp(customer, row("name", "x"), context).all())
                .as("the number of a row is never written again")
                .doesNotContainKey("number");
    }

    @ParameterizedTest(name = "market segment {0} is account set {1}")
    @CsvSource({"Innland, 1", "Eksport, 3", ", 0"})
    void anAccountSetIsFoundByItsName(@Nullable String name, int number) {
        assertThat(AccountSetMapping.toErp(new AccountSet(name), null, Known.context())
                        .all())
                .containsEntry("accountSet", (long) number);
    }

    @Test
    void aMarketSegmentWithoutAnAccountSetIsRejected() {
        assertThatThrownBy(() -> AccountSetMapping.toErp(new AccountSet("EU"), null, Known.context()))
                .isInstanceOf(Rejected.class);
    }

    @ParameterizedTest(name = "{0}: skipped as {1}")
    @CsvSource({"c-won,", "c-1, NO_WON_PROJECT"})
    void onlyCustomersWithAWonProjectAreMade(String guid, @Nullable Skip skip) {
        ObjectNode record = Json.MAPPER.createObjectNode().put("guid", guid);
        SeveraCustomer customer = Json.MAPPER.treeToValue(record, SeveraCustomer.class);
        assertThat(new CustomerScope().newRecord(customer, Known.context()))
                .isEqualTo(skip == null ? Verdict.transfer() : Verdict.skip(skip));
    }
}
