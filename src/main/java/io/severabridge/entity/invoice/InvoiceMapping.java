package io.severabridge.entity.invoice;

import io.severabridge.company.Company;
import io.severabridge.entity.AddressLines;
import io.severabridge.entity.Codes;
import io.severabridge.entity.ProjectInSevera;
import io.severabridge.entity.SharedRejects;
import io.severabridge.entity.invoice.InvoiceDetails.Row;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.GuidRef;
import io.severabridge.sync.mapping.ErpDocument;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.record.Amounts;
import io.severabridge.sync.record.TextNormalizer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Mapping page, Order/Invoice: the head, and what its lines have in common. */
final class InvoiceMapping {
    private static final int ADDRESS_LINES = 4;

    private InvoiceMapping() {}

    /** The order; parameters are called as the fields in Severa. */
    static ErpDocument order(
            SeveraInvoice invoice, InvoiceDetails details, ErpSurroundings erp, MappingContext context) {
        if (details.rows().isEmpty()) {
            throw new Rejected(InvoiceRejects.NO_ROWS, "invoicerows", null, "the invoice has no rows");
        }
        checkSum(invoice, details);
        checkTaxCode(details, context);
        OrderHead head = head(invoice, details, erp, context);
        ErpValues values = head.values(invoice, context);
        List<ErpValues> lines = OrderLines.of(invoice, details, head, context);
        // Last: an invoice that is handed back says nothing of its hours.
        InvoicedHours hours = InvoicedHours.of(invoice, details, context);
        return new ErpDocument(values, lines, hours.marked(), hours.kept(), sum(details));
    }

    private static OrderHead head(
            SeveraInvoice invoice, InvoiceDetails details, ErpSurroundings erp, MappingContext context) {
        ProjectInSevera project = ProjectInSevera.referred(mainProject(invoice, details), context);
        int currency = Codes.currencyNumber(invoice.currencyCode(), 0, context);
        return new OrderHead(
                erp,
                project,
                date(invoice),
                currency,
                rate(currency, context),
                OrderLines.unitOf(project, context),
                sender(invoice, erp, context));
    }

    private static LocalDate date(SeveraInvoice invoice) {
        LocalDate date = invoice.date();
        if (date == null) {
            throw new Rejected(SharedRejects.DATE_NOT_VALID, "date", null, "the invoice has no date");
        }
        return date;
    }

    /** That of the largest row; an invoice whose rows have no entries has it from its projects. */
    private static @Nullable String mainProject(SeveraInvoice invoice, InvoiceDetails details) {
        Comparator<Row> byAmount = Comparator.comparing(row -> amount(row).abs());
        String project = details.rows().stream()
                .filter(row -> MainEntry.project(details.of(row)) != null)
                .max(byAmount.thenComparing(Comparator.comparingInt(Row::place).reversed()))
                .map(row -> MainEntry.project(details.of(row)))
                .orElse(null);
        List<GuidRef> projects = invoice.projects();
        return project != null || projects == null || projects.isEmpty() ? project : GuidRef.guidOf(projects.get(0));
    }

    static BigDecimal amount(Row row) {
        return Amounts.total(Amounts.stored(Amounts.of(row.quantity())), Amounts.stored(Amounts.of(row.unitPrice())));
    }

    private static BigDecimal sum(InvoiceDetails details) {
        return details.rows().stream().map(InvoiceMapping::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The order's lines come to what the invoice says, to the cent and with its sign. */
    private static void checkSum(SeveraInvoice invoice, InvoiceDetails details) {
        BigDecimal sum = sum(details);
        BigDecimal total = invoice.total();
        if (total == null) {
            throw new Rejected(
                    InvoiceRejects.SUM_DIFFERS,
                    "totalExcludingTax",
                    null,
                    "Severa does not say what the invoice comes to in its currency, " + invoice.currencyCode());
        }
        if (Amounts.differ(sum, total)) {
            throw new Rejected(
                    InvoiceRejects.SUM_DIFFERS,
                    "totalExcludingTax",
                    total.toPlainString(),
                    "the lines come to " + sum.toPlainString());
        }
    }

    /** Without a code of its own the ERP would take VAT by the account set, for an invoice that has none. */
    private static void checkTaxCode(InvoiceDetails details, MappingContext context) {
        if (details.reverseCharged() && settings(context).reverseChargeTaxCode() == 0) {
            throw new Rejected(
                    InvoiceRejects.REVERSE_CHARGE_TAX_CODE_MISSING,
                    "isReverseCharged",
                    "true",
                    "the invoice is tax free, and invoices.reverse-charge-tax-code is not set: the ERP would add VAT");
        }
    }

    private static BigDecimal rate(int currency, MappingContext context) {
        if (currency == 0) {
            return BigDecimal.ONE;
        }
        BigDecimal rate = context.codes().erp().rates().get(currency);
        if (rate == null || rate.signum() <= 0) {
            throw new Rejected(
                    SharedRejects.RATE_MISSING,
                    context.column("reference/currency-rates", "rate"),
                    String.valueOf(currency),
                    "the ERP has no rate for the invoice's currency that is above 0, but " + rate);
        }
        return rate;
    }

    private static int sender(SeveraInvoice invoice, ErpSurroundings erp, MappingContext context) {
        String name = invoice.senderContactName();
        if (erp.senders().size() == 1) {
            return erp.senders().get(0);
        }
        if (name != null && !name.isBlank()) {
            context.warn(
                    "sender-unknown",
                    "senderContactName " + name + " is the name of "
                            + erp.senders().size() + " employees; the order has no sender");
        }
        return 0;
    }

    /**
     * The number of a country that Severa calls by name.
     *
     * @throws Rejected for a name that neither system knows
     */
    static int country(SeveraInvoice.@Nullable Address address, MappingContext context) {
        String name = address == null ? null : address.country();
        if (name == null || name.isBlank()) {
            return 0;
        }
        String iso = context.codes().severa().countryNames().get(name.strip().toLowerCase(Locale.ROOT));
        if (iso == null) {
            throw new Rejected(
                    SharedRejects.UNKNOWN_COUNTRY,
                    "receiverAddress.country",
                    name,
                    "Severa has no country of that name or code");
        }
        return Codes.countryNumber(iso, 0, context);
    }

    /** The address as its lines. */
    static ErpValues address(ErpValues values, SeveraInvoice.@Nullable Address address, MappingContext context) {
        AddressLines.into(values, AddressLines.normal(address == null ? null : address.addressline()), ADDRESS_LINES);
        return values.with("postalCode", TextNormalizer.line(address == null ? null : address.postalCode()))
                .with("city", TextNormalizer.line(address == null ? null : address.city()))
                .with("country", country(address, context));
    }

    static Company.Invoices settings(MappingContext context) {
        return Objects.requireNonNull(context.company().invoices());
    }
}
