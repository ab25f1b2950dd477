package io.severabridge.job;

import static io.severabridge.job.World.outcomes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.store.database.BridgeDatabase;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes new on either side, and what a nightly run looks at. */
class NightlyTest {
    private static final String NEW_CUSTOMER = "SELECT %s FROM Actor WHERE Nm = 'Won AS' AND CustNo > 0";

    private static World loaded() {
        World world = World.standard();
        world.with(
                "projects: { unit: 2,",
                "number-series: { customers: { from: 10000, to: 19999 } }\nprojects: { unit: 2,");
        assertThat(world.once().exitCode()).isZero();
        return world;
    }

    private static String wonCustomer(World world, String fields) {
        String customer = world.sandbox().add("customers", "{\"name\":\"Won AS\"" + fields + "}");
        project(world, customer, "Won", 90_500);
        return customer;
    }

    private static String project(World world, String customer, String status, int number) {
        return world.sandbox()
                .add(
                        "projects",
                        "{\"name\":\"P" + number + "\",\"number\":" + number + ",\"customer\":{\"guid\":\"" + customer
                                + "\"},\"projectOwner\":{\"guid\":\""
                                + guid(world, "users", "code", "1")
                                + "\"},\"salesStatus\":{\"salesStatusTypeGuid\":\""
                                + guid(world, "salesstatustypes", "name", status) + "\"}}");
    }

    private static String guid(World world, String resource, String field, String value) {
        return world.find(resource, field, value).path("guid").asString();
    }

    private static RunResult nightly(World world) {
        RunResult result = world.nightly();
        world.sandbox().resetCounts();
        RunResult second = world.nightly();
        assertThat(world.sandbox().counts().writes())
                .as("writes of a second run")
                .isZero();
        assertThat(second.total().created()
                        + second.total().updated()
                        + second.total().linked())
                .as("a second run has nothing to do")
                .isZero();
        return result;
    }

    @Test
    void aCustomerWithAWonProjectBecomesOneOfTheErpWithAllThatBelongsToHim() {
        try (World world = loaded()) {
            String customer = wonCustomer(world, ",\"number\":30001,\"vatNumber\":\"NO1\",\"website\":\"won.example\"");
            world.sandbox()
                    .add(
                            "addresses",
                            "{\"addressline\":\"Storgata 1\",\"postalCode\":\"0155\",\"isBillingAddress\":true,"
                                    + "\"customer\":{\"guid\":\"" + customer + "\"}}");
            world.sandbox()
                    .add(
                            "addresses",
                            "{\"addressline\":\"Lageret 2\",\"isVisitAddress\":true,\"customer\":{\"guid\":\""
                                    + customer + "\"}}");
            world.sandbox()
                    .add(
                            "customermarketsegments",
                            "{\"customer\":{\"guid\":\"" + customer + "\"},\"marketSegment\":{\"guid\":\""
                                    + guid(world, "marketsegments", "name", "EU") + "\"}}");
            String contact = world.sandbox()
                    .add(
                            "contactpersons",
                            "{\"firstName\":\"Liv\",\"lastName\":\"Dahl\",\"customer\":{\"guid\":\"" + customer
                                    + "\"}}");
            world.sandbox()
                    .add(
                            "contactcommunications",
                            "{\"value\":\"99\",\"contact\":{\"guid\":\"" + contact
                                    + "\"},\"communicationType\":{\"guid\":\""
                                    + guid(world, "communicationtypes", "type", "MobilePhone") + "\"}}");
            RunResult result = nightly(world);
            assertThat(result.exitCode()).isZero();
            assertThat(world.value(NEW_CUSTOMER.formatted("CustNo"))).isEqualTo("30001");
            assertThat(world.value(NEW_CUSTOMER.formatted("BsNo"))).isEqualTo("NO1");
            assertThat(world.value(NEW_CUSTOMER.formatted("Ad1"))).isEqualTo("Storgata 1");
            assertThat(world.value(NEW_CUSTOMER.formatted("CAcSet"))).isEqualTo("2");
            assertThat(world.value(NEW_CUSTOMER.formatted("Inf8"))).isEqualTo(customer);
            assertThat(world.value(NEW_CUSTOMER.formatted("Inf6"))).hasSize(36);
            assertThat(world.value(NEW_CUSTOMER.formatted("ChUsr"))).isEqualTo("BRIDGE");
            assertThat(world.value("SELECT Ad1 FROM Actor WHERE DelToAct = (" + NEW_CUSTOMER.formatted("ActNo") + ")"))
                    .isEqualTo("Lageret 2");
            assertThat(world.value("SELECT MobPh FROM Actor WHERE Nm = 'Liv Dahl'"))
                    .isEqualTo("99");
            assertThat(world.value("SELECT CustNo FROM R2 WHERE RNo = 90500")).isEqualTo("30001");
            assertThat(world.value("SELECT Rsp FROM R2 WHERE RNo = 90500")).isEqualTo("1");
        }
    }

