package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.severa.Json;
import io.severabridge.store.database.BridgeDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Until both directions have agreed, an empty value never wins over one that is there, whichever direction comes first. */
class NeverEmptiedTest {
    private static final String ALL_CUSTOMERS = "customers:\n  only-with-won-project: false";

    private static World world() {
        return World.standard().with("customers:", ALL_CUSTOMERS);
    }

    private static String addressInSweden(World world, String customer, String more) {
        String sweden = world.find("countries", "code2", "SE").path("guid").asString();
        return world.sandbox()
                .add(
                        "addresses",
                        "{\"addressline\": \"Storgatan 1\", \"postalCode\": \"11122\", \"city\": \"Stockholm\","
                                + " \"isBillingAddress\": true, \"country\": {\"guid\": \"" + sweden + "\"}"
                                + ", \"customer\": {\"guid\": \"" + customer + "\"}" + more + "}");
    }

    private static void assertInSweden(World world, String address, String where) {
        String sweden = world.find("countries", "code2", "SE").path("guid").asString();
        assertThat(world.value("SELECT CONCAT(Ad1, '|', PNo, '|', PArea, '|', Ctry) FROM Actor WHERE " + where))
                .isEqualTo("Storgatan 1|11122|Stockholm|752");
        assertThat(world.sandbox().records("addresses"))
                .filteredOn(record -> record.path("guid").asString().equals(address))
                .allMatch(
                        record -> record.path("country").path("guid").asString().equals(sweden)
                                && record.path("addressline").asString().equals("Storgatan 1"));
    }

    @Test
    void aCustomerFromSeveraKeepsItsBillingAddressAbroad() {
        try (World world = world()) {
            world.run();
            String customer = world.sandbox().add("customers", "{\"name\": \"Malmo AB\", \"number\": 77}");
            String address = addressInSweden(world, customer, "");
            world.nightly();
            assertInSweden(world, address, "CustNo = 77");
            world.nightly();
            assertInSweden(world, address, "CustNo = 77");
        }
    }

    @ParameterizedTest(name = "the ERP''s country is {0}, {1} comes first")
    @CsvSource({"0, to-severa", "578, to-severa", "752, to-severa", "0, to-erp", "578, to-erp"})
    void aRowWithoutAddressTakesTheOneOfSeveraAsAWhole(int country, String first) {
        try (World world = world()) {
            world.add("Actor", "ActNo=100", "CustNo=10001", "Nm=Fjord AS", "Ctry=" + country, "Phone=22 33");
            String customer = world.sandbox().add("customers", "{\"name\": \"Fjord AS\", \"number\": 10001}");
            String address = addressInSweden(world, customer, "");
            world.once("customer-" + first, "address-" + first);
            world.run();
            assertInSweden(world, address, "ActNo = 100");
            world.nightly();
            assertInSweden(world, address, "ActNo = 100");
            assertThat(world.find("addresses", "guid", address).path("phone").asString())
                    .isEqualTo("22 33");
        }
    }

    @Test
    void theHomeCountryOfSeverasAddressReplacesWhatStandsInARowWithoutAddress() {
        try (World world = world()) {
            world.add("Actor", "ActNo=100", "CustNo=10001", "Nm=Fjord AS", "Ctry=752");
            String customer = world.sandbox().add("customers", "{\"name\": \"Fjord AS\", \"number\": 10001}");
            String norway = world.find("countries", "code2", "NO").path("guid").asString();
            world.sandbox()
                    .add(
                            "addresses",
                            "{\"addressline\": \"Kaia 1\", \"isBillingAddress\": true, \"country\": {\"guid\": \""
                                    + norway + "\"}, \"customer\": {\"guid\": \"" + customer + "\"}}");
            world.run();
            assertThat(world.value("SELECT CONCAT(Ad1, '|', Ctry) FROM Actor WHERE ActNo = 100"))
                    .isEqualTo("Kaia 1|0");
        }
    }

