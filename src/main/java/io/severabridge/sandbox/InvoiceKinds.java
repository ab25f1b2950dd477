package io.severabridge.sandbox;

import static io.severabridge.sandbox.Field.choice;
import static io.severabridge.sandbox.Field.date;
import static io.severabridge.sandbox.Field.decimal;
import static io.severabridge.sandbox.Field.guid;
import static io.severabridge.sandbox.Field.list;
import static io.severabridge.sandbox.Field.money;
import static io.severabridge.sandbox.Field.object;
import static io.severabridge.sandbox.Field.reference;
import static io.severabridge.sandbox.Field.text;
import static io.severabridge.sandbox.Field.truth;
import static io.severabridge.sandbox.Field.whole;
import static io.severabridge.sandbox.ResourceSpec.Match.EQUAL;
import static io.severabridge.sandbox.ResourceSpec.Match.FROM;
import static io.severabridge.sandbox.ResourceSpec.Match.UNTIL;
import static io.severabridge.sandbox.ResourceSpec.Paging.NONE;
import static io.severabridge.sandbox.ResourceSpec.Paging.OFFSET;
import static io.severabridge.sandbox.ResourceSpec.Paging.TOKEN;

import java.util.stream.Stream;

/**
 * Invoices, their rows, and what a credit note gives back, by the names of the API document. They come from a seed or from a
 * test: making invoices of what is not invoiced yet is not served.
 */
final class InvoiceKinds {
    private InvoiceKinds() {}

    static Stream<ResourceSpec> all() {
        return Stream.of(
                new ResourceSpec("invoicestatuses", "settings", OFFSET)
                        .with(
                                text("name").needed(),
                                truth("isActive", true),
                                truth("isDefault", false),
                                truth("isReadOnly", false),
                                truth("hasInvoiceNumber", false),
                                truth("isSent", false),
                                truth("isWaitingPayment", false),
                                truth("isPaid", false),
                                whole("sortOrder"))
                        .writable("PATCH")
                        .filter("active", "isActive", EQUAL),
                new ResourceSpec("invoices", "invoices", TOKEN)
                        .with(
                                whole("number"),
                                text("referenceNumber"),
                                reference("status", "invoicestatuses", "name", "isSent", "isWaitingPayment", "isPaid")
                                        .needed(),
                                reference("customer", "customers", "name", "number")
                                        .needed(),
                                reference("billingCustomer", "customers", "name", "number"),
                                list("projects"),
                                date("date").needed(),
                                date("dueDate"),
                                date("paymentDate"),
                                date("entryDate"),
                                whole("paymentTerm"),
                                text("ourReference"),
                                text("yourReference"),
                                reference("currency", "currencies", "name", "code", "symbol"),
                                decimal("currencyRate"),
                                money("totalExcludingTax"),
                                text("receiverCustomerName"),
                                guid("receiverContactGuid", "contactpersons"),
                                text("receiverContactName"),
                                object("receiverAddress"),
                                text("receiverVatNumber"),
                                text("senderContactName"),
                                truth("isCreditNote", false),
                                object("reimburseInvoice"),
                                text("orderNumber"),
                                text("notes"),
                                object("freeText1"),
                                object("freeText2"),
                                reference("language", "languages", "name", "code", "englishName"))
                        .writable("PATCH", "DELETE")
                        .filter("invoiceStatusGuids", "status", EQUAL)
                        .filter("customerGuids", "customer", EQUAL)
                        .filter("numbers", "number", EQUAL)
                        .filter("referenceNumbers", "referenceNumber", EQUAL)
                        .filter("startDate", "date", FROM)
                        .filter("endDate", "date", UNTIL)
                        .changes(),
                new ResourceSpec("invoicerows", "invoices", TOKEN)
                        .with(
                                guid("invoiceGuid", "invoices").needed(),
                                choice("rowType", "FlatRate", "Hours", "ProjectFees", "TravelExpenses"),
                                choice("category", "Hours", "ProjectFees", "Travels"),
                                text("description"),
                                decimal("quantity").needed(),
                                money("unitPrice"),
                                text("measurementUnit"),
                                decimal("vatRate"),
                                whole("sortOrder"),
                                truth("hasInvoiceComment", false))
                        .writable("PATCH", "DELETE")
                        .filter("rowType", "rowType", EQUAL)
                        .below("invoices", "invoicerows", "invoiceGuid", false, TOKEN)
                        .ownedBy("invoiceGuid")
                        .changes(),
                new ResourceSpec("invoicesettings", "invoices", NONE)
                        .with(
                                reference("invoice", "invoices").needed(),
                                date("entryDate"),
                                truth("isReverseCharged", false),
                                text("reverseChargeDescription"))
                        .writable("PATCH")
                        .patchAnswersOne()
                        .onlyBelow()
                        .oneOf("invoices", "invoicesettings", "invoice")
                        .ownedBy("invoice"),
                new ResourceSpec("reimbursedworkhours", "invoices", OFFSET)
                        .with(
                                reference("user", "users", "name"),
                                reference("phase", "phases", "name"),
                                reference("project", "projects", "name", "number"),
                                reference("customer", "customers", "name"),
                                reference("workType", "worktypes", "name"),
                                date("eventDate").needed(),
                                decimal("quantity"),
                                guid("invoiceGuid", "invoices"),
                                guid("invoiceRowGuid", "invoicerows"),
                                text("description"),
                                money("unitPrice"),
                                money("unitCost"),
                                decimal("invoiceQuantity"))
                        .onlyBelow()
                        .below("invoices", "reimbursedworkhours", "invoiceGuid", false, OFFSET)
                        .remembers(),
                reimbursed("reimbursedprojectfees", TOKEN, "products"),
                reimbursed("reimbursedprojecttravelexpenses", OFFSET, "travelexpensetypes"));
    }

    /** Fees or travel expenses that a credit note gives back. */
    private static ResourceSpec reimbursed(String name, ResourceSpec.Paging paging, String products) {
        return new ResourceSpec(name, "invoices", paging)
                .with(
                        text("name"),
                        reference("user", "users", "name"),
                        reference("project", "projects", "name"),
                        reference("product", products, "name"),
                        date("eventDate"),
                        decimal("quantity"),
                        guid("invoiceGuid", "invoices"),
                        guid("invoiceRowGuid", "invoicerows"),
                        text("description"),
                        money("unitPrice"),
                        money("unitCost"),
                        decimal("vatRate"))
                .onlyBelow()
                .below("invoices", name, "invoiceGuid", false, paging)
                .remembers();
    }
}
