package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.store.ledger.StepCounts.Counts;
import io.severabridge.sync.undo.Undo.Line;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An execution of every transfer is taken back, whether it has made records or changed them: each by itself, the last one first. */
class UndoEveryTransferTest {
    private static final Clock CLOCK = Clock.system(ZoneOffset.UTC);

    /** Orders are documents of the ERP, which people delete there. */
    private static final String INVOICES = "invoice-to-erp";

    private static final List<String> REGISTERS = Transfers.all("").keySet().stream()
            .filter(name -> !name.matches("(invoice|cost|payment-status|work-hour)-.*"))
            .toList();

    /** In the order of the nightly job. */
    private static final List<String> MONEY =
            List.of("work-hour-to-erp", "cost-to-severa", INVOICES, "payment-status-to-severa");

    private record Done(String transfer, RunResult run, Map<String, String> before) {}

    private final Deque<Done> done = new ArrayDeque<>();

    private void run(World world, String transfer) {
        Map<String, String> before = UndoTest.systems(world);
        RunResult run = world.nightly(transfer);
        Counts total = run.total();
        assertThat(total.rejected()).as(transfer + " %s", world.rejects()).isZero();
        assertThat(total.created() + total.updated() + total.linked())
                .as(transfer)
                .isPositive();
        done.push(new Done(transfer, run, before));
    }

    private static List<Line> undo(World world, Done run) {
        UndoRun undo = new UndoRun(world.company(), Programs.at(CLOCK));
        List<Line> told = undo.run(run.run().execution(), false).lines();
        List<Line> lines = undo.run(run.run().execution(), true).lines();
        assertThat(lines).as(run.transfer()).isNotEmpty().isEqualTo(told);
        return lines;
    }

    private void takeBackAll(World world) {
        while (!done.isEmpty()) {
            Done last = done.pop();
            List<Line> lines = undo(world, last);
            if (last.transfer().equals(INVOICES)) {
                assertThat(lines).hasSize(1).allMatch(Line::isLeft);
                asPeopleDeleteTheOrder(world);
            } else {
                assertThat(lines).as(last.transfer()).noneMatch(Line::isLeft);
            }
            Map<String, String> now = UndoTest.systems(world);
            now.forEach((part, is) -> assertThat(bare(part, is))
                    .as(part + " after the undo of " + last.transfer())
                    .isEqualTo(bare(part, last.before().getOrDefault(part, ""))));
            if (last.transfer().equals(MONEY.get(0))) {
                // A user with hours is in use.
                for (String resource : List.of("invoices", "workhours")) {
                    world.sandbox()
                            .records(resource)
                            .forEach(record -> world.sandbox()
                                    .remove(resource, record.path("guid").asString()));
                }
            }
        }
    }

    /** What has no update in Severa is made again, with a GUID of its own. */
    private static String bare(String part, String records) {
        return part.equals("customermarketsegments")
                ? records.replaceAll("\"guid\":\"[^\"]*\",\"createdDateTime\":\"[^\"]*\"", "")
                : records;
    }

    private static void asPeopleDeleteTheOrder(World world) {
        world.sandbox()
                .change(
                        "invoices",
                        guid(world, "invoices", "number", "1001"),
                        "/status/guid",
                        guid(world, "invoicestatuses", "name", "Approved"));
        world.erp().sql("DELETE FROM OrdLn").update();
        world.erp().sql("DELETE FROM Ord").update();
        world.erp()
                .sql("UPDATE FreeInf1 SET OrdNo = 0, Val6 = 0, Val7 = 0 WHERE OrdNo <> 0")
                .update();
    }

    /** Both systems have what the other has not, of each kind. */
    private static World world() {
        World world = World.working()
                .with(
                        "masters: { default: severa, products: erp, business-units: erp, product-categories: erp }",
                        "masters: { default: both, users: both, customers: both }");
        world.add("TxCd", "TxCdNo=1", "VatNo=1");
        world.add("Actor", "ActNo=2", "EmpNo=2", "Nm=Per Vik", "MailAd=per@fjord.example", "R1=10", "LiaAct=0");
        world.add("Actor", "ActNo=300", "DelToAct=100", "Nm=Fjord AS lager", "Ad1=Brygga 1", "PNo=0151", "PArea=Oslo");
        return world;
    }

    @Test
    void whatWasMadeIsRemoved() {
        try (World world = world()) {
            world.load();
            world.sql("UPDATE Actor SET MainAct = 1 WHERE ActNo = 2");
            inSevera(world);
            REGISTERS.forEach(transfer -> {
                if (transfer.equals("user-to-erp")) {
                    below(world, "Nordmann", "Lie");
                }
                run(world, transfer);
            });
            money(world);
            takeBackAll(world);
        }
    }

    private void money(World world) {
        world.workDay();
        cost(world);
        for (String transfer : MONEY) {
            if (transfer.startsWith("payment")) {
                world.sql("UPDATE Ord SET InvoNo = '5001' WHERE OrdNo = 1");
                for (String amount : List.of("1875", "-1875")) {
                    world.insert(
                            "CustTr",
                            "JNo=70",
                            "EntNo=" + amount.length(),
                            "CustNo=" + world.value("SELECT CustNo FROM Ord"),
                            "InvoNo=5001",
                            "Am=" + amount,
                            "VoDt=20261125");
                }
            }
            run(world, transfer);
        }
    }