    @Test
    void anEmptyAddressOnBothSidesStaysEmpty() {
        try (World world = world()) {
            world.add("Actor", "ActNo=100", "CustNo=10001", "Nm=Fjord AS");
            String customer = world.sandbox().add("customers", "{\"name\": \"Fjord AS\", \"number\": 10001}");
            String address = world.sandbox()
                    .add(
                            "addresses",
                            "{\"addressline\": \"\", \"isBillingAddress\": true, \"customer\": {\"guid\": \"" + customer
                                    + "\"}}");
            world.run();
            assertThat(world.find("addresses", "guid", address)
                            .path("country")
                            .path("guid")
                            .asString(""))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"to-severa", "to-erp"})
    void anEmployeeWithoutAddressIsNotMovedToTheHomeCountry(String first) {
        try (World world = world()) {
            String sweden = world.find("countries", "code2", "SE").path("guid").asString();
            world.sandbox()
                    .add(
                            "users",
                            "{\"firstName\": \"Kari\", \"lastName\": \"Nordmann\", \"code\": \"1\", \"address\":"
                                    + " \"Storgatan 1\", \"postalCode\": \"11122\", \"city\": \"Stockholm\","
                                    + " \"email\": \"kari@fjord.example\", \"country\": {\"guid\": \"" + sweden
                                    + "\"}}");
            world.once("business-unit-" + first, "user-" + first);
            world.run();
            assertThat(world.value("SELECT CONCAT(Ad1, '|', PNo, '|', PArea, '|', Ctry) FROM Actor WHERE EmpNo = 1"))
                    .isEqualTo("Storgatan 1|11122|Stockholm|752");
            assertThat(world.find("users", "code", "1")
                            .path("country")
                            .path("guid")
                            .asString())
                    .isEqualTo(sweden);
        }
    }

    @Test
    void aNameWithoutFirstNameDoesNotTakeTheFirstNameAway() {
        try (World world = world()) {
            world.add("Actor", "ActNo=1", "EmpNo=1", "Nm=Nordmann", "MailAd=kari@fjord.example");
            world.sandbox()
                    .add(
                            "users",
                            "{\"firstName\": \"Kari\", \"lastName\": \"Nordmann\", \"code\": \"1\", \"email\":"
                                    + " \"kari@fjord.example\"}");
            world.run();
            assertThat(world.find("users", "code", "1").path("firstName").asString())
                    .isEqualTo("Kari");
            assertThat(world.value("SELECT Nm FROM Actor WHERE EmpNo = 1")).isEqualTo("Kari Nordmann");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"to-severa", "to-erp"})
    void aProductWithoutPriceTakesThatOfSevera(String first) {
        try (World world = world()) {
            world.add("Prod", "ProdNo=B2", "Descr=Workshop");
            world.sandbox()
                    .add(
                            "products",
                            "{\"name\": \"Workshop\", \"code\": \"B2\", \"unitPrice\": {\"amount\": 950,"
                                    + " \"currencyCode\": \"NOK\"}}");
            world.once("product-" + first);
            world.run();
            assertThat(world.value("SELECT SalePr FROM PrDcMat WHERE ProdNo = 'B2'"))
                    .startsWith("950");
            assertThat(world.find("products", "code", "B2")
                            .path("unitPrice")
                            .path("amount")
                            .decimalValue())
                    .isEqualByComparingTo("950");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"to-severa", "to-erp"})
    void titleSuperiorAccountSetAndCommunicationsOfSeveraStay(String first) {
        try (World world = world()) {
            world.add("Actor", "ActNo=1", "EmpNo=1", "Nm=Kari Nordmann", "MailAd=kari@fjord.example", "R1=10");
            world.add("Actor", "ActNo=2", "EmpNo=2", "Nm=Per Berg", "MailAd=per@fjord.example", "R1=10");
            world.add("Actor", "ActNo=100", "CustNo=10001", "Nm=Fjord AS", "Rsp=1");
            world.add("Actor", "ActNo=200", "LiaAct=100", "Nm=Ola Hansen");
            world.once("business-unit-to-severa", "user-to-severa", "customer-to-severa", "contact-to-severa");
            String per = world.find("users", "code", "2").path("guid").asString();
            String kari = world.find("users", "code", "1").path("guid").asString();
            world.sandbox().change("users", kari, "/superiorUser/guid", per);
            String contract = world.find("users", "code", "1")
                    .path("workContract")
                    .path("guid")
                    .asString();
            world.sandbox().change("workcontracts", contract, "/title", "Sjef");
            String customer =
                    world.find("customers", "number", "10001").path("guid").asString();
            String eu = world.find("marketsegments", "name", "EU").path("guid").asString();
            world.sandbox()
                    .add(
                            "customermarketsegments",
                            "{\"customer\": {\"guid\": \"" + customer + "\"}, \"marketSegment\": {\"guid\": \"" + eu
                                    + "\"}}");
            String contact = world.find("contactpersons", "lastName", "Hansen")
                    .path("guid")
                    .asString();
            String mobile = world.find("communicationtypes", "type", "MobilePhone")
                    .path("guid")
                    .asString();
            world.sandbox()
                    .add(
                            "contactcommunications",
                            "{\"value\": \"900\", \"contact\": {\"guid\": \"" + contact
                                    + "\"}, \"communicationType\": {\"guid\": \"" + mobile + "\"}}");
            world.bridge("DELETE FROM BRIDGE_LINK WHERE ENTITY IN ('user', 'customer', 'contact') OR 1 = 1");
            world.once("user-" + first, "user-supervisor-" + first, "customer-" + first, "contact-" + first);
            world.run();
            assertThat(world.value("SELECT CONCAT(Title, '|', MainAct) FROM Actor WHERE ActNo = 1"))
                    .isEqualTo("Sjef|2");
            assertThat(world.value("SELECT CAcSet FROM Actor WHERE ActNo = 100"))
                    .isEqualTo("2");
            assertThat(world.value("SELECT MobPh FROM Actor WHERE ActNo = 200")).isEqualTo("900");
        }
    }

