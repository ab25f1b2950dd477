package io.severabridge.job;

import io.severabridge.sandbox.Sandbox;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people do in Severa's projects: hours, fees, travel, invoices. What a call does not say has a plain value. */
final class Work {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sandbox sandbox;
    private int number = 1000;

    Work(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** An hour of the first employee in the first phase, on 20 November 2026. */
    String hour(String more) {
        return sandbox.add("workhours", with("""
                {"eventDate": "2026-11-20", "user": {"guid": "%s"}, "phase": {"guid": "%s"},
                 "workType": {"guid": "%s"}, %s}
                """.formatted(employee(), phase(first("projects")), type("T100"), more)));
    }

    /** JSON in which a later value of a field replaces an earlier one. */
    private static String with(String json) {
        return ((ObjectNode) JSON.readTree(json)).toString();
    }

    String project(String name, int number, String status) {
        return sandbox.add("projects", """
                {"name": "%s", "number": %d, "customer": {"guid": "%s"}, "projectOwner": {"guid": "%s"},
                 "salesStatus": {"salesStatusTypeGuid": "%s"}}
                """.formatted(name, number, customer(), employee(), status(status)));
    }

    /** An invoice to the first customer in the first project, with the status that asks for the transfer. */
    String invoice(String more) {
        return sandbox.add("invoices", with("""
                {"date": "2026-11-24", "number": %d, "status": {"guid": "%s"}, "customer": {"guid": "%s"},
                 "projects": [{"guid": "%s"}], "paymentTerm": 14,
                 "receiverAddress": {"addressline": "Kaia 1", "postalCode": "0150", "city": "Oslo", "country": "Norway"}%s}
                """.formatted(
                        ++number, invoiceStatus("Approved"), customer(), first("projects"), comma(more))));
    }

    /** A row of it; category Hours, ProjectFees or Travels. */
    String row(String invoice, String category, String quantity, String price, String more) {
        return sandbox.add("invoicerows", with("""
                {"invoiceGuid": "%s", "category": "%s", "rowType": "%s", "quantity": %s, "sortOrder": %d,
                 "unitPrice": {"amount": %s, "currencyCode": "NOK"}, "vatRate": 25%s}
                """.formatted(
                        invoice,
                        category,
                        category.equals("Travels") ? "TravelExpenses" : category,
                        quantity,
                        ++number,
                        price,
                        comma(more))));
    }

    /** A fee of the first project on a row. */
    String fee(String invoice, String row, String more) {
        return sandbox.add("projectfees", with("""
                {"name": "Fee", "project": {"guid": "%s"}, "quantity": 1, "eventDate": "2026-11-21",
                 "invoice": {"guid": "%s"}, "invoiceRowGuid": "%s"%s}
                """.formatted(first("projects"), invoice, row, comma(more))));
    }

    /** A travel expense of the first employee in the first project on a row. */
    String travel(String invoice, String row, String type) {
        String project = first("projects");
        return sandbox.add(
                "projecttravelexpenses", """
                {"project": {"guid": "%s"}, "phase": {"guid": "%s"}, "user": {"guid": "%s"}, "quantity": 1,
                 "travelExpense": {"guid": "%s"}, "eventDate": "2026-11-22",
                 "invoice": {"guid": "%s"}, "invoiceRowGuid": "%s"}
                """.formatted(project, phase(project), employee(), type, invoice, row));
    }

    String invoiceStatus(String name) {
        return named("invoicestatuses", "name", name).path("guid").asString();
    }

    /** The name of the status that an invoice has. */
    String statusOf(String invoice) {
        return named("invoices", "guid", invoice).path("status").path("name").asString();
    }

    private static String comma(String more) {
        return more.isEmpty() ? "" : ", " + more;
    }

    /** Who the first project is for. */
    private String customer() {
        return Objects.requireNonNull(sandbox.records("projects").get(0))
                .path("customer")
                .path("guid")
                .asString();
    }

    String employee() {
        return named("users", "code", "1").path("guid").asString();
    }

    String first(String resource) {
        return Objects.requireNonNull(sandbox.records(resource).get(0))
                .path("guid")
                .asString();
    }

    String phase(String project) {
        return named("projects", "guid", project).path("rootPhase").path("guid").asString();
    }

    String type(String code) {
        return named("worktypes", "code", code).path("guid").asString();
    }

    String status(String name) {
        return named("salesstatustypes", "name", name).path("guid").asString();
    }

    JsonNode named(String resource, String field, String value) {
        for (JsonNode record : sandbox.records(resource)) {
            if (record.path(field).asString("").equals(value)) {
                return record;
            }
        }
        throw new IllegalStateException("the sandbox has no " + resource + " with " + field + " " + value);
    }
}