    private static void cost(World world) {
        world.insert(
                "UpdVo",
                "JNo=1",
                "BndNo=1",
                "LnNo=1",
                "VoTp=21",
                "VoDt=20261101",
                "DbAcCl=3",
                "DbTxCd=1",
                "AmExVAT=250",
                "R2=500");
    }

    private static String guid(World world, String resource, String field, String value) {
        return world.find(resource, field, value).path("guid").asString();
    }

    private static void below(World world, String employee, String superior) {
        world.sandbox()
                .changeJson(
                        "users",
                        guid(world, "users", "lastName", employee),
                        "/superiorUser",
                        "{\"guid\": \"" + guid(world, "users", "lastName", superior) + "\"}");
    }

    private static void inSevera(World world) {
        var sandbox = world.sandbox();
        sandbox.add("businessunits", "{\"name\": \"Bergen\", \"code\": \"20\"}");
        sandbox.add(
                "users",
                "{\"firstName\": \"Ada\", \"lastName\": \"Lie\", \"code\": \"55\", \"email\": \"ada@fjord.example\"}");
        String category = sandbox.add("productcategories", "{\"name\": \"Goods\", \"code\": \"7\"}");
        sandbox.add(
                "products", "{\"name\": \"Bolt\", \"code\": \"B1\", \"category\": {\"guid\": \"" + category + "\"}}");
        String customer = sandbox.add("customers", "{\"name\": \"Berg AS\", \"number\": 20001}");
        sandbox.add(
                "addresses",
                "{\"customer\": {\"guid\": \"" + customer
                        + "\"}, \"addressline\": \"Gata 1\", \"postalCode\": \"5003\", \"city\": \"Bergen\"}");
        sandbox.add(
                "contactpersons",
                "{\"firstName\": \"Eva\", \"lastName\": \"Berg\", \"customer\": {\"guid\": \"" + customer + "\"}}");
        sandbox.add(
                "projects",
                "{\"name\": \"Bru\", \"number\": 700, \"customer\": {\"guid\": \"" + customer
                        + "\"}, \"salesStatus\": {\"salesStatusTypeGuid\": \""
                        + guid(world, "salesstatustypes", "name", "Won")
                        + "\"}, \"projectOwner\": {\"guid\": \"" + guid(world, "users", "lastName", "Lie") + "\"}}");
    }

    @Test
    void whatWasChangedIsAsItWas() {
        try (World world = world()) {
            inSevera(world);
            assertThat(world.once().exitCode()).isZero();
            List<String> changes = new ArrayList<>(List.of(
                    "R1 SET Nm = 'Oslo 2' WHERE RNo = 10",
                    "Actor SET Nm = 'Kari Vik', Title = 'Boss' WHERE ActNo = 1",
                    "Actor SET MainAct = 1 WHERE ActNo = 2",
                    "ProdCat SET Descr = 'Tjenester' WHERE PrCatNo = 1",
                    "Prod SET Descr = 'Revisjon' WHERE ProdNo = 'A1'",
                    "Actor SET Nm = 'Fjord Norge AS', CAcSet = 2, Ad1 = 'Kaia 2' WHERE ActNo = 100",
                    "Actor SET Ad1 = 'Brygga 2' WHERE ActNo = 300",
                    "Actor SET Nm = 'Ola Hansson', MailAd = 'ola2@fjord.example', MobPh = '90000001' WHERE ActNo = 200",
                    "R2 SET Nm = 'Kai 2' WHERE RNo = 500"));
            changes.forEach(change -> world.sql("UPDATE " + change.replace(" WHERE", ", ChDt = 20991231 WHERE")));
            var sandbox = world.sandbox();
            sandbox.change("businessunits", guid(world, "businessunits", "code", "20"), "/name", "Bergen 2");
            String ada = guid(world, "users", "lastName", "Lie");
            sandbox.change("users", ada, "/phone", "12345678");
            below(world, "Lie", "Nordmann");
            sandbox.change("productcategories", guid(world, "productcategories", "name", "Goods"), "/name", "Varer");
            sandbox.change("products", guid(world, "products", "code", "B1"), "/name", "Skrue");
            sandbox.change("customers", guid(world, "customers", "number", "20001"), "/name", "Berg 2 AS");
            sandbox.change("addresses", guid(world, "addresses", "addressline", "Gata 1"), "/city", "Voss");
            sandbox.change("contactpersons", guid(world, "contactpersons", "lastName", "Berg"), "/lastName", "Dal");
            sandbox.change("projects", guid(world, "projects", "number", "700"), "/name", "Bru 2");
            REGISTERS.forEach(transfer -> run(world, transfer));
            takeBackAll(world);
        }
    }

    @Test
    void aFeeThatIsOnAnInvoiceStays() {
        try (World world = world()) {
            world.once();
            cost(world);
            RunResult run = world.nightly("cost-to-severa");
            String fee = guid(world, "projectfees", "name", "1-1-1");
            String invoice = new Work(world.sandbox()).invoice("");
            world.sandbox().changeJson("projectfees", fee, "/invoice", "{\"guid\": \"" + invoice + "\"}");
            assertThat(undo(world, new Done("cost-to-severa", run, Map.of())))
                    .extracting(Line::label, Line::note)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            "cost 1-1-1 of voucher 0", "it is on an invoice of Severa"));
            assertThat(world.sandbox().records("projectfees")).hasSize(1);
        }
    }
}
