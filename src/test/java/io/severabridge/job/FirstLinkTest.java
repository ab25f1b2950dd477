package io.severabridge.job;

import static io.severabridge.job.World.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two systems that both hold data are linked for the first time. */
class FirstLinkTest {
    @Test
    void aCustomerIsLinkedByNumberWithoutLeadingZerosAndGetsTheErpsValues() {
        try (World world = World.standard()) {
            String guid = world.sandbox().add("customers", "{\"name\":\"Fjord A/S\",\"number\":10001,\"notes\":\"x\"}");
            RunResult result = world.run();
            assertThat(outcomes(result, "customer-to-severa")).isEqualTo("0/0/1/0/0/0");
            assertThat(world.find("customers", "number", "10001").path("guid").asString())
                    .isEqualTo(guid);
            assertThat(world.find("customers", "number", "10001").path("name").asString())
                    .isEqualTo("Fjord AS");
        }
    }

    @Test
    void anEmptyValueOfTheErpDoesNotOverwrite() {
        try (World world = World.standard()) {
            world.sandbox().add("customers", "{\"name\":\"Fjord AS\",\"number\":10001,\"website\":\"fjord.example\"}");
            world.run();
            assertThat(world.find("customers", "number", "10001")
                            .path("website")
                            .asString())
                    .isEqualTo("fjord.example");
        }
    }

    @Test
    void theMastersValueWinsAlsoWhenThatIsSevera() {
        try (World world = World.standard()) {
            world.sandbox().add("businessunits", "{\"name\":\"Oslo kontor\",\"code\":\"10\"}");
            world.sandbox()
                    .add(
                            "users",
                            "{\"firstName\":\"K.\",\"lastName\":\"Nordmann\",\"code\":\"1\",\"email\":"
                                    + "\"kari@fjord.example\",\"phone\":\"22\"}");
            world.with("masters: { default: severa,", "on-conflict: severa\nmasters: { default: severa,");
            world.run();
            assertThat(world.find("users", "code", "1").path("firstName").asString())
                    .isEqualTo("K.");
            assertThat(world.find("businessunits", "code", "10").path("name").asString())
                    .isEqualTo("Oslo");
        }
    }

    @Test
    void aNameLinksWhenItIsUniqueAndHasNoNumber() {
        try (World world = World.standard()) {
            String guid = world.sandbox().add("products", "{\"name\":\"AUDIT\"}");
            RunResult result = world.run();
            assertThat(outcomes(result, "product-to-severa")).isEqualTo("0/0/1/0/0/0");
            assertThat(world.find("products", "code", "A1").path("guid").asString())
                    .isEqualTo(guid);
        }
    }

    @Test
    void aNameWithAnotherNumberIsAmbiguousAndNamesTheCandidate() {
        try (World world = World.standard()) {
            String guid = world.sandbox().add("products", "{\"name\":\"Audit\",\"code\":\"Z9\"}");
            RunResult result = world.run();
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(world.rejects())
                    .containsExactly(
                            "product A1 Audit | ambiguous-match | name | audit",
                            "product Z9 Audit | ambiguous-match | name | audit");
            assertThat(result.rejected().stream().map(RunResult.RejectSummary::example))
                    .anyMatch(example -> example.contains(guid));
        }
    }

    @Test
    void aUserIsLinkedByEmailWhenTheCodeIsMissing() {
        try (World world = World.standard()) {
            world.sandbox()
                    .add("users", "{\"firstName\":\"Kari\",\"lastName\":\"Olsen\",\"email\":\"Kari@Fjord.example\"}");
            RunResult result = world.run();
            assertThat(outcomes(result, "user-to-severa")).isEqualTo("0/0/1/0/0/0");
            assertThat(world.find("users", "code", "1").path("lastName").asString())
                    .isEqualTo("Nordmann");
        }
    }

    @Test
    void theOnlyBillingAddressIsTheOne() {
        try (World world = World.standard()) {
            String customer = world.sandbox().add("customers", "{\"name\":\"Fjord AS\",\"number\":10001}");
            world.sandbox()
                    .add(
                            "addresses",
                            "{\"addressline\":\"Gamle vei\",\"isBillingAddress\":true,\"customer\":{\"guid\":\""
                                    + customer + "\"}}");
            RunResult result = world.run();
            assertThat(outcomes(result, "address-to-severa")).isEqualTo("0/0/1/0/0/0");
            assertThat(world.sandbox().records("addresses")).hasSize(1);
        }
    }

    @Test
    void severalBillingAddressesAreRejected() {
        try (World world = World.standard()) {
            String customer = world.sandbox().add("customers", "{\"name\":\"Fjord AS\",\"number\":10001}");
            for (String line : new String[] {"A", "B"}) {
                world.sandbox()
                        .add(
                                "addresses",
                                "{\"addressline\":\"" + line + "\",\"isBillingAddress\":true,\"customer\":{\"guid\":\""
                                        + customer + "\"}}");
            }
            world.run();
            assertThat(world.rejects())
                    .containsExactly(
                            "billing address of customer 100 Fjord AS | several-billing-addresses | number | billing");
        }
    }

    @Test
    void anAddressThatSeveraMadeWithTheCustomerBecomesTheBillingAddress() {
        try (World world = World.standard()) {
            String customer = world.sandbox().add("customers", "{\"name\":\"Fjord AS\",\"number\":10001}");
            String address = world.sandbox()
                    .add("addresses", "{\"addressline\":\"\",\"customer\":{\"guid\":\"" + customer + "\"}}");
            world.sandbox().change("customers", customer, "/headquarterAddress/guid", address);
            RunResult result = world.run();
            assertThat(outcomes(result, "address-to-severa")).isEqualTo("0/0/1/0/0/0");
            assertThat(world.find("addresses", "addressline", "Kaia 1")
                            .path("guid")
                            .asString())
                    .isEqualTo(address);
        }
    }

