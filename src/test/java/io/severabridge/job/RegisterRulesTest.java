package io.severabridge.job;

import static io.severabridge.job.World.outcomes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.failure.WrongSetUp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of the mapping page for single fields of the registers, in whole runs. */
class RegisterRulesTest {
    private static final String[] CUSTOMERS = {
        "business-unit-to-severa", "user-to-severa", "customer-to-severa", "customer-to-erp"
    };
    private static final String[] PRODUCTS = {
        "product-category-to-severa", "product-category-to-erp", "product-to-severa", "product-to-erp"
    };

    @ParameterizedTest(name = "account set {0} in the ERP")
    @CsvSource({"0", "1"})
    void twoAccountSetsInSeveraAreARejectWhateverTheErpHolds(int accountSet) {
        try (World world = World.standard()) {
            world.add("Actor", "ActNo=100", "CustNo=10001", "Nm=Fjord AS", "CAcSet=" + accountSet);
            String customer = world.sandbox().add("customers", "{\"name\":\"Fjord AS\",\"number\":10001}");
            member(world, customer, "Innland");
            member(world, customer, "EU");
            world.run(CUSTOMERS);
            assertThat(world.rejects())
                    .containsExactly("customer 10001 Fjord AS | several-account-sets | name | account set");
            assertThat(world.value("SELECT CAcSet FROM Actor WHERE ActNo = 100"))
                    .isEqualTo("" + accountSet);
            assertThat(world.sandbox().records("customermarketsegments")).hasSize(2);
        }
    }

    private static void member(World world, String customer, String segment) {
        world.sandbox()
                .add(
                        "customermarketsegments",
                        "{\"customer\":{\"guid\":\"" + customer + "\"},\"marketSegment\":{\"guid\":\""
                                + world.find("marketsegments", "name", segment)
                                        .path("guid")
                                        .asString() + "\"}}");
    }

    @Test
    void ofATextOfSeveralLinesTheFirstIsTheNameOfTheAccountSet() {
        try (World world = World.standard()) {
            world.add("Txt", "Lang=47", "TxtTp=18", "TxtNo=1", "LnNo=3", "Txt=med avgift");
            world.add("Txt", "Lang=47", "TxtTp=18", "TxtNo=1", "LnNo=2", "Txt=kunder i Norge");
            RunResult result = world.run(CUSTOMERS);
            assertThat(outcomes(result, "customer-to-severa/market-segment")).isEqualTo("1/0/0/0/0/0");
            assertThat(world.sandbox()
                            .records("customermarketsegments")
                            .get(0)
                            .path("marketSegment")
                            .path("name")
                            .asString())
                    .isEqualTo("Innland");
        }
    }

    @Test
    void aSubGroupThatIsCalledLikeTheMainGroupDoesNotHideIt() {
        try (World world = World.standard().with("account-set-market-segment: Account set", MAIN)) {
            String other = world.sandbox().add("marketsegments", "{\"name\":\"Other\"}");
            world.sandbox()
                    .add("marketsegments", "{\"name\":\"Sales\",\"parentMarketSegment\":{\"guid\":\"" + other + "\"}}");
            assertThatThrownBy(() -> world.once(CUSTOMERS))
                    .isInstanceOf(WrongSetUp.class)
                    .hasMessageContaining("it is below another");
            String main = world.sandbox().add("marketsegments", "{\"name\":\"Sales\"}");
            world.sandbox()
                    .add(
                            "marketsegments",
                            "{\"name\":\"Innland \",\"parentMarketSegment\":{\"guid\":\"" + main + "\"}}");
            RunResult result = world.run(CUSTOMERS);
            assertThat(outcomes(result, "customer-to-severa/market-segment")).isEqualTo("1/0/0/0/0/0");
        }
    }