    @Test
    void defaultsForNewRecordsDoNotReplaceWhatSeveraHas() {
        try (World world = world()) {
            world.with("users: {", "users: { new: { type: Employee, permission-profile: \"\", business-unit: \"10\" },")
                    .with("projects: {", "projects: { default-owner-employee: 1,")
                    .with("masters: { default: severa,", "masters: { projects: erp, default: severa,")
                    .add("R1", "RNo=20", "Nm=Bergen")
                    .add("Actor", "ActNo=1", "EmpNo=1", "Nm=Kari Nordmann", "MailAd=kari@fjord.example", "R1=10")
                    .add("Actor", "ActNo=2", "EmpNo=2", "Nm=Per Berg", "MailAd=per@fjord.example")
                    .add("R2", "RNo=500", "Nm=Kaiprosjekt", "CustNo=10001", "R1=10");
            String bergen = world.sandbox().add("businessunits", "{\"name\": \"Bergen\", \"code\": \"20\"}");
            String per = world.sandbox()
                    .add(
                            "users",
                            "{\"firstName\": \"Per\", \"lastName\": \"Berg\", \"code\": \"2\", \"email\":"
                                    + " \"per@fjord.example\", \"businessUnit\": {\"guid\": \"" + bergen + "\"}}");
            String customer = world.sandbox().add("customers", "{\"name\": \"Fjord AS\", \"number\": 10001}");
            world.sandbox()
                    .add(
                            "projects",
                            "{\"name\": \"Kaiprosjekt\", \"number\": 500, \"customer\": {\"guid\": \"" + customer
                                    + "\"}, \"projectOwner\": {\"guid\": \"" + per + "\"}}");
            world.run();
            assertThat(world.find("users", "code", "2")
                            .path("businessUnit")
                            .path("guid")
                            .asString())
                    .isEqualTo(bergen);
            assertThat(world.find("projects", "number", "500")
                            .path("projectOwner")
                            .path("guid")
                            .asString())
                    .isEqualTo(per);
            assertThat(world.value("SELECT R1 FROM Actor WHERE EmpNo = 2")).isEqualTo("20");
            assertThat(world.value("SELECT Rsp FROM R2 WHERE RNo = 500")).isEqualTo("2");
        }
    }