    @Test
    void aCustomerWaitsForHisFirstWonProject() {
        try (World world = loaded()) {
            String customer = world.sandbox().add("customers", "{\"name\":\"Won AS\",\"number\":30001}");
            String project = project(world, customer, "Lead", 90_500);
            RunResult result = nightly(world);
            assertThat(outcomes(result, "customer-to-erp")).isEqualTo("0/0/0/0/1/0");
            assertThat(outcomes(result, "project-to-erp")).isEqualTo("0/0/0/0/1/0");
            world.sandbox()
                    .change(
                            "projects",
                            project,
                            "/salesStatus/salesStatusTypeGuid",
                            guid(world, "salesstatustypes", "name", "Won"));
            RunResult won = nightly(world);
            assertThat(outcomes(won, "customer-to-erp")).startsWith("1/");
            assertThat(outcomes(won, "project-to-erp")).startsWith("1/");
        }
    }

    @Test
    void withoutTheSwitchEveryCustomerComes() {
        try (World world = World.standard()) {
            world.with(
                    "customers:\n  guid-field: Inf8", "customers:\n  only-with-won-project: false\n  guid-field: Inf8");
            world.once();
            world.sandbox().add("customers", "{\"name\":\"Won AS\",\"number\":30001}");
            assertThat(outcomes(nightly(world), "customer-to-erp")).startsWith("1/");
        }
    }

    @Test
    void aNumberOfTheErpsOwnSeriesIsRejected() {
        try (World world = loaded()) {
            wonCustomer(world, ",\"number\":10500");
            assertThat(nightly(world).exitCode()).isEqualTo(2);
            assertThat(world.rejects())
                    .contains("customer 10500 Won AS | number-in-erp-series | number | 10500")
                    .anyMatch(reject -> reject.startsWith("project 90500 P90500 | depends-on-rejected | customer"));
        }
    }

    @Test
    void aCustomerWithoutANumberGetsTheErpsNextOne() {
        try (World world = loaded()) {
            String customer = wonCustomer(world, "");
            world.sandbox().changeJson("customers", customer, "/number", "null");
            assertThat(nightly(world).exitCode()).isZero();
            assertThat(world.value(NEW_CUSTOMER.formatted("CustNo"))).isEqualTo("10002");
            assertThat(world.find("customers", "name", "Won AS").path("number").asLong())
                    .isEqualTo(10_002);
        }
    }

    @Test
    void newRowsAreLikeTheTemplateInWhatIsNotMapped() {
        try (World world = World.standard()) {
            world.add(
                    "Actor",
                    "ActNo=900",
                    "CustNo=19000",
                    "Nm=Mal",
                    "CVatNo=3",
                    "CPmtMt=7",
                    "Gr5=4",
                    "SupNo=8",
                    "Inf8=");
            world.with("customers:\n  guid-field: Inf8", "customers:\n  template: 900\n  guid-field: Inf8");
            world.once();
            wonCustomer(world, ",\"number\":30001");
            nightly(world);
            assertThat(world.value(NEW_CUSTOMER.formatted("CVatNo"))).isEqualTo("3");
            assertThat(world.value(NEW_CUSTOMER.formatted("CPmtMt"))).isEqualTo("7");
            assertThat(world.value(NEW_CUSTOMER.formatted("SupNo")))
                    .as("no supplier")
                    .isEqualTo("0");
        }
    }

