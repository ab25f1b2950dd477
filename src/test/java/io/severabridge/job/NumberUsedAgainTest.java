package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row that the link names may be another record by now, and a linked record may belong to somebody else. */
class NumberUsedAgainTest {
    @Test
    void anotherCustomerUnderALinkedNumberIsRejectedWithAllThatRefersToIt() {
        try (World world = World.working()) {
            world.add(
                    "Actor",
                    "ActNo=100",
                    "CustNo=10001",
                    "Nm=Fjord AS",
                    "BsNo=111111111",
                    "Ad1=Kaia 1",
                    "CAcSet=1",
                    "Rsp=1");
            world.run();
            String guid =
                    world.find("customers", "number", "10001").path("guid").asString();
            world.workDay();
            world.sql("UPDATE Actor SET Nm = 'Berg AS', BsNo = '222222222', Ad1 = 'Fjellet 2', CAcSet = 2, Inf8 = '',"
                            + " Inf6 = '' WHERE ActNo = 100")
                    .insert("Actor", "ActNo=300", "LiaAct=100", "Nm=Ny Person")
                    .sql("UPDATE R2 SET Nm = 'Fjellprosjekt' WHERE RNo = 500");
            RunResult night = world.nightly();
            assertThat(night.exitCode()).isEqualTo(2);
            assertThat(world.rejects())
                    .contains("customer 10001 Berg AS | link-mismatch | GUID | " + guid)
                    .anyMatch(reject ->
                            reject.startsWith("billing address of customer 100 Berg AS | depends-on-rejected"))
                    .anyMatch(reject -> reject.startsWith("contact 300 Ny Person | depends-on-rejected"))
                    .anyMatch(reject -> reject.startsWith("project 500 Fjellprosjekt | depends-on-rejected"));
            assertThat(night.rejected())
                    .anyMatch(reject -> reject.code().equals("link-mismatch")
                            && reject.example().contains("customer 10001 Berg AS")
                            && reject.example().contains("customer 10001 Fjord AS"));
            assertThat(world.find("customers", "number", "10001").path("name").asString())
                    .isEqualTo("Fjord AS");
            world.find("addresses", "addressline", "Kaia 1");
            world.find("projects", "name", "Kaiprosjekt");
            assertThat(world.sandbox().records("contactpersons")).hasSize(1);
            assertThat(world.value("SELECT COUNT(*) FROM Ord")).isEqualTo("0");
            assertThat(world.value("SELECT Inf8 FROM Actor WHERE ActNo = 100")).isEmpty();
        }
    }

    @Test
    void theCustomerIsTheSameOnceItsGuidIsBack() {
        try (World world = World.standard()) {
            world.run();
            String guid = world.value("SELECT Inf8 FROM Actor WHERE ActNo = 100");
            world.sql("UPDATE Actor SET Nm = 'Fjell AS', BsNo = '2', Inf8 = '' WHERE ActNo = 100");
            world.nightly();
            assertThat(world.rejects()).anyMatch(reject -> reject.contains("link-mismatch"));
            world.sql("UPDATE Actor SET Inf8 = '" + guid + "' WHERE ActNo = 100");
            assertThat(world.nightly().exitCode()).isZero();
            assertThat(world.rejects()).isEmpty();
            assertThat(world.find("customers", "number", "10001").path("name").asString())
                    .isEqualTo("Fjell AS");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'Nm = ''Fjord Invest AS''', 111111111, Fjord Invest AS",
        "'BsNo = ''333333333''', 333333333, Fjord AS",
        "'Nm = ''FJORD AS'', BsNo = ''444444444''', 444444444, FJORD AS",
    })
    void aRowThatHasSomethingInCommonWithItsRecordIsRepaired(String change, String vatNumber, String name) {
        try (World world = World.standard()) {
            world.add("Actor", "ActNo=100", "CustNo=10001", "Nm=Fjord AS", "BsNo=111111111");
            world.run();
            String guid = world.value("SELECT Inf8 FROM Actor WHERE ActNo = 100");
            world.sql("UPDATE Actor SET " + change + ", Inf8 = '' WHERE ActNo = 100");
            world.nightly();
            assertThat(world.value("SELECT Inf8 FROM Actor WHERE ActNo = 100")).isEqualTo(guid);
            assertThat(world.find("customers", "number", "10001")
                            .path("vatNumber")
                            .asString())
                    .isEqualTo(vatNumber);
            assertThat(world.find("customers", "number", "10001").path("name").asString())
                    .isEqualTo(name);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"Actor SET Nm = 'Ny Ansatt', MailAd = 'ny@fjord.example', Inf7 = '' WHERE ActNo = 1\", users, lastName,"
                        + " Nordmann, employee 1 Ny Ansatt",
                "\"Actor SET Nm = 'Ny Person', Inf8 = '' WHERE ActNo = 200\", contactpersons, lastName, Hansen,"
                        + " contact 200 Ny Person",
                "\"R1 SET Nm = 'Bergen', Inf7 = '' WHERE RNo = 10\", businessunits, name, Oslo, department 10 Bergen",
                "\"Prod SET Descr = 'Reise', Inf7 = '' WHERE ProdNo = 'A1'\", products, name, Audit, product A1 Reise",
            })
    void soAreTheOthers(String change, String resource, String field, String stays, String label) {
        try (World world = World.standard()) {
            world.run();
            world.sql("UPDATE " + change);
            world.nightly();
            assertThat(world.rejects()).anyMatch(reject -> reject.startsWith(label + " | link-mismatch | GUID"));
            world.find(resource, field, stays);
        }
    }

