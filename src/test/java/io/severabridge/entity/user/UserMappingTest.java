package io.severabridge.entity.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.entity.Known;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.Json;
import io.severabridge.sync.mapping.MappingContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class UserMappingTest {
    private static ErpUser row(String field, String value) {
        ObjectNode row = Json.MAPPER.valueToTree(new ErpUser(
                1, 7, "Kari Nordmann", "", "", "", "", "", "", "", 0, 0, "", "", "kari@fjord.example", 0, "", 0, 0));
        boolean number = value.matches("-?[0-9.]+") && !field.equals("unit") && !field.equals("postCode");
        row.set(field, Json.MAPPER.readTree(number ? value : '"' + value + '"'));
        return Json.MAPPER.treeToValue(row, ErpUser.class);
    }

    private static String sent(String erpField, String value, String severaField, MappingContext context) {
        User user = UserMapping.fromErp(row(erpField, value), context);
        JsonNode field = Json.MAPPER
                .<JsonNode>valueToTree(UserMapping.toSevera(user, "", context))
                .path(severaField);
        return field.isObject() ? field.path("guid").asString() : field.isNull() ? "-" : field.asString();
    }

    @ParameterizedTest(name = "{0} {1} is sent as {2} {3}")
    @CsvSource({
        "number, 7, code, 7",
        "name, Kari Nordmann, firstName, Kari",
        "name, Kari Nordmann, lastName, Nordmann",
        "name, Cher, firstName, ?",
        "line1, Kaia 1, address, Kaia 1",
        "postCode, 0150, postalCode, 0150",
        "city, Oslo, city, Oslo",
        "country, 0, country, g-NO",
        "country, 752, country, g-SE",
        "language, 47, language, g-nb",
        "unit, 10, businessUnit, business-unit-10",
        "unit, 0, businessUnit, -",
        "unit, 19, businessUnit, -",
        "phone, 22 33 44 55, phone, 22 33 44 55",
        "email, Kari@fjord.example, email, Kari@fjord.example",
        "inactiveGroup, 1, isActive, false",
    })
    void eachFieldIsMapped(String erpField, String value, String severaField, String sent) {
        assertThat(sent(erpField, value, severaField, Known.context())).isEqualTo(sent);
    }

    @ParameterizedTest(name = "{0} {1} is rejected as {2}")
    @CsvSource({
        "name, '', name-missing",
        "country, 7, unknown-country",
        "language, 7, unknown-language",
        "unit, 404, unknown-department",
        "unit, 8, depends-on-rejected",
    })
    void whatCannotBeMappedIsRejected(String field, String value, String code) {
        assertThatThrownBy(() -> UserMapping.fromErp(row(field, value), Known.context()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason().code()).isEqualTo(code));
    }

    @ParameterizedTest(name = "superior {0} is {1}")
    @CsvSource({"0, ", "5, user-5", "9, "})
    void theSuperiorIsAUser(String superior, String guid) {
        assertThat(UserMapping.superiorFromErp(row("superior", superior), Known.context())
                        .user())
                .isEqualTo(guid);
    }

    @Test
    void aNewUserGetsTypeAndNoMails() {
        Map<String, Object> fields =
                UserMapping.onCreate(UserMapping.fromErp(row("number", "7"), Known.context()), Known.context());
        assertThat(fields).containsEntry("userType", "Employee");
        assertThat(fields.get("notificationSettings"))
                .isEqualTo(Map.of(
                        "sendNewActivityEmail", false,
                        "sendTodaysAgendaEmail", false,
                        "sendWeeklySummaryEmail", false));
    }

    @Test
    void thereAndBackIsTheSame() {
        User user = UserMapping.fromErp(row("line2", "c/o Ola"), Known.context());
        assertThat(UserMapping.fromSevera(UserMapping.toSevera(user, "", Known.context()), Known.context()))
                .isEqualTo(user);
    }

    private static Object written(String field, String json, String parameter) {
        ObjectNode record = Json.MAPPER.createObjectNode();
        record.put("firstName", "Kari").put("lastName", "Nordmann").put("code", "7");
        record.set(field, Json.MAPPER.readTree(json));
        SeveraUser user = Json.MAPPER.treeToValue(record, SeveraUser.class);
        return String.valueOf(UserMapping.toErp(UserMapping.fromSevera(user, Known.context()), null, Known.context())
                .all()
                .get(parameter));
    }

    @ParameterizedTest(name = "{0} {1} is written as {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "firstName | \"Kari Mette\" | name | Kari Mette Nordmann",
                "firstName | \"?\" | name | Nordmann",
                "lastName | \"de Castro\" | name | Kari de Castro",
                "code | \"7\" | number | 7",
                "isActive | false | inactiveGroup | 1",
                "isActive | true | inactiveGroup | 0",
                "address | \"Gata 1\\r\\nOppgang B\" | line2 | Oppgang B",
                "address | \"Gata 1\" | line2 | ''",
                "country | {\"guid\":\"g-SE\"} | country | 752",
                "country | null | country | 0",
                "language | {\"guid\":\"g-nb\"} | language | 47",
                "businessUnit | {\"guid\":\"business-unit-10\"} | unit | 10",
                "businessUnit | {\"guid\":\"root\"} | unit | 0",
                "email | \"a@b.example\" | email | a@b.example",
                "phone | null | phone | ''",
            })
    void eachFieldIsWritten(String field, String json, String parameter, String value) {
        assertThat(written(field, json, parameter)).isEqualTo(value);
    }

    @Test
    void aCodeThatIsNoNumberIsRejected() {
        assertThatThrownBy(() -> written("code", "\"K-7\"", "number")).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest(name = "own title {0}, title of the contract {1}")
    @CsvSource(textBlock = """
            "Lead", "Adviser", Lead
            null, "Adviser", Adviser
            " ", " Adviser ", Adviser
            null, null,
            """, quoteCharacter = '`')
    void theTitleIsThatOfTheWorkContractWhereTheUserShowsNone(String own, String contract, @Nullable String title) {
        SeveraUser user = Json.MAPPER.readValue(
                "{\"title\":" + own + ",\"workContract\":{\"guid\":\"c\",\"title\":" + contract + "}}",
                SeveraUser.class);
        assertThat(UserMapping.titleFromSevera(user, Known.context()).title()).isEqualTo(title);
        assertThat(UserMapping.contractPath(user)).isEqualTo("/v1/workcontracts/c");
    }
}