    @Test
    void aUserBecomesAnEmployeeWithTitleAndSuperiorButNotTheApisOwn() {
        try (World world = loaded()) {
            String user = world.sandbox()
                    .add(
                            "users",
                            "{\"firstName\":\"Ida\",\"lastName\":\"Moe\",\"code\":\"55\",\"email\":\"ida@x.example\","
                                    + "\"superiorUser\":{\"guid\":\"" + guid(world, "users", "code", "1") + "\"}}");
            assertThat(nightly(world).exitCode()).isZero();
            assertThat(world.value("SELECT Nm FROM Actor WHERE EmpNo = 55")).isEqualTo("Ida Moe");
            assertThat(world.value("SELECT MainAct FROM Actor WHERE EmpNo = 55"))
                    .isEqualTo("1");
            assertThat(world.value("SELECT Title FROM Actor WHERE EmpNo = 55")).isEqualTo("Employee");
            assertThat(world.value("SELECT Inf7 FROM Actor WHERE EmpNo = 55")).isEqualTo(user);
            assertThat(world.value("SELECT COUNT(*) FROM Actor WHERE EmpNo > 0"))
                    .isEqualTo("2");
        }
    }

    @Test
    void theSeriesOfCustomersIsNoBoundForEmployees() {
        try (World world = World.standard()) {
            world.with(
                    "projects: { unit: 2,",
                    "number-series: { customers: { from: 10000, to: 19999 } }\nprojects: { unit: 2,");
            world.add("Actor", "ActNo=2", "EmpNo=20500", "Nm=Per Vik", "MailAd=per@fjord.example", "R1=10");
            world.once();
            world.sandbox().add("users", "{\"firstName\":\"Ida\",\"lastName\":\"Moe\",\"email\":\"ida@x.example\"}");
            assertThat(nightly(world).exitCode()).isZero();
            assertThat(world.value("SELECT EmpNo FROM Actor WHERE Nm = 'Ida Moe'"))
                    .isEqualTo("20501");
            assertThat(world.find("users", "lastName", "Moe").path("code").asString())
                    .isEqualTo("20501");
        }
    }

    @Test
    void aReturningEmployeeIsTheOldUserAgain() {
        try (World world = loaded()) {
            String user = guid(world, "users", "code", "1");
            world.sql("UPDATE Actor SET Gr = 1, ChDt = 0 WHERE ActNo = 1");
            nightly(world);
            assertThat(world.find("users", "code", "1").path("isActive").asBoolean())
                    .isFalse();
            world.sql("UPDATE Actor SET Gr = 0 WHERE ActNo = 1");
            nightly(world);
            assertThat(world.find("users", "code", "1").path("isActive").asBoolean())
                    .isTrue();
            assertThat(guid(world, "users", "code", "1")).isEqualTo(user);
        }
    }