    @Test
    void anotherProjectUnderALinkedNumberIsRejected() {
        try (World world = World.standard()) {
            world.add("Actor", "ActNo=101", "CustNo=10002", "Nm=Berg AS", "Rsp=1");
            world.run();
            world.sql("UPDATE R2 SET Nm = 'Tunnel', CustNo = 10002, ActNo1 = 0, Inf7 = '' WHERE RNo = 500");
            world.nightly();
            assertThat(world.rejects())
                    .anyMatch(reject -> reject.startsWith("project 500 Tunnel | link-mismatch | GUID"));
            world.find("projects", "name", "Kaiprosjekt");
        }
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void aContactOrAddressThatWasMovedToAnotherCustomerIsNamed(boolean inSevera) {
        try (World world = World.standard()) {
            world.add("Actor", "ActNo=101", "CustNo=10002", "Nm=Berg AS", "Rsp=1")
                    .add("Actor", "ActNo=400", "DelToAct=100", "Nm=Fjord AS", "Ad1=Lageret 4");
            world.run();
            String contact = world.find("contactpersons", "lastName", "Hansen")
                    .path("guid")
                    .asString();
            if (inSevera) {
                String other =
                        world.find("customers", "number", "10002").path("guid").asString();
                world.sandbox().change("contactpersons", contact, "/customer/guid", other);
            } else {
                world.sql("UPDATE Actor SET LiaAct = 101, Nm = 'Ola Hanssen' WHERE ActNo = 200")
                        .sql("UPDATE Actor SET DelToAct = 101 WHERE ActNo = 400");
            }
            RunResult night = world.nightly();
            assertThat(world.rejects())
                    .anyMatch(reject ->
                            reject.contains("contact 200 Ola") && reject.contains("| link-mismatch | customer | "));
            assertThat(night.rejected())
                    .anyMatch(reject -> reject.example().contains("customer 10002 Berg AS")
                            && reject.example().contains("customer 10001 Fjord AS"));
            world.find("contactpersons", "lastName", "Hansen");
            if (!inSevera) {
                assertThat(world.rejects())
                        .anyMatch(reject -> reject.startsWith("address 400 Fjord AS | link-mismatch | customer"));
                world.sql("UPDATE Actor SET LiaAct = 100, Nm = 'Ola Hansen' WHERE ActNo = 200")
                        .sql("UPDATE Actor SET DelToAct = 100 WHERE ActNo = 400");
                assertThat(world.nightly().exitCode()).isZero();
                assertThat(world.rejects()).isEmpty();
            }
        }
    }

    @Test
    void anAddressThatPeopleFilledInIsNotTakenForTheBillingAddress() {
        try (World world = World.standard()) {
            String customer = world.sandbox().add("customers", "{\"name\": \"Fjord AS\", \"number\": 10001}");
            String visit = world.sandbox()
                    .add(
                            "addresses",
                            "{\"addressline\": \"Besoksveien 9\", \"isVisitAddress\": true, \"customer\": {\"guid\": \""
                                    + customer + "\"}}");
            world.sandbox().change("customers", customer, "/headquarterAddress/guid", visit);
            world.run();
            assertThat(world.find("addresses", "addressline", "Besoksveien 9")
                            .path("guid")
                            .asString())
                    .isEqualTo(visit);
            assertThat(world.find("addresses", "addressline", "Kaia 1")
                            .path("isBillingAddress")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void aNewRowUnderTheNumberOfADeletedOneIsNotMadeASecondTime() {
        try (World world = World.standard()) {
            world.run();
            String guid =
                    world.find("customers", "number", "10001").path("guid").asString();
            world.sql("DELETE FROM Actor WHERE ActNo = 100")
                    .insert("Actor", "ActNo=555", "CustNo=10001", "Nm=Berg AS", "Ad1=Fjellet 2");
            RunResult night = world.nightly();
            assertThat(world.rejects()).contains("customer 10001 Berg AS | link-mismatch | number | 10001");
            assertThat(night.rejected())
                    .anyMatch(reject -> reject.example().contains("customer 10001 Fjord AS (" + guid + ")"));
            assertThat(world.sandbox().records("customers")).hasSize(1);
            assertThat(world.find("customers", "number", "10001").path("name").asString())
                    .isEqualTo("Fjord AS");
            world.once();
            assertThat(world.sandbox().records("customers")).hasSize(1);
            world.find("addresses", "addressline", "Kaia 1");
        }
    }
}
