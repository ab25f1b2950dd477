package io.severabridge.company;

import static io.severabridge.company.SettingType.BOOLEAN;
import static io.severabridge.company.SettingType.IDENTIFIER;
import static io.severabridge.company.SettingType.NOT_NEGATIVE;
import static io.severabridge.company.SettingType.POSITIVE;
import static io.severabridge.company.SettingType.TEXT;

import io.severabridge.company.Company.Costs;
import io.severabridge.company.Company.CreditNoteAmount;
import io.severabridge.company.Company.DescriptionPart;
import io.severabridge.company.Company.FromCustomer;
import io.severabridge.company.Company.InvoiceStatuses;
import io.severabridge.company.Company.Invoices;
import io.severabridge.company.Company.LineAccountSet;
import io.severabridge.company.Company.PaymentStatus;
import io.severabridge.company.Company.RateDirection;
import io.severabridge.company.Company.WorkHours;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sections of what is not a register: hours, costs, invoices, payments. */
final class Documents {
    private static final SettingType<String> PRODUCT_TYPE =
            SettingType.oneOf("FixedFees", "Materials", "Subcontracting");

    private Documents() {}

    static WorkHours workHours(Section hours) {
        return new WorkHours(
                hours.get("table", IDENTIFIER, "FreeInf1"),
                hours.get("category", NOT_NEGATIVE, 100),
                hours.get("approved-only", BOOLEAN, true),
                hours.get("look-back", SettingType.DAYS, Duration.ZERO),
                hours.optional("from", SettingType.DATE));
    }

    static Costs costs(Section costs) {
        List<Integer> types = costs.requiredList("voucher-types", POSITIVE);
        List<Integer> creditTypes = costs.list("credit-note-voucher-types", POSITIVE, List.of());
        if (!types.isEmpty() && !types.containsAll(creditTypes)) {
            costs.refuse("credit-note-voucher-types", "has a type that is not in costs.voucher-types");
        }
        return new Costs(
                costs.get("table", IDENTIFIER, "UpdVo"),
                costs.get("sales-value-percentage", SettingType.PERCENTAGE, BigDecimal.valueOf(100)),
                types,
                costs.get("credit-note-amount", SettingType.word(CreditNoteAmount.class), CreditNoteAmount.ABSOLUTE),
                costs.get("product-type", PRODUCT_TYPE, "Subcontracting"),
                creditTypes,
                costs.list("description", SettingType.word(DescriptionPart.class), List.of(DescriptionPart.TEXT)),
                costs.get("rate-direction", SettingType.word(RateDirection.class), RateDirection.MULTIPLY),
                costs.optional("from", SettingType.DATE));
    }

    static Invoices invoices(Section invoices, OrderColumns order) {
        String product = invoices.required("default-product", TEXT);
        take(invoices, order, "guid-field", "", Set.of());
        take(invoices, order, "order-number-field", "CSOrdNo", Set.of());
        take(invoices, order, "invoice-number-field", "", Set.of());
        take(invoices, order, "sender-employee-field", "", Set.of("SelBuy"));
        return new Invoices(
                statuses(invoices.optionalSection("status")),
                invoices.required("guid-field", SettingType.INF_FIELD),
                invoices.get("order-number-field", SettingType.ORDER_COLUMN, "CSOrdNo"),
                invoices.optional("invoice-number-field", SettingType.ORDER_COLUMN),
                invoices.optional("sender-employee-field", IDENTIFIER),
                product,
                invoices.get("travel-expense-product", TEXT, product),
                invoices.get("hour-product", TEXT, product),
                invoices.get("description-on-own-line", BOOLEAN, false),
                invoices.get("row-cost", BOOLEAN, false),
                invoices.get("notes", BOOLEAN, true),
                invoices.optional("notes-product", TEXT),
                invoices.get("reverse-charge-tax-code", NOT_NEGATIVE, 0),
                invoices.get("row-business-unit-from-user", BOOLEAN, true),
                fromCustomer(invoices.optionalSection("from-customer")),
                invoices.get("line-account-set", SettingType.word(LineAccountSet.class), LineAccountSet.ERP),
                invoices.optional("from", SettingType.DATE));
    }

    private static void take(Section invoices, OrderColumns order, String key, String byDefault, Set<String> allowed) {
        String column = invoices.get(key, SettingType.ANY_TEXT, byDefault);
        String problem = column.isEmpty() ? null : order.take(column, allowed);
        if (problem != null) {
            invoices.refuse(key, problem);
        }
    }

    private static FromCustomer fromCustomer(Section customer) {
        return new FromCustomer(
                column(customer, "invoice-customer", "InvoCust"),
                column(customer, "payment-method", "CPmtMt"),
                column(customer, "delivery-terms", "CDelTrm"),
                column(customer, "delivery-method", "CDelMt"),
                column(customer, "e-invoice-sending", "DocSMt"),
                column(customer, "vat-exemption", "ExVat"));
    }

    private static @Nullable String column(Section customer, String key, String byDefault) {
        String column = customer.get(key, IDENTIFIER, byDefault);
        return column.equalsIgnoreCase("none") ? null : column;
    }

    // With two the same, an invoice that was transferred would be fetched again.
    private static InvoiceStatuses statuses(Section status) {
        String transfer = status.get("transfer", TEXT, "Approved");
        String transferred = status.get("transferred", TEXT, "Transferred");
        String failed = status.get("failed", TEXT, "Transfer failed");
        if (new HashSet<>(List.of(transfer, transferred, failed)).size() < 3) {
            status.refuse("transferred", "transfer, transferred and failed must be three different statuses");
        }
        return new InvoiceStatuses(transfer, transferred, failed);
    }

    static PaymentStatus paymentStatus(Section payment) {
        if (payment.has("open-amount") && !payment.has("open-entries")) {
            payment.refuse("open-amount", "is a column of the table that open-entries names, which is not set");
        }
        return new PaymentStatus(
                payment.get("enabled", BOOLEAN, false),
                payment.get("paid", TEXT, "Paid"),
                payment.optional("open-entries", IDENTIFIER),
                payment.optional("open-amount", IDENTIFIER));
    }
}
