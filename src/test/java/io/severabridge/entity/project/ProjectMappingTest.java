package io.severabridge.entity.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.entity.Known;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.Json;
import io.severabridge.sync.mapping.MappingContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ProjectMappingTest {
    private static ErpProject row(String field, String value) {
        ObjectNode row = Json.MAPPER.valueToTree(new ErpProject("500", "Kaiprosjekt", 10001, 1, 0, 0, "", "", "", 0));
        boolean number = value.matches("-?[0-9.]+") && !field.equals("number") && !field.equals("department");
        row.set(field, Json.MAPPER.readTree(number ? value : '"' + value + '"'));
        return Json.MAPPER.treeToValue(row, ErpProject.class);
    }

    private static String sent(String erpField, String value, String severaField, MappingContext context) {
        Project project = ProjectMapping.fromErp(row(erpField, value), context);
        JsonNode field = Json.MAPPER
                .<JsonNode>valueToTree(ProjectMapping.toSevera(project, "", context))
                .path(severaField);
        return field.isObject() ? field.path("guid").asString() : field.isNull() ? "-" : field.asString();
    }

    @ParameterizedTest(name = "{0} {1} is sent as {2} {3}")
    @CsvSource({
        "number, 500, number, 500",
        "number, 000500, number, 500",
        "name, Ny kai, name, Ny kai",
        "internalName, KAI, internalName, KAI",
        "customer, 10001, customer, customer-10001",
        "department, 10, businessUnit, business-unit-10",
        "department, 0, businessUnit, -",
        "department, 19, businessUnit, -",
        "responsible, 7, projectOwner, user-7",
        "contact, 200, customerContact, contact-200",
        "contact, 0, customerContact, -",
        "contact, 209, customerContact, -",
        "currency, 0, currency, g-NOK",
        "currency, 978, currency, g-EUR",
    })
    void eachFieldIsMapped(String erpField, String value, String severaField, String sent) {
        assertThat(sent(erpField, value, severaField, Known.context())).isEqualTo(sent);
    }

    @ParameterizedTest(name = "{0} {1} is rejected as {2}")
    @CsvSource({
        "number, P-7, number-not-numeric",
        "number, 1.5, number-not-numeric",
        "name, '', name-missing",
        "customer, 0, customer-missing",
        "customer, 404, unknown-customer",
        "customer, 18, depends-on-rejected",
        "responsible, 0, owner-missing",
        "responsible, 9, owner-not-transferred",
        "responsible, 404, unknown-employee",
        "responsible, 8, depends-on-rejected",
        "contact, 404, unknown-contact",
        "department, 404, unknown-department",
        "currency, 2, unknown-currency",
    })
    void whatCannotBeMappedIsRejected(String field, String value, String code) {
        assertThatThrownBy(() -> ProjectMapping.onCreate(
                        ProjectMapping.fromErp(row(field, value), Known.context()), Known.context()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason().code()).isEqualTo(code));
    }

    @ParameterizedTest(name = "responsible {0} with a default owner is {1}")
    @CsvSource({"0, user-3", "9, user-3", "7, user-7"})
    void theDefaultOwnerStandsInForOneWhoIsNotThere(String responsible, String owner) {
        MappingContext context = Known.context("projects: {", "projects: { default-owner-employee: 3,");
        assertThat(sent("responsible", responsible, "projectOwner", context)).isEqualTo(owner);
    }

    @Test
    void theInternalNameIsNotMappedWithoutAField() {
        MappingContext context = Known.context(" internal-name-field: Inf8,", "");
        assertThat(sent("internalName", "KAI", "internalName", context)).isEqualTo("-");
    }

    @Test
    void aReferenceThatIsLeftEmptyIsAWarning() {
        MappingContext context = Known.context();
        ProjectMapping.fromErp(row("department", "19"), context);
        assertThat(context.warnings())
                .extracting(MappingContext.Warning::code)
                .containsExactly("reference-not-transferred");
    }

    @Test
    void thereAndBackIsTheSame() {
        MappingContext context = Known.context();
        Project project = ProjectMapping.fromErp(row("contact", "200"), context);
        assertThat(ProjectMapping.fromSevera(ProjectMapping.toSevera(project, "", context), context))
                .isEqualTo(project);
    }

    private static Object written(String field, String json, String parameter) {
        ObjectNode record = Json.MAPPER.createObjectNode();
        record.put("name", "Kaiprosjekt").put("number", 500);
        record.set(field, Json.MAPPER.readTree(json));
        SeveraProject project = Json.MAPPER.treeToValue(record, SeveraProject.class);
        return String.valueOf(
                ProjectMapping.toErp(ProjectMapping.fromSevera(project, Known.context()), null, Known.context())
                        .all()
                        .get(parameter));
    }

    @ParameterizedTest(name = "{0} {1} is written as {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "number | 500 | number | 500",
                "internalName | \"KAI\" | internalName | KAI",
                "internalName | null | internalName | ''",
                "customer | {\"guid\":\"customer-10001\"} | customer | 10001",
                "customer | null | customer | 0",
                "projectOwner | {\"guid\":\"user-7\"} | responsible | 7",
                "projectOwner | {\"guid\":\"user-404\"} | responsible | 0",
                "customerContact | {\"guid\":\"contact-200\"} | contact | 200",
                "businessUnit | {\"guid\":\"business-unit-10\"} | department | 10",
                "currency | {\"guid\":\"g-EUR\"} | currency | 978",
            })
    void eachFieldIsWritten(String field, String json, String parameter, String value) {
        assertThat(written(field, json, parameter)).isEqualTo(value);
    }

    @Test
    void aProjectOfACustomerThatIsNotInTheErpIsRejected() {
        assertThatThrownBy(() -> written("customer", "{\"guid\":\"customer-404\"}", "customer"))
                .isInstanceOf(Rejected.class);
    }
}
