package io.severabridge.demo;

import io.severabridge.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** What is done in Severa's projects on the day of the demo: hours, a fee, a journey, an invoice for them, a credit note. */
public final class WorkInProjects {
    private static final String DAY = "2026-11-24";

    private final Sandbox sandbox;
    private final JsonNode project;
    private final String user;

    public WorkInProjects(Sandbox sandbox) {
        this.sandbox = sandbox;
        project = Objects.requireNonNull(sandbox.records("projects").get(0));
        user = project.path("projectOwner").path("guid").asString();
    }

    /** Answers a line for each thing that was done. */
    public List<String> pass() {
        List<String> done = new ArrayList<>();
        String name = project.path("name").asString();
        String invoice = invoice(5001, false);
        String hours = row(invoice, "Hours", "9.5", "1250", "Rådgivning", "time");
        hour("7.5", "1250", "Befaring og lysplan", invoice, hours);
        hour("2", "1250", "Rapport", invoice, hours);
        hour("1.25", "1250", "Not invoiced yet", null, null);
        done.add("two hour entries on " + name + " were approved and invoiced, a third was approved only");
        String fee = row(invoice, "ProjectFees", "2", "349.5", longDescription(), "stk");
        fee(invoice, fee);
        String travel = row(invoice, "Travels", "1", "1840", "Reise Bergen - Kleppestø", "stk");
        travel(invoice, travel);
        done.add("invoice 5001 with hours, a fee with a long description, a journey and notes was approved");
        String credit = invoice(5002, true);
        given(credit, row(credit, "Hours", "-2", "1250", "Kreditert: rapport", "time"));
        done.add("credit note 5002 takes two hours back");
        return done;
    }

    private static String longDescription() {
        return "Luxmåling i produksjonshallen, med kalibrert instrument, i alle soner og ved fire ulike tider på døgnet,"
                + " dokumentert i egen rapport";
    }

    private String invoice(int number, boolean credit) {
        return sandbox.add("invoices", """
                {"number": %d, "isCreditNote": %b, "date": "%s", "status": {"guid": "%s"}, "customer": {"guid": "%s"},
                 "projects": [{"guid": "%s"}], "paymentTerm": 14, "ourReference": "Fjordlys", "yourReference": "PO 4471",
                 "orderNumber": "PO 4471", "senderContactName": "%s",
                 "receiverAddress": {"addressline": "Slippveien 5", "postalCode": "5300", "city": "Kleppestø",
                   "country": "Norway"},
                 "freeText1": {"plainText": "Arbeid utført i november."}, "notes": "Takk for oppdraget."}
                """.formatted(
                        number,
                        credit,
                        DAY,
                        named("invoicestatuses", "name", "Approved"),
                        project.path("customer").path("guid").asString(),
                        project.path("guid").asString(),
                        owner()));
    }

    private String owner() {
        return project.path("projectOwner").path("name").asString();
    }

    private String row(
            String invoice, String category, String quantity, String price, String description, String unit) {
        return sandbox.add("invoicerows", """
                {"invoiceGuid": "%s", "category": "%s", "rowType": "%s", "quantity": %s, "vatRate": 25,
                 "unitPrice": {"amount": %s, "currencyCode": "NOK"}, "description": "%s", "measurementUnit": "%s",
                 "sortOrder": %d}
                """.formatted(
                        invoice,
                        category,
                        category.equals("Travels") ? "TravelExpenses" : category,
                        quantity,
                        price,
                        description,
                        unit,
                        sandbox.records("invoicerows").size()));
    }

    private void hour(
            String quantity,
            String price,
            String description,
            @org.jspecify.annotations.Nullable String invoice,
            @org.jspecify.annotations.Nullable String row) {
        String invoiced = invoice == null
                ? ""
                : ", \"invoiceQuantity\": %s, \"invoice\": {\"guid\": \"%s\"}, \"invoiceRowGuid\": \"%s\""
                        .formatted(quantity, invoice, row);
        sandbox.add("workhours", """
                {"eventDate": "%s", "user": {"guid": "%s"}, "phase": {"guid": "%s"}, "workType": {"guid": "%s"},
                 "quantity": %s, "unitPrice": {"amount": %s, "currencyCode": "NOK"}, "description": "%s",
                 "isApproved": true%s}
                """.formatted(
                        DAY,
                        user,
                        project.path("rootPhase").path("guid").asString(),
                        named("worktypes", "code", "T100"),
                        quantity,
                        price,
                        description,
                        invoiced));
    }

    /** The hours that a credit note takes back. */
    private void given(String credit, String row) {
        sandbox.add("reimbursedworkhours", """
                {"eventDate": "%s", "user": {"guid": "%s"}, "project": {"guid": "%s"}, "workType": {"guid": "%s"},
                 "quantity": 2, "invoiceGuid": "%s", "invoiceRowGuid": "%s"}
                """.formatted(
                        DAY, user, project.path("guid").asString(), named("worktypes", "code", "T100"), credit, row));
    }

    private void fee(String invoice, String row) {
        String product = Objects.requireNonNull(sandbox.records("products").get(0))
                .path("guid")
                .asString();
        sandbox.add("projectfees", """
                {"name": "Luxmåling", "project": {"guid": "%s"}, "product": {"guid": "%s"}, "quantity": 2,
                 "eventDate": "%s", "user": {"guid": "%s"}, "invoice": {"guid": "%s"}, "invoiceRowGuid": "%s"}
                """.formatted(project.path("guid").asString(), product, DAY, user, invoice, row));
    }

    private void travel(String invoice, String row) {
        sandbox.add("projecttravelexpenses", """
                {"project": {"guid": "%s"}, "phase": {"guid": "%s"}, "user": {"guid": "%s"}, "quantity": 1,
                 "travelExpense": {"guid": "%s"}, "eventDate": "%s", "invoice": {"guid": "%s"}, "invoiceRowGuid": "%s"}
                """.formatted(
                        project.path("guid").asString(),
                        project.path("rootPhase").path("guid").asString(),
                        user,
                        named("travelexpensetypes", "code", "R200"),
                        DAY,
                        invoice,
                        row));
    }

    private String named(String resource, String field, String value) {
        for (JsonNode record : sandbox.records(resource)) {
            if (record.path(field).asString("").equals(value)) {
                return record.path("guid").asString();
            }
        }
        throw new IllegalStateException("the sandbox has no " + resource + " with " + field + " " + value);
    }
}
