package io.severabridge.sandbox;

import static io.severabridge.sandbox.Field.choice;
import static io.severabridge.sandbox.Field.date;
import static io.severabridge.sandbox.Field.decimal;
import static io.severabridge.sandbox.Field.guid;
import static io.severabridge.sandbox.Field.money;
import static io.severabridge.sandbox.Field.reference;
import static io.severabridge.sandbox.Field.text;
import static io.severabridge.sandbox.Field.truth;
import static io.severabridge.sandbox.ResourceSpec.Match.EQUAL;
import static io.severabridge.sandbox.ResourceSpec.Match.FROM;
import static io.severabridge.sandbox.ResourceSpec.Match.SINCE;
import static io.severabridge.sandbox.ResourceSpec.Match.UNTIL;
import static io.severabridge.sandbox.ResourceSpec.Paging.TOKEN;

import java.util.stream.Stream;

/** What is done in projects, by the names of the API document: phases, work hours, fees, travel expenses. */
final class WorkKinds {
    private WorkKinds() {}

    static Stream<ResourceSpec> all() {
        return Stream.of(
                new ResourceSpec("phases", "projects", TOKEN)
                        .with(
                                text("name").needed(),
                                reference("project", "projects", "name", "number")
                                        .needed(),
                                truth("isCompleted", false),
                                truth("isLocked", false),
                                date("startDate"),
                                date("deadline"),
                                text("code"))
                        .writable("POST", "PATCH", "DELETE")
                        .indexed("project")
                        .ownedBy("project")
                        .filter("code", "code", EQUAL)
                        .changes(),
                new ResourceSpec("workhours", "hours", TOKEN)
                        .with(
                                reference("phase", "phases", "name", "isCompleted", "isLocked")
                                        .needed(),
                                reference("user", "users", Kinds.PERSON).needed(),
                                reference("workType", "worktypes", "name", "code")
                                        .needed(),
                                reference("overtime", "overtimes", "name"),
                                date("eventDate").needed(),
                                decimal("quantity"),
                                text("description"),
                                money("unitPrice"),
                                money("unitCost"),
                                text("invoiceRowDescription"),
                                decimal("invoiceQuantity"),
                                decimal("plannedInvoiceQuantity"),
                                text("invoiceRowComment"),
                                truth("isBillable", true),
                                truth("isApproved", false),
                                reference("invoice", "invoices", "date", "number"),
                                guid("invoiceRowGuid", "invoicerows"))
                        .writable("POST", "PATCH", "DELETE")
                        .deletedIn("deletedworkhours")
                        .filter("eventDateStart", "eventDate", FROM)
                        .filter("eventDateEnd", "eventDate", UNTIL)
                        .below("users", "workhours", "user", false, TOKEN)
                        .readBelow("invoices", "workhours", "invoice", TOKEN, "invoices")
                        .readBelow("invoicerows", "workhours", "invoiceRowGuid", TOKEN, "invoices")
                        .changes(),
                new ResourceSpec("deletedworkhours", "hours", TOKEN)
                        .with(
                                reference("phase", "phases"),
                                reference("user", "users"),
                                reference("workType", "worktypes"),
                                date("eventDate"),
                                decimal("quantity"))
                        .plain()
                        .remembers()
                        .filter("userGuids", "user", EQUAL)
                        .filter("deletedSince", "deletedDateTime", SINCE),
                new ResourceSpec("projectfees", "fees", TOKEN)
                        .with(
                                text("name"),
                                reference("project", "projects", "name").needed(),
                                reference("phase", "phases", "name"),
                                reference("product", "products", "name", "code"),
                                text("description"),
                                money("unitPrice"),
                                money("unitCost"),
                                decimal("quantity"),
                                text("measurementUnit"),
                                choice("productType", "FixedFees", "Materials", "Subcontracting"),
                                decimal("vatRate"),
                                reference("user", "users", "name", "code"),
                                date("eventDate"),
                                truth("isBillable", true),
                                reference("invoice", "invoices", "date", "number"),
                                guid("invoiceRowGuid", "invoicerows"),
                                text("invoiceRowDescription"),
                                decimal("invoiceQuantity"))
                        .writable("POST", "PATCH", "DELETE")
                        .createAnswersArray()
                        .below("projects", "projectfees", "project", false, TOKEN)
                        .readBelow("invoices", "projectfees", "invoice", TOKEN, "invoices")
                        .readBelow("invoicerows", "projectfees", "invoiceRowGuid", TOKEN, "invoices")
                        .changes(),
                new ResourceSpec("projecttravelexpenses", "travels", TOKEN)
                        .with(
                                reference("project", "projects", "name", "number", "isInternal")
                                        .needed(),
                                reference("phase", "phases", "name").needed(),
                                reference("user", "users", "name", "code").needed(),
                                reference("travelExpense", "travelexpensetypes", "name", "code", "expenseClass")
                                        .needed(),
                                decimal("quantity").needed(),
                                text("description"),
                                money("unitPrice"),
                                money("unitCost"),
                                text("measurementUnit"),
                                decimal("vatRate"),
                                date("eventDate"),
                                truth("isBillable", true),
                                reference("invoice", "invoices", "date", "number"),
                                guid("invoiceRowGuid", "invoicerows"),
                                text("invoiceRowDescription"),
                                decimal("invoiceQuantity"))
                        .writable("POST", "PATCH", "DELETE")
                        .below("projects", "projecttravelexpenses", "project", false, TOKEN)
                        .readBelow("invoices", "projecttravelexpenses", "invoice", TOKEN, "invoices")
                        .readBelow("invoicerows", "projecttravelexpenses", "invoiceRowGuid", TOKEN, "invoices")
                        .changes());
    }
}
