package io.severabridge.job;

import static io.severabridge.job.World.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InitialLoadTest {
    @Test
    void everythingIsCreatedWithItsReferences() {
        try (World world = World.standard()) {
            RunResult result = world.run();
            assertThat(result.exitCode()).isZero();
            JsonNode project = world.find("projects", "name", "Kaiprosjekt");
            assertThat(project.path("number").asLong()).isEqualTo(500);
            assertThat(project.path("customer").path("name").asString()).isEqualTo("Fjord AS");
            assertThat(project.path("projectOwner").path("code").asString()).isEqualTo("1");
            assertThat(project.path("businessUnit").path("code").asString()).isEqualTo("10");
            assertThat(project.path("customerContact").path("lastName").asString())
                    .isEqualTo("Hansen");
            assertThat(project.path("salesStatus").path("name").asString()).isEqualTo("Won");
            assertThat(project.path("currency").path("code").asString()).isEqualTo("NOK");
        }
    }

    @Test
    void aCustomerHasItsBillingAddressAndAccountSet() {
        try (World world = World.standard()) {
            world.run();
            JsonNode customer = world.find("customers", "name", "Fjord AS");
            assertThat(customer.path("number").asLong()).isEqualTo(10001);
            assertThat(customer.path("paymentTerm").asInt()).isEqualTo(14);
            assertThat(customer.path("overdueInterest").decimalValue()).isEqualByComparingTo("8.5");
            assertThat(customer.path("owner").path("lastName").asString()).isEqualTo("Nordmann");
            JsonNode address = world.find("addresses", "addressline", "Kaia 1");
            assertThat(address.path("isBillingAddress").asBoolean()).isTrue();
            assertThat(address.path("country").path("name").asString()).isEqualTo("Norway");
            assertThat(world.sandbox().records("customermarketsegments"))
                    .singleElement()
                    .satisfies(membership -> assertThat(membership
                                    .path("marketSegment")
                                    .path("name")
                                    .asString())
                            .isEqualTo("Innland"));
        }
    }

    @Test
    void aProductHasItsGenericPriceUnitAndCategory() {
        try (World world = World.standard()) {
            world.run();
            JsonNode product = world.find("products", "code", "A1");
            assertThat(product.path("unitPrice").path("amount").decimalValue()).isEqualByComparingTo("1200.5");
            assertThat(product.path("unitCost").path("amount").decimalValue()).isEqualByComparingTo("700");
            assertThat(product.path("measurementUnit").asString()).isEqualTo("stk");
            assertThat(product.path("productCategory").path("name").asString()).isEqualTo("Services");
        }
    }

    @Test
    void theGuidsStandInTheErpAfterwards() {
        try (World world = World.standard()) {
            world.run();
            assertThat(world.value("SELECT Inf8 FROM Actor WHERE ActNo = 100"))
                    .isEqualTo(world.find("customers", "name", "Fjord AS")
                            .path("guid")
                            .asString());
            assertThat(world.value("SELECT Inf6 FROM Actor WHERE ActNo = 100"))
                    .isEqualTo(world.find("addresses", "addressline", "Kaia 1")
                            .path("guid")
                            .asString());
            assertThat(world.value("SELECT Inf7 FROM Prod WHERE ProdNo = 'A1'")).hasSize(36);
            assertThat(world.value("SELECT ChUsr FROM R2 WHERE RNo = 500")).isEqualTo("BRIDGE");
        }
    }

    @Test
    void theTitleGoesToTheWorkContractAndTheSuperiorSecond() {
        try (World world = World.standard()
                .add("Actor", "ActNo=2", "EmpNo=2", "Nm=Per Ås", "MailAd=per@fjord.example", "MainAct=3")
                .add("Actor", "ActNo=3", "EmpNo=3", "Nm=Liv Berg", "MailAd=liv@fjord.example")) {
            RunResult result = world.run();
            assertThat(world.find("users", "code", "1").path("title").asString())
                    .isEqualTo("Lead");
            assertThat(world.find("users", "code", "2")
                            .path("superiorUser")
                            .path("guid")
                            .asString())
                    .isEqualTo(world.find("users", "code", "3").path("guid").asString());
            assertThat(outcomes(result, "user-supervisor-to-severa")).isEqualTo("0/1/0/2/0/0");
        }
    }

    @Test
    void unitsHangBelowTheirParentAndTheRoot() {
        try (World world = World.standard()
                .add("R1", "RNo=5", "Nm=Below", "MainR1=30")
                .add("R1", "RNo=30", "Nm=Above")
                .add("R1", "RNo=40", "Nm=Shut", "Gr=1")
                .add("R1", "RNo=41", "Nm=Below the shut", "MainR1=40")) {
            RunResult result = world.run();
            String root = world.find("businessunits", "name", "Organisation")
                    .path("guid")
                    .asString();
            assertThat(world.find("businessunits", "code", "5")
                            .path("parentGuid")
                            .asString())
                    .isEqualTo(world.find("businessunits", "code", "30")
                            .path("guid")
                            .asString());
            assertThat(world.find("businessunits", "code", "41")
                            .path("parentGuid")
                            .asString())
                    .isEqualTo(root);
            assertThat(outcomes(result, "business-unit-to-severa")).isEqualTo("4/0/0/0/1/0");
            assertThat(result.notices()).extracting("code").contains("parent-not-transferred");
        }
    }

    @Test
    void contactsHaveACommunicationForEachOfTheirNumbers() {
        try (World world = World.standard()) {
            world.run();
            assertThat(world.sandbox().records("contactcommunications"))
                    .extracting(record ->
                            record.path("communicationType").path("type").asString() + " "
                                    + record.path("value").asString() + " "
                                    + record.path("isForbiddenToUse").asBoolean())
                    .containsExactlyInAnyOrder("EmailAddress ola@fjord.example false", "MobilePhone 90000000 false");
        }
    }

    @Test
    void whatIsExcludedInactiveOrWithoutEmailIsSkippedWithItsChildren() {
        try (World world = World.standard()
                .add("Actor", "ActNo=2", "EmpNo=2", "Nm=No Mail")
                .add("Actor", "ActNo=3", "EmpNo=3", "Nm=Gone Away", "MailAd=g@fjord.example", "Gr=1")
                .add("Actor", "ActNo=101", "CustNo=10002", "Nm=Shut AS", "Gr=1", "CAcSet=1", "Ad1=Vei 1")
                .add("Actor", "ActNo=102", "CustNo=10003", "Nm=Secret AS", "Gr3=1")
                .add("Actor", "ActNo=201", "LiaAct=101", "Nm=Nils Nilsen", "MailAd=n@shut.example")
                .add("R2", "RNo=501", "Nm=Old project", "CustNo=10002", "Rsp=1")
                .add("Prod", "ProdNo=B2", "Descr=Secret", "Gr2=1")) {
            RunResult result = world.run();
            assertThat(result.exitCode()).isZero();
            assertThat(outcomes(result, "user-to-severa")).isEqualTo("1/0/0/0/2/0");
            assertThat(outcomes(result, "customer-to-severa")).isEqualTo("1/0/0/0/2/0");
            assertThat(outcomes(result, "customer-to-severa/market-segment")).isEqualTo("1/0/0/0/1/0");
            assertThat(outcomes(result, "address-to-severa")).isEqualTo("1/0/0/0/1/0");
            assertThat(outcomes(result, "contact-to-severa")).isEqualTo("1/0/0/0/1/0");
            assertThat(outcomes(result, "contact-to-severa/contact-communication"))
                    .isEqualTo("2/0/0/0/1/0");
            assertThat(outcomes(result, "project-to-severa")).isEqualTo("1/0/0/0/1/0");
            assertThat(outcomes(result, "product-to-severa")).isEqualTo("1/0/0/0/1/0");
        }
    }

    @Test
    void aProductThatIsAWorkTypeIsLinkedAndNotCreated() {
        try (World world = World.standard().add("Prod", "ProdNo=T100", "Descr=Consulting")) {
            RunResult result = world.run();
            assertThat(outcomes(result, "product-to-severa")).isEqualTo("1/0/1/0/0/0");
            assertThat(world.sandbox().records("products")).hasSize(1);
        }
    }

    @Test
    void onlyTheChosenTransfersRun() {
        try (World world = World.standard()) {
            RunResult result = world.run("product-category-to-severa", "product-to-severa");
            assertThat(result.steps())
                    .extracting("name")
                    .containsExactly("product-category-to-severa", "product-to-severa");
            assertThat(world.sandbox().records("customers")).isEmpty();
        }
    }

    @Test
    void aChangeInTheErpIsSentAndNothingElse() {
        try (World world = World.standard()) {
            world.run();
            world.sql("UPDATE Actor SET Nm = 'Fjord Holding AS', MailAd = 'post@fjord.example' WHERE ActNo = 100");
            RunResult result = world.run();
            assertThat(outcomes(result, "customer-to-severa")).isEqualTo("0/1/0/0/0/0");
            assertThat(result.total().updated()).isEqualTo(1);
            assertThat(world.find("customers", "number", "10001").path("name").asString())
                    .isEqualTo("Fjord Holding AS");
        }
    }

    @Test
    void aCommunicationThatIsEmptiedIsDeleted() {
        try (World world = World.standard()) {
            world.run();
            world.sql("UPDATE Actor SET MobPh = '' WHERE ActNo = 200");
            world.run();
            assertThat(world.sandbox().records("contactcommunications")).hasSize(1);
        }
    }

    @Test
    void anotherAccountSetReplacesTheMarketSegment() {
        try (World world = World.standard()) {
            world.run();
            world.sql("UPDATE Actor SET CAcSet = 2 WHERE ActNo = 100");
            world.run();
            assertThat(world.sandbox().records("customermarketsegments"))
                    .singleElement()
                    .satisfies(membership -> assertThat(membership
                                    .path("marketSegment")
                                    .path("name")
                                    .asString())
                            .isEqualTo("EU"));
            world.sql("UPDATE Actor SET CAcSet = 0 WHERE ActNo = 100");
            world.run();
            assertThat(world.sandbox().records("customermarketsegments")).isEmpty();
        }
    }

    @Test
    void aCustomerThatBecameInactiveIsUpdated() {
        try (World world = World.standard()) {
            world.run();
            world.sql("UPDATE Actor SET Gr = 1 WHERE ActNo = 100");
            world.run();
            assertThat(world.find("customers", "number", "10001")
                            .path("isActive")
                            .asBoolean())
                    .isFalse();
        }
    }
}