    @Test
    void ofSeveralCommunicationsTheEqualOneIsTakenElseTheOldest() {
        try (World world = World.standard()) {
            String customer = world.sandbox().add("customers", "{\"name\":\"Fjord AS\",\"number\":10001}");
            String contact = world.sandbox()
                    .add(
                            "contactpersons",
                            "{\"firstName\":\"Ola\",\"lastName\":\"Hansen\",\"customer\":{\"guid\":\"" + customer
                                    + "\"}}");
            String type = world.find("communicationtypes", "type", "EmailAddress")
                    .path("guid")
                    .asString();
            for (String mail : new String[] {"old@x.example", "ola@fjord.example"}) {
                world.sandbox()
                        .add(
                                "contactcommunications",
                                "{\"value\":\"" + mail + "\",\"contact\":{\"guid\":\"" + contact
                                        + "\"},\"communicationType\":{\"guid\":\"" + type + "\"}}");
            }
            RunResult result = world.run();
            assertThat(outcomes(result, "contact-to-severa")).isEqualTo("0/0/1/0/0/0");
            assertThat(outcomes(result, "contact-to-severa/contact-communication"))
                    .isEqualTo("1/0/1/0/0/0");
            world.find("contactcommunications", "value", "old@x.example");
        }
    }

    @Test
    void aGuidOfTheOlderInterfaceIsConverted() {
        try (World world = World.standard()) {
            String guid = "0a1b2c3d-0000-4000-8000-000000000001";
            world.sandbox().add("customers", "{\"guid\":\"" + guid + "\",\"name\":\"Other name\",\"number\":77}");
            world.sql("UPDATE Actor SET Inf8 = 'f" + guid.substring(1) + "' WHERE ActNo = 100");
            RunResult result = world.once();
            assertThat(outcomes(result, "customer-to-severa")).isEqualTo("0/0/1/0/0/0");
            assertThat(world.value("SELECT Inf8 FROM Actor WHERE ActNo = 100")).isEqualTo(guid);
        }
    }

    @Test
    void aLinkedRecordThatIsGoneIsRejectedAndNotMadeAgain() {
        try (World world = World.standard()) {
            world.sql("UPDATE Actor SET Inf8 = '0a1b2c3d-0000-4000-8000-000000000009' WHERE ActNo = 100");
            RunResult result = world.once();
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(world.rejects())
                    .contains("customer 10001 Fjord AS | linked-record-gone | GUID | "
                            + "0a1b2c3d-0000-4000-8000-000000000009");
            assertThat(world.sandbox().records("customers")).isEmpty();
        }
    }

    @Test
    void anEmptiedGuidFieldIsRepairedFromTheLink() {
        try (World world = World.standard()) {
            world.run();
            String guid = world.value("SELECT Inf8 FROM Actor WHERE ActNo = 100");
            world.sql("UPDATE Actor SET Inf8 = '' WHERE ActNo = 100");
            world.run();
            assertThat(world.value("SELECT Inf8 FROM Actor WHERE ActNo = 100")).isEqualTo(guid);
        }
    }

    @Test
    void aFieldThatDisagreesWithTheLinkIsRejected() {
        try (World world = World.standard()) {
            world.run();
            world.sql("UPDATE Actor SET Inf8 = '0a1b2c3d-0000-4000-8000-000000000009' WHERE ActNo = 100");
            world.once("customer-to-severa");
            assertThat(world.rejects())
                    .anyMatch(reject -> reject.startsWith("customer 10001 Fjord AS | link-mismatch | GUID"));
        }
    }

    @Test
    void aReferenceThatStaysInTheErpIsNoChangeInEachRun() {
        try (World world = World.standard()) {
            world.add("Actor", "ActNo=9", "EmpNo=9", "Nm=Uten Epost");
            world.add("Actor", "ActNo=100", "CustNo=10001", "Nm=Fjord AS", "Rsp=9");
            world.sandbox().add("customers", "{\"name\": \"Fjord AS\", \"number\": 10001}");
            world.run("user-to-severa", "user-to-erp", "customer-to-severa", "customer-to-erp");
            assertThat(world.value("SELECT Rsp FROM Actor WHERE ActNo = 100")).isEqualTo("9");
        }
    }

    @Test
    void candidatesAreCalledAsPeopleCallThem() {
        try (World world = World.standard()) {
            world.sandbox().add("customers", "{\"name\": \"Fjord AS\", \"number\": 777}");
            RunResult result = world.run();
            assertThat(result.rejected())
                    .anyMatch(reject -> reject.code().equals("ambiguous-match")
                            && reject.example().contains("customer 777 Fjord AS ("));
        }
    }

    /** The link is made by the same chunk: whatever has the name of a record that is another one is no twin. */
    @Test
    void aRecordOfSeveraIsMadeBesideARowOfItsNameThatIsMatchedToAnother() {
        try (World world = World.standard()
                .with(
                        "customers:\n  guid-field: Inf8",
                        "customers:\n  only-with-won-project: false\n  guid-field: Inf8")) {
            world.run();
            world.bridge("DELETE FROM BRIDGE_LINK WHERE ENTITY = 'customer'");
            world.sandbox().add("customers", "{\"name\": \"Fjord AS\", \"number\": 30001}");
            RunResult result = world.once("customer-to-erp");
            assertThat(world.rejects()).isEmpty();
            assertThat(World.outcomes(result, "customer-to-erp")).isEqualTo("1/0/1/0/0/0");
        }
    }
}