    private static final String MAIN = "account-set-market-segment: Sales";

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        // One row, and two of them.
        "'Cur=978', '', rejected",
        "'Cur=978', 'Cur=978', rejected",
        "'ToDt=20200101', '', 0",
        "'ToDt=20200101', 'FrDt=29991231', 0",
        "'ToDt=20200101', 'Cur=978', rejected",
        "'Cur=978', '', rejected",
        "'Cur=978', 'Cur=47', 20",
        "'ToDt=20200101', 'Cur=0', 20",
        "'SupNo=5', '', 10",
        "'SupNo=5', 'SupNo=0', 20",
        "'MinNo=10', 'MinNo=1', 20",
        "'FrDt=20200101', 'FrDt=20210101', 10",
    })
    void theGenericPriceIsTheSameForOneRowAndForSeveral(String first, String second, String expected) {
        try (World world = World.standard()) {
            world.add("PrDcMat", "LnNo=1", "ProdNo=A1", "SalePr=10", first);
            if (!second.isEmpty()) {
                world.add("PrDcMat", "LnNo=2", "ProdNo=A1", "SalePr=20", second);
            }
            world.run(PRODUCTS);
            if (expected.equals("rejected")) {
                assertThat(world.rejects())
                        .containsExactly("product A1 Audit | price-in-foreign-currency | PrDcMat.Cur | EUR");
            } else {
                assertThat(world.find("products", "code", "A1")
                                .path("unitPrice")
                                .path("amount")
                                .decimalValue())
                        .isEqualByComparingTo(expected);
                assertThat(world.rejects()).isEmpty();
            }
        }
    }

    @Test
    void aProductOfSeveraWithoutPriceGetsAGenericPriceRowOfNothing() {
        try (World world = World.standard()) {
            world.sandbox().add("products", "{\"name\":\"Advice\",\"code\":\"B2\"}");
            world.run(PRODUCTS);
            assertThat(world.value("SELECT SalePr FROM PrDcMat WHERE ProdNo = 'B2' AND CustNo = 0 AND OrdPrGr = 0"))
                    .isEqualTo("0.000000");
        }
    }

    @Test
    void theNamedTypeOfAnEmailCountsInBothDirections() {
        try (World world = World.standard()
                .with(
                        "projects: { unit: 2",
                        "contacts: { communication-types: { EmailAddress: Office e-mail } }\nprojects: { unit: 2")) {
            world.add("Actor", "ActNo=200", "LiaAct=100", "Nm=Ola Hansen");
            world.add("Actor", "ActNo=201", "LiaAct=100", "Nm=Eva Dahl", "MailAd=eva@fjord.example");
            String other = world.find("communicationtypes", "type", "EmailAddress")
                    .path("guid")
                    .asString();
            String work =
                    world.sandbox().add("communicationtypes", "{\"name\":\"Office e-mail\",\"type\":\"EmailAddress\"}");
            String customer = world.sandbox().add("customers", "{\"name\":\"Fjord AS\",\"number\":10001}");
            String ola = contact(world, customer, "Ola", "Hansen");
            String eva = contact(world, customer, "Eva", "Dahl");
            mail(world, ola, other, "ola@home.example");
            mail(world, ola, work, "ola@fjord.example");
            mail(world, eva, other, "eva@fjord.example");
            world.run(
                    "business-unit-to-severa",
                    "user-to-severa",
                    "customer-to-severa",
                    "contact-to-severa",
                    "contact-to-erp");
            assertThat(world.value("SELECT MailAd FROM Actor WHERE ActNo = 200"))
                    .isEqualTo("ola@fjord.example");
            assertThat(world.sandbox().records("contactcommunications").findValuesAsString("value"))
                    .containsExactlyInAnyOrder(
                            "ola@home.example", "ola@fjord.example", "eva@fjord.example", "eva@fjord.example");
        }
    }

    private static String contact(World world, String customer, String first, String last) {
        return world.sandbox()
                .add(
                        "contactpersons",
                        "{\"firstName\":\"" + first + "\",\"lastName\":\"" + last + "\",\"customer\":{\"guid\":\""
                                + customer + "\"}}");
    }

    private static void mail(World world, String contact, String type, String value) {
        world.sandbox()
                .add(
                        "contactcommunications",
                        "{\"value\":\"" + value + "\",\"contact\":{\"guid\":\"" + contact
                                + "\"},\"communicationType\":{\"guid\":\"" + type + "\"}}");
    }

    @Test
    void blanksAroundACodeAndLineBreaksInANameDoNotComeToTheErp() {
        try (World world = World.standard()) {
            world.sandbox().add("products", "{\"name\":\" Advice\\r\\n per hour \",\"code\":\" S9 \"}");
            assertThat(world.run(PRODUCTS).exitCode()).isZero();
            assertThat(
                            world.value(
                                    "SELECT CONCAT('<', ProdNo, '|', Descr, '>') FROM Prod WHERE Inf7 <> '' AND ProdNo <> 'A1'"))
                    .isEqualTo("<S9|Advice per hour>");
        }
    }

    @Test
    void aCodeOfBlanksAloneIsRejected() {
        try (World world = World.standard()) {
            String root =
                    world.sandbox().records("businessunits").get(0).path("guid").asString();
            world.sandbox().add("products", "{\"name\":\"Advice\",\"code\":\"  \"}");
            world.sandbox().add("productcategories", "{\"name\":\"Goods\",\"code\":\"  \"}");
            world.sandbox()
                    .add("businessunits", "{\"name\":\"Bergen\",\"code\":\"  \",\"parentGuid\":\"" + root + "\"}");
            world.sandbox()
                    .add(
                            "users",
                            "{\"firstName\":\"Eva\",\"lastName\":\"Dahl\",\"code\":\"  \",\"email\":\"eva@x.example\"}");
            world.run(
                    "business-unit-to-severa",
                    "business-unit-to-erp",
                    "user-to-severa",
                    "user-to-erp",
                    "product-category-to-severa",
                    "product-category-to-erp",
                    "product-to-severa",
                    "product-to-erp");
            assertThat(world.rejects()).hasSize(4).allMatch(reject -> reject.contains("| code-missing | code |"));
        }
    }

    @Test
    void aProductNumberOfTheErpWithBlanksIsReadAndWrittenAsItStands() {
        try (World world = World.standard()) {
            world.load();
            world.insert("Prod", "ProdNo= S9", "Descr=Advice");
            world.insert("Prod", "ProdNo=", "Descr=Numberless");
            assertThat(world.run(PRODUCTS).exitCode()).isEqualTo(2);
            assertThat(world.rejects()).containsExactly("product  Numberless | code-missing | ProdNo | ");
            String guid = world.find("products", "code", "S9").path("guid").asString();
            assertThat(world.value("SELECT Inf7 FROM Prod WHERE Descr = 'Advice'"))
                    .isEqualTo(guid);
            world.with("products: erp", "products: severa").sandbox().change("products", guid, "/name", "Good advice");
            world.run(PRODUCTS);
            assertThat(world.value("SELECT Descr FROM Prod WHERE Inf7 = '" + guid + "'"))
                    .isEqualTo("Good advice");
        }
    }

    @Test
    void theInternalNameMayBeInAnyColumnOfText() {
        String[] all = {
            "business-unit-to-severa", "user-to-severa", "customer-to-severa", "project-to-severa", "project-to-erp"
        };
        try (World world = World.standard()
                .with("internal-name-field: Inf8, contact-field: ActNo1", "internal-name-field: NoteNm")) {
            world.add("R2", "RNo=500", "Nm=Kaiprosjekt", "CustNo=10001", "Rsp=1", "R1=10", "NoteNm=Kai");
            world.run(all);
            String guid =
                    world.find("projects", "internalName", "Kai").path("guid").asString();
            world.sandbox().change("projects", guid, "/internalName", "Brygge");
            world.run(all);
            assertThat(world.value("SELECT NoteNm FROM R2 WHERE RNo = 500")).isEqualTo("Brygge");
            world.with("internal-name-field: NoteNm", "internal-name-field: Gr5");
            assertThatThrownBy(() -> world.once(all))
                    .isInstanceOf(WrongSetUp.class)
                    .hasMessageContaining("R2.Gr5")
                    .hasMessageContaining("expected text");
        }
    }

    @Test
    void aPriceOfSeveraGoesToARowOfItsOwnWhereNoneIsValid() {
        try (World world = World.standard().with("products: erp", "products: severa")) {
            world.add("PrDcMat", "LnNo=1", "ProdNo=A1", "SalePr=10", "ToDt=20200101");
            world.sandbox()
                    .add(
                            "products",
                            "{\"name\":\"Audit\",\"code\":\"A1\",\"unitPrice\":{\"amount\":50,\"currencyCode\":\"NOK\"}}");
            RunResult result = world.run(PRODUCTS);
            assertThat(result.notices().toString()).contains("no-valid-price");
            assertThat(world.value("SELECT SalePr FROM PrDcMat WHERE ProdNo = 'A1' AND LnNo = 1"))
                    .isEqualTo("10.000000");
            assertThat(world.value("SELECT SalePr FROM PrDcMat WHERE ProdNo = 'A1' AND LnNo <> 1"))
                    .isEqualTo("50.000000");
        }
    }

    @Test
    void aNewCustomerOfSeveraWithTwoAccountSetsGetsNone() {
        try (World world = World.standard().with("account-set", "only-with-won-project: false\n  account-set")) {
            String customer = world.sandbox().add("customers", "{\"name\":\"Fjell AS\",\"number\":77}");
            member(world, customer, "Innland");
            member(world, customer, "EU");
            world.run(CUSTOMERS);
            assertThat(world.rejects())
                    .isNotEmpty()
                    .containsOnly("customer 77 Fjell AS | several-account-sets | name | account set");
            assertThat(world.value("SELECT CAcSet FROM Actor WHERE CustNo = 77"))
                    .isEqualTo("0");
        }
    }

    @Test
    void aKeyThatIsTakenForGoodIsARejectAndTheOthersArrive() {
        try (World world = World.standard()) {
            world.load();
            world.erp()
                    .sql("CREATE UNIQUE INDEX OneOfEachUnit ON Prod (StSaleUn)")
                    .update();
            world.sandbox().add("products", "{\"name\":\"Advice\",\"code\":\"B2\",\"measurementUnit\":\"stk\"}");
            world.sandbox().add("products", "{\"name\":\"Course\",\"code\":\"C3\"}");
            assertThat(world.run(PRODUCTS).exitCode()).isEqualTo(2);
            assertThat(world.rejects()).hasSize(1).allMatch(reject -> reject.contains("B2 Advice | refused-by-erp"));
            assertThat(world.value("SELECT Descr FROM Prod WHERE ProdNo = 'C3'"))
                    .isEqualTo("Course");
        }
    }
}