    @Test
    void aReturningEmployeeWhoWasNeverLinkedIsTheOldUserToo() {
        try (World world = World.standard()) {
            String user = world.sandbox()
                    .add(
                            "users",
                            "{\"firstName\":\"Kari\",\"lastName\":\"Nordmann\",\"email\":\"kari@fjord.example\","
                                    + "\"isActive\":false}");
            assertThat(world.once().exitCode()).isZero();
            assertThat(guid(world, "users", "code", "1")).isEqualTo(user);
            assertThat(world.find("users", "code", "1").path("isActive").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void anExcludedCustomerBlocksHisTwinInSevera() {
        try (World world = World.standard()) {
            world.add("Actor", "ActNo=101", "CustNo=30001", "Nm=Secret AS", "Gr3=1");
            world.once();
            wonCustomer(world, ",\"number\":30001");
            RunResult result = nightly(world);
            assertThat(outcomes(result, "customer-to-erp")).startsWith("0/0/0/");
            assertThat(world.value("SELECT COUNT(*) FROM Actor WHERE CustNo = 30001"))
                    .isEqualTo("1");
            assertThat(world.value("SELECT Nm FROM Actor WHERE CustNo = 30001")).isEqualTo("Secret AS");
        }
    }

    @Test
    void aUnitWithACodeBecomesADepartmentBelowItsParent() {
        try (World world = loaded()) {
            String oslo = guid(world, "businessunits", "code", "10");
            String team = world.sandbox()
                    .add("businessunits", "{\"name\":\"Team\",\"code\":\"11\",\"parentGuid\":\"" + oslo + "\"}");
            world.sandbox()
                    .add("businessunits", "{\"name\":\"Squad\",\"code\":\"12\",\"parentGuid\":\"" + team + "\"}");
            world.sandbox().add("businessunits", "{\"name\":\"Nameless\"}");
            RunResult result = nightly(world);
            assertThat(outcomes(result, "business-unit-to-erp"))
                    .startsWith("2/")
                    .endsWith("/1/0");
            assertThat(world.value("SELECT MainR1 FROM R1 WHERE RNo = 11")).isEqualTo("10");
            assertThat(world.value("SELECT MainR1 FROM R1 WHERE RNo = 12")).isEqualTo("11");
        }
    }

    @Test
    void aUnitWhoseCodeTheColumnCannotHoldIsRejected() {
        try (World world = loaded()) {
            world.sandbox().add("businessunits", "{\"name\":\"Team\",\"code\":\"T-11\"}");
            assertThat(nightly(world).exitCode()).isEqualTo(2);
            assertThat(world.rejects()).containsExactly("business unit T-11 Team | number-does-not-fit | code | T-11");
        }
    }

    @Test
    void aProductComesWithAGenericPriceRowAndOneWithoutACodeIsRejected() {
        try (World world = loaded()) {
            world.sandbox()
                    .add(
                            "products",
                            "{\"name\":\"Advice\",\"code\":\"B2\",\"measurementUnit\":\"stk\",\"unitPrice\":"
                                    + "{\"amount\":950.5,\"currencyCode\":\"NOK\"},\"unitCost\":{\"amount\":400,"
                                    + "\"currencyCode\":\"NOK\"}}");
            world.sandbox().add("products", "{\"name\":\"Nameless\"}");
            assertThat(nightly(world).exitCode()).isEqualTo(2);
            assertThat(world.value("SELECT Descr FROM Prod WHERE ProdNo = 'B2'"))
                    .isEqualTo("Advice");
            assertThat(world.value("SELECT StSaleUn FROM Prod WHERE ProdNo = 'B2'"))
                    .isEqualTo("1");
            assertThat(world.value("SELECT SalePr FROM PrDcMat WHERE ProdNo = 'B2' AND CustNo = 0 AND OrdPrGr = 0"))
                    .isEqualTo("950.500000");
            assertThat(world.value("SELECT PurcPr FROM PrDcMat WHERE ProdNo = 'B2'"))
                    .isEqualTo("400.000000");
            assertThat(world.rejects()).containsExactly("product  Nameless | code-missing | code | ");
        }
    }

    @Test
    void aCategoryWithoutACodeGetsTheErpsNextNumber() {
        try (World world = loaded()) {
            world.sandbox().add("productcategories", "{\"name\":\"Goods\"}");
            assertThat(nightly(world).exitCode()).isZero();
            assertThat(world.value("SELECT PrCatNo FROM ProdCat WHERE Descr = 'Goods'"))
                    .isEqualTo("2");
            assertThat(world.find("productcategories", "name", "Goods")
                            .path("code")
                            .asString())
                    .isEqualTo("2");
        }
    }

    @Test
    void anInternalProjectHasNoCustomerInTheErp() {
        try (World world = loaded()) {
            String customer = world.sandbox().add("customers", "{\"name\":\"We ourselves\",\"number\":30001}");
            String project = project(world, customer, "Lead", 90_500);
            world.sandbox().changeJson("projects", project, "/isInternal", "true");
            RunResult result = nightly(world);
            assertThat(outcomes(result, "project-to-erp")).startsWith("1/");
            assertThat(world.value("SELECT CustNo FROM R2 WHERE RNo = 90500")).isEqualTo("0");
        }
    }

    @Test
    void whatTheErpsDatabaseRefusesIsHandedBackAndTheOthersArrive() {
        try (World world = loaded()) {
            world.erp()
                    .sql("ALTER TABLE Prod ADD CONSTRAINT CK_Descr CHECK (Descr <> 'Forbidden')")
                    .update();
            world.sandbox().add("products", "{\"name\":\"Forbidden\",\"code\":\"B1\"}");
            world.sandbox().add("products", "{\"name\":\"Allowed\",\"code\":\"B2\"}");
            assertThat(nightly(world).exitCode()).isEqualTo(2);
            assertThat(world.value("SELECT COUNT(*) FROM Prod WHERE ProdNo IN ('B1', 'B2')"))
                    .isEqualTo("1");
            assertThat(world.rejects()).anyMatch(reject -> reject.startsWith("product B1 Forbidden | refused-by-erp"));
        }
    }

    @Test
    void aRejectedRecordIsTriedAgainAlthoughNobodyTouchesIt() {
        try (World world = loaded()) {
            world.sandbox()
                    .change("customers", guid(world, "customers", "number", "10001"), "/eInvoiceOperator", "NEW");
            assertThat(nightly(world).exitCode()).isEqualTo(2);
            world.erp().sql("UPDATE AutInvOp SET Code = 'NEW' WHERE OpNo = 1").update();
            assertThat(nightly(world).exitCode()).isZero();
            assertThat(world.value("SELECT AutInvOp FROM Actor WHERE ActNo = 100"))
                    .isEqualTo("1");
            assertThat(world.rejects()).isEmpty();
        }
    }

    @Test
    void aNewRowWhoseLinkWasLostIsFoundByItsGuid() {
        try (World world = loaded()) {
            wonCustomer(world, ",\"number\":30001");
            world.nightly();
            try (BridgeDatabase bridge = BridgeDatabase.open(world.company().bridgeDatabase())) {
                bridge.jdbc()
                        .sql("DELETE FROM BRIDGE_LINK WHERE ENTITY = 'customer' AND MADE_BY = 'CREATED_IN_ERP'")
                        .update();
            }
            world.sql("UPDATE Actor SET YrRef = 'x', ChDt = 0 WHERE CustNo = 30001");
            world.sandbox().change("customers", guid(world, "customers", "name", "Won AS"), "/website", "won.example");
            world.nightly();
            assertThat(world.value("SELECT COUNT(*) FROM Actor WHERE Nm = 'Won AS' AND CustNo > 0"))
                    .isEqualTo("1");
            assertThat(world.value(NEW_CUSTOMER.formatted("WebPg"))).isEqualTo("won.example");
            nightly(world);
        }
    }

    @Test
    void aProjectThatGotAnotherNumberInTheErpTakesItsLinkAlong() {
        try (World world = World.standard()) {
            world.with("masters: { default: severa,", "masters: { default: severa, projects: erp,");
            world.once();
            world.sql("UPDATE R2 SET RNo = 501, ChDt = 0 WHERE RNo = 500");
            world.nightly();
            assertThat(world.rejects()).isEmpty();
            assertThat(nightly(world).exitCode()).isZero();
            assertThat(world.sandbox().records("projects")).hasSize(1);
            assertThat(world.find("projects", "name", "Kaiprosjekt")
                            .path("number")
                            .asLong())
                    .isEqualTo(501);
        }
    }

    @Test
    void aNumberThatAnotherRowUsedBeforeIsNotItsTwin() {
        try (World world = loaded()) {
            world.sql("DELETE FROM Actor WHERE ActNo = 100");
            world.erp()
                    .sql("UPDATE Actor SET CustNo = 10001, EmpNo = 0, LiaAct = 0, Nm = 'Somebody else', Inf8 = '',"
                            + " ChDt = 0 WHERE ActNo = 200")
                    .update();
            world.nightly("customer-to-severa", "customer-to-erp");
            assertThat(world.find("customers", "number", "10001").path("name").asString())
                    .as("what was linked to the old row stays as it is")
                    .isEqualTo("Fjord AS");
            assertThat(world.rejects())
                    .anyMatch(reject -> reject.startsWith("customer 10001 Somebody else | link-mismatch | number"));
        }
    }

    @Test
    void nothingIsDeletedOnTheOtherSide() {
        try (World world = loaded()) {
            world.sandbox().remove("products", guid(world, "products", "code", "A1"));
            world.sql("DELETE FROM R2 WHERE RNo = 500");
            assertThat(world.nightly().exitCode()).isZero();
            assertThat(world.value("SELECT COUNT(*) FROM Prod")).isEqualTo("1");
            assertThat(world.sandbox().records("projects")).hasSize(1);
        }
    }

    @Test
    void aQuietNightTakesFewCallsWhateverTheSize() {
        try (World world = World.standard()) {
            for (int i = 0; i < 300; i++) {
                world.add(
                        "Actor", "ActNo=" + (1_000 + i), "CustNo=" + (12_000 + i), "Nm=C" + i, "Ad1=A" + i, "CAcSet=1");
            }
            world.with("doubt-delay: 200ms", "doubt-delay: 200ms\n  overlap: 0s");
            world.once();
            world.nightly();
            world.sandbox().resetCounts();
            RunResult quiet = world.nightly();
            assertThat(world.sandbox().counts().writes()).isZero();
            assertThat(world.sandbox().counts().total()).as("calls").isLessThanOrEqualTo(40);
            assertThat(quiet.total().records()).as("records looked at").isZero();
        }
    }

    @Test
    void aConflictIsJournalledOnceWithTheValueThatLost() {
        try (World world = loaded()) {
            world.sql("UPDATE Actor SET WebPg = 'erp.example', ChDt = 0 WHERE ActNo = 100");
            world.sandbox()
                    .change("customers", guid(world, "customers", "number", "10001"), "/website", "severa.example");
            RunResult result = nightly(world);
            assertThat(result.total().conflicts()).isEqualTo(1);
            assertThat(journal(world, "ACTION = 'CONFLICT'"))
                    .containsExactly("website \"severa.example\" \"erp.example\"");
        }
    }

    @Test
    void aDifferenceOnAFirstLinkIsJournalledOnceAlsoWhereNothingIsSent() {
        try (World world = World.standard()) {
            world.with("masters: { default: severa,", "on-conflict: severa\nmasters: { default: severa,");
            world.sandbox().add("customers", "{\"name\":\"Fjord A/S\",\"number\":10001}");
            world.once();
            world.nightly();
            assertThat(journal(world, "ACTION = 'CONFLICT' AND ENTITY = 'customer' AND FIELD_NAME = 'name'"))
                    .containsExactly("name \"Fjord AS\" \"Fjord A/S\"");
            assertThat(world.value("SELECT Nm FROM Actor WHERE ActNo = 100")).isEqualTo("Fjord A/S");
        }
    }

    private static List<String> journal(World world, String where) {
        try (BridgeDatabase bridge = BridgeDatabase.open(world.company().bridgeDatabase())) {
            return bridge.jdbc()
                    .sql("SELECT FIELD_NAME, OLD_VALUE, NEW_VALUE FROM BRIDGE_JOURNAL WHERE " + where
                            + " ORDER BY JOURNAL_ID")
                    .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                    .list();
        }
    }

    @Test
    void anEmptyValueOfTheMasterNeverOverwritesOneAlsoInLaterRuns() {
        try (World world = World.standard()) {
            world.sandbox().add("products", "{\"name\":\"Audit\",\"code\":\"A1\",\"measurementUnit\":\"stk\"}");
            world.sql("UPDATE Prod SET StSaleUn = 0 WHERE ProdNo = 'A1'");
            world.run();
            nightly(world);
            assertThat(world.find("products", "code", "A1")
                            .path("measurementUnit")
                            .asString())
                    .isEqualTo("stk");
            assertThat(world.value("SELECT StSaleUn FROM Prod WHERE ProdNo = 'A1'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void aLinkIsMadeAndBrokenByHand() {
        try (World world = World.standard()) {
            String guid = world.sandbox().add("products", "{\"name\":\"Audit\",\"code\":\"Z9\"}");
            world.once();
            assertThat(world.rejects()).hasSize(2).allMatch(reject -> reject.contains("ambiguous-match"));
            Linking linking = new Linking(world.company(), Clock.systemUTC());
            assertThat(linking.link("product", "A1", guid)).isEqualTo("product A1 Audit");
            assertThat(nightly(world).exitCode()).isZero();
            assertThat(guid(world, "products", "code", "A1")).isEqualTo(guid);
            assertThat(world.value("SELECT Inf7 FROM Prod WHERE ProdNo = 'A1'")).isEqualTo(guid);
            assertThatThrownBy(() -> linking.link("product", "A1", guid)).hasMessageContaining("is linked to " + guid);
            assertThatThrownBy(() -> linking.link("products", "A1", guid)).hasMessageContaining("there is no entity");
            assertThat(linking.unlink("product", "A1")).isEqualTo("product A1 Audit");
            assertThat(world.value("SELECT Inf7 FROM Prod WHERE ProdNo = 'A1'")).isEmpty();
            assertThat(journal(world, "ENTITY = 'product' AND ACTION IN ('LINK', 'UNLINK')"))
                    .hasSize(2);
        }
    }

    @Test
    void aLinkTakesTheNumberThatPeopleKnowOrTheAssociateNumber() {
        try (World world = World.standard()) {
            world.once();
            Linking linking = new Linking(world.company(), Clock.systemUTC());
            assertThat(linking.unlink("customer", "10001")).isEqualTo("customer 10001 Fjord AS");
            String guid = guid(world, "customers", "number", "10001");
            assertThat(linking.link("customer", "010001", guid)).isEqualTo("customer 10001 Fjord AS");
            assertThat(linking.unlink("customer", "associate:100")).isEqualTo("customer 10001 Fjord AS");
            assertThat(world.value("SELECT Inf8 FROM Actor WHERE ActNo = 100")).isEmpty();
            assertThat(linking.unlink("employee", "1")).startsWith("employee 1 ");
            assertThat(world.value("SELECT Inf7 FROM Actor WHERE ActNo = 1")).isEmpty();
            assertThatThrownBy(() -> linking.link("customer", "99999", guid))
                    .hasMessageContaining("the ERP has no customer 99999")
                    .hasMessageContaining("such as associate:100");
        }
    }

    @Test
    void aNumberOfOneThatIsTheAssociateNumberOfAnotherIsNotGuessed() {
        try (World world = World.standard()) {
            world.add("Actor", "ActNo=300", "CustNo=100", "Nm=Hundred AS");
            world.once();
            Linking linking = new Linking(world.company(), Clock.systemUTC());
            String hundred = world.value("SELECT Inf8 FROM Actor WHERE ActNo = 300");
            assertThatThrownBy(() -> linking.unlink("customer", "100"))
                    .hasMessageContaining("100 stands for customer 100 Hundred AS (associate 300)")
                    .hasMessageContaining("customer 10001 Fjord AS (associate 100)")
                    .hasMessageContaining("associate:300")
                    .hasMessageContaining("associate:100");
            assertThatThrownBy(() -> linking.link("customer", "100", hundred)).hasMessageContaining("100 stands for");
            assertThat(world.value("SELECT Inf8 FROM Actor WHERE ActNo = 300")).isEqualTo(hundred);
            assertThat(linking.unlink("customer", "associate:300")).isEqualTo("customer 100 Hundred AS");
        }
    }
}