    @Test
    void aReferenceOfTheErpThatSeveraCannotBeToldIsNotReplaced() {
        try (World world = world()) {
            world.add("Actor", "ActNo=9", "EmpNo=9", "Nm=Uten Epost")
                    .add("Actor", "ActNo=100", "CustNo=10001", "Nm=Fjord AS", "Rsp=9");
            world.once("business-unit-to-severa", "user-to-severa");
            String kari = world.find("users", "code", "1").path("guid").asString();
            world.sandbox()
                    .add(
                            "customers",
                            "{\"name\": \"Fjord AS\", \"number\": 10001, \"owner\": {\"guid\": \"" + kari + "\"}}");
            world.run();
            assertThat(world.value("SELECT Rsp FROM Actor WHERE ActNo = 100")).isEqualTo("9");
            assertThat(world.find("customers", "number", "10001")
                            .path("owner")
                            .path("guid")
                            .asString())
                    .isEqualTo(kari);
        }
    }

    @Test
    void anOwnerOfSeveraThatTheErpDoesNotHaveIsNotSetBack() {
        try (World world = world()) {
            world.run();
            String guid =
                    world.find("customers", "number", "10001").path("guid").asString();
            String gone = world.sandbox()
                    .add(
                            "users",
                            "{\"firstName\": \"Ina\", \"lastName\": \"Aktiv\", \"code\": \"77\", \"isActive\": false,"
                                    + " \"email\": \"ina@fjord.example\"}");
            world.sandbox().change("customers", guid, "/owner/guid", gone);
            for (int night = 0; night < 3; night++) {
                world.nightly();
                assertThat(world.find("customers", "number", "10001")
                                .path("owner")
                                .path("guid")
                                .asString())
                        .isEqualTo(gone);
            }
            assertThat(world.value("SELECT Rsp FROM Actor WHERE ActNo = 100")).isEqualTo("1");
            world.sandbox().change("users", gone, "/isActive", Json.MAPPER.valueToTree(true));
            world.nightly();
            assertThat(world.value("SELECT Rsp FROM Actor WHERE ActNo = 100")).isEqualTo("77");
        }
    }

    @Test
    void whatTheErpRefusedOnAFirstLinkAndPeopleCorrectedInSeveraIsNotEmptiedByTheErp() {
        try (World world = world()) {
            world.with("masters: {", "masters: { customers: erp,");
            world.sandbox()
                    .add("customers", "{\"name\": \"Fjord AS\", \"number\": 10001, \"website\": \"\\u4e2d.example\"}");
            world.once();
            assertThat(world.rejects()).anyMatch(reject -> reject.contains("outside-code-page"));
            String guid =
                    world.find("customers", "number", "10001").path("guid").asString();
            world.sandbox().change("customers", guid, "/website", "fjord.example");
            world.nightly();
            assertThat(world.find("customers", "number", "10001")
                            .path("website")
                            .asString())
                    .isEqualTo("fjord.example");
            assertThat(world.value("SELECT WebPg FROM Actor WHERE ActNo = 100")).isEqualTo("fjord.example");
        }
    }

    @Test
    void aDepartmentThatSeveraCannotDoWithoutStaysWithARemark() {
        try (World world = world()) {
            world.run();
            String unit = world.find("users", "code", "1")
                    .path("businessUnit")
                    .path("guid")
                    .asString();
            world.sql("UPDATE Actor SET R1 = 0 WHERE ActNo = 1");
            assertThat(world.nightly().exitCode()).isZero();
            try (BridgeDatabase bridge = BridgeDatabase.open(world.company().bridgeDatabase())) {
                assertThat(bridge.jdbc()
                                .sql("SELECT MESSAGE FROM BRIDGE_NOTICE WHERE CODE = 'reference-kept'")
                                .query(String.class)
                                .list())
                        .singleElement()
                        .asString()
                        .startsWith("businessUnit stays as it is in Severa");
            }
            world.nightly();
            assertThat(world.find("users", "code", "1")
                            .path("businessUnit")
                            .path("guid")
                            .asString())
                    .isEqualTo(unit);
            assertThat(world.value("SELECT R1 FROM Actor WHERE ActNo = 1")).isEqualTo("0");
        }
    }
}
