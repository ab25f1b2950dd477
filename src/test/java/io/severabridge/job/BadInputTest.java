package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** Each bad value is one rejected record; all others arrive. */
class BadInputTest {
    /** The standard world has arrived whole, and the record is rejected as expected. */
    private static void rejected(World world, String reject) {
        RunResult result = world.run();
        assertThat(world.rejects()).containsExactly(reject);
        assertThat(result.exitCode()).isEqualTo(2);
        world.find("projects", "name", "Kaiprosjekt");
        world.find("products", "code", "A1");
        world.find("customers", "name", "Fjord AS");
    }

    @Test
    void anUnknownCountry() {
        try (World world = World.standard()
                .add("Actor", "ActNo=2", "EmpNo=2", "Nm=Per Ås", "MailAd=per@fjord.example", "Ctry=999")) {
            RunResult result = world.run();
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(world.rejects())
                    .contains("employee 2 Per Ås | unknown-country | Ctry | 999")
                    .hasSize(3);
        }
    }

    @Test
    void anEmailUsedTwiceRejectsTheHigherNumber() {
        try (World world =
                World.standard().add("Actor", "ActNo=2", "EmpNo=2", "Nm=Per Ås", "MailAd=KARI@fjord.example")) {
            RunResult result = world.run("user-to-severa");
            assertThat(world.rejects()).contains("employee 2 Per Ås | email-used-twice | e-mail | kari@fjord.example");
            assertThat(result.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void aNameOfNoCharacters() {
        try (World world = World.standard().add("Actor", "ActNo=101", "CustNo=10002", "Nm=  ")) {
            rejected(world, "customer 10002  | name-missing | Nm | ");
        }
    }

    @Test
    void aProjectNumberWithLetters() {
        try (World world = World.standard()
                .with("projects: { unit: 2,", "projects: { unit: 12,")
                .add("R12", "RNo=500", "Nm=Kaiprosjekt", "CustNo=10001", "Rsp=1")
                .add("R12", "RNo=P-7", "Nm=Letters", "CustNo=10001", "Rsp=1")) {
            rejected(world, "project P-7 Letters | number-not-numeric | RNo | P-7");
        }
    }

    @Test
    void aManagerThatDoesNotExist() {
        try (World world = World.standard()
                .add("Actor", "ActNo=2", "EmpNo=2", "Nm=Per Ås", "MailAd=per@fjord.example", "MainAct=77")) {
            rejected(world, "employee 2 Per Ås | unknown-employee | MainAct | 77");
            world.find("users", "code", "2");
        }
    }

    @Test
    void aManagerOfHimself() {
        try (World world = World.standard()
                .add("Actor", "ActNo=2", "EmpNo=2", "Nm=Per Ås", "MailAd=per@fjord.example", "MainAct=2")) {
            rejected(world, "employee 2 Per Ås | cycle | above | 2");
        }
    }

    @Test
    void allMembersOfACircleOfManagers() {
        try (World world = World.standard()
                .add("Actor", "ActNo=2", "EmpNo=2", "Nm=Per Ås", "MailAd=per@fjord.example", "MainAct=3")
                .add("Actor", "ActNo=3", "EmpNo=3", "Nm=Liv Berg", "MailAd=liv@fjord.example", "MainAct=2")
                .add("Actor", "ActNo=4", "EmpNo=4", "Nm=Ida Dahl", "MailAd=ida@fjord.example", "MainAct=3")) {
            world.run();
            assertThat(world.rejects())
                    .containsExactly(
                            "employee 2 Per Ås | cycle | above | 2", "employee 3 Liv Berg | cycle | above | 3");
        }
    }

    @Test
    void anAssociateCopiedWithItsGuid() {
        try (World world = World.standard()) {
            world.run();
            String guid = world.value("SELECT Inf8 FROM Actor WHERE ActNo = 100");
            world.sql("UPDATE Actor SET Inf8 = '" + guid + "', CustNo = 10009, LiaAct = 0 WHERE ActNo = 200");
            RunResult result = world.once("customer-to-severa");
            assertThat(world.rejects()).contains("customer 10009 Ola Hansen | guid-used-twice | GUID | " + guid);
            assertThat(result.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void aGuidThatAUniqueIndexOfTheErpDoesNotTakeTwiceIsARejectAndNoOutage() {
        try (World world = World.standard()
                .add("Actor", "ActNo=900", "Nm=Copy that is no customer any more")
                .add("Actor", "ActNo=101", "CustNo=10002", "Nm=Lysefjord AS")) {
            assumeTrue(world.onH2(), "the index is written as H2 has it");
            String guid = world.sandbox().add("customers", "{\"name\": \"Fjord AS\", \"number\": 10001}");
            world.sql("UPDATE Actor SET Inf8 = '" + guid + "' WHERE ActNo = 900");
            world.erp()
                    .sql(
                            "ALTER TABLE Actor ADD COLUMN Once VARCHAR(40) GENERATED ALWAYS AS (COALESCE(NULLIF(Inf8, ''), CAST(ActNo AS VARCHAR(40))))")
                    .update();
            world.erp().sql("CREATE UNIQUE INDEX OnceInf8 ON Actor (Once)").update();
            RunResult result = world.run();
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(world.rejects()).contains("customer 10001 Fjord AS | refused-by-erp | GUID field | " + guid);
            assertThat(world.value("SELECT Inf8 FROM Actor WHERE ActNo = 101")).isNotEmpty();
        }
    }

    @Test
    void aCharacterOutsideTheCodePage() {
        try (World world = World.standard().add("Actor", "ActNo=101", "CustNo=10002", "Nm=Łódź AS")) {
            assumeTrue(world.onH2(), "SQL Server cannot hold the character");
            RunResult result = world.run();
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(world.rejects()).contains("customer 10002 Łódź AS | outside-code-page | name | Łódź AS");
        }
    }

    @Test
    void whatDependsOnARejectedRecordIsRejectedToo() {
        try (World world = World.standard()
                .add("Actor", "ActNo=101", "CustNo=10002", "Nm=Fjern AS", "CPmtTrm=9", "Ad1=Vei 1")
                .add("R2", "RNo=501", "Nm=Fjernt", "CustNo=10002", "Rsp=1")) {
            RunResult result = world.run();
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(world.rejects())
                    .containsExactlyInAnyOrder(
                            "customer 10002 Fjern AS | unknown-payment-term | CPmtTrm | 9",
                            "billing address of customer 101 Fjern AS | depends-on-rejected | customer | 101",
                            "project 501 Fjernt | depends-on-rejected | CustNo | 10002");
        }
    }

    @Test
    void aCustomerNumberUsedTwice() {
        try (World world = World.standard()
                .add("Actor", "ActNo=101", "CustNo=10002", "Nm=Ene AS")
                .add("Actor", "ActNo=102", "CustNo=10002", "Nm=Andre AS")) {
            world.run();
            assertThat(world.rejects())
                    .contains(
                            "customer 10002 Ene AS | number-used-twice | number | 10002",
                            "customer 10002 Andre AS | number-used-twice | number | 10002");
        }
    }

    @Test
    void aRejectClosesByItselfWhenTheRecordIsMended() {
        try (World world = World.standard().add("Actor", "ActNo=101", "CustNo=10002", "Nm=Fjern AS", "CPmtTrm=9")) {
            world.run("customer-to-severa");
            assertThat(world.rejects()).isNotEmpty();
            world.sql("UPDATE Actor SET CPmtTrm = 2 WHERE ActNo = 101");
            assertThat(world.run().exitCode()).isZero();
            assertThat(world.rejects()).isEmpty();
        }
    }

    @Test
    void moreRejectsThanTheJobBearsStopIt() {
        World world = World.standard();
        for (int number = 1; number <= 230; number++) {
            world.add("ProdCat", "PrCatNo=" + (100 + number), "Descr=" + (number < 20 ? "Good " + number : ""));
        }
        try (world) {
            RunResult result = world.once("product-category-to-severa");
            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(result.failure()).contains("max-reject-percent: 50");
        }
    }
}
