package io.severabridge.entity.cost;

import io.severabridge.company.Company;
import io.severabridge.company.Company.CreditNoteAmount;
import io.severabridge.company.Company.RateDirection;
import io.severabridge.entity.Entities;
import io.severabridge.entity.NormalForms;
import io.severabridge.entity.ProjectInSevera;
import io.severabridge.entity.SharedRejects;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.GuidRef;
import io.severabridge.severa.Money;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Reference;
import io.severabridge.sync.record.Amounts;
import io.severabridge.sync.record.RecordBuilder;
import io.severabridge.sync.record.TextNormalizer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.stream.Collectors;

/** Mapping page, Voucher/Cost. */
final class CostMapping {
    private static final String ROWS = "cost/rows";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private CostMapping() {}

    static Cost fromErp(ErpCost row, MappingContext context) {
        Company.Costs settings = settings(context);
        ProjectInSevera project = project(row, context);
        String currency = currency(project, context);
        // Rounded once, at the end: the price is not made of the rounded cost.
        BigDecimal cost = inCurrency(amount(row, settings), currency, context);
        BigDecimal unitPrice =
                Amounts.money(cost.multiply(settings.salesValuePercentage()).divide(HUNDRED, MathContext.DECIMAL128));
        return new Cost(
                row.name(),
                project.guid(),
                description(row, settings),
                credit(row, settings) ? BigDecimal.ONE.negate() : BigDecimal.ONE,
                unitPrice,
                Amounts.money(cost),
                currency,
                unitPrice.signum() != 0,
                NormalForms.date(row.voucherDate(), context.column(ROWS, "voucherDate")),
                vatRate(row, context));
    }

    private static Company.Costs settings(MappingContext context) {
        return Objects.requireNonNull(context.company().costs());
    }

    private static boolean credit(ErpCost row, Company.Costs settings) {
        return settings.creditNoteVoucherTypes().contains(row.voucherType());
    }

    /** A credit note is negative by its quantity; its amount must not be so once more. */
    private static BigDecimal amount(ErpCost row, Company.Costs settings) {
        boolean absolute = credit(row, settings) && settings.creditNoteAmount() == CreditNoteAmount.ABSOLUTE;
        return absolute ? row.amount().abs() : row.amount();
    }

    /** The project as Severa has it; it must be open. */
    private static ProjectInSevera project(ErpCost row, MappingContext context) {
        String guid = context.byKey(Entities.PROJECT, row.project()) instanceof Reference.Linked linked
                ? linked.guid()
                : null;
        ProjectInSevera project = ProjectInSevera.of(guid, context);
        if (project == null) {
            throw new Rejected(
                    SharedRejects.UNKNOWN_PROJECT, "project", row.project(), "Severa's project is not known");
        }
        if (Boolean.TRUE.equals(project.isClosed())) {
            throw new Rejected(
                    CostRejects.PROJECT_CLOSED, "project", row.project(), project.label() + " is closed in Severa");
        }
        return project;
    }

    private static String currency(ProjectInSevera project, MappingContext context) {
        String guid = GuidRef.guidOf(project.currency());
        String code =
                guid == null ? null : context.codes().severa().currencies().code(guid);
        if (code == null) {
            throw new Rejected(
                    SharedRejects.UNKNOWN_CURRENCY,
                    "currency",
                    guid,
                    project.label() + " has no currency that is active in Severa");
        }
        return code;
    }

    private static BigDecimal inCurrency(BigDecimal amount, String currency, MappingContext context) {
        BigDecimal rate = context.codes().severa().rates().get(currency);
        if (rate == null || rate.signum() <= 0) {
            throw new Rejected(
                    SharedRejects.RATE_MISSING,
                    "currency",
                    currency,
                    "Severa has no rate for it that is above 0, but " + rate);
        }
        return settings(context).rateDirection() == RateDirection.MULTIPLY
                ? amount.multiply(rate)
                : amount.divide(rate, MathContext.DECIMAL128);
    }

    private static String description(ErpCost row, Company.Costs settings) {
        return settings.description().stream()
                .map(part -> switch (part) {
                    case TEXT -> row.text();
                    case SUPPLIER_NUMBER -> number(row.supplier());
                    case SUPPLIER_NAME -> row.supplierName();
                    case VOUCHER_NUMBER -> number(row.voucherNo());
                    case INVOICE_NUMBER -> row.invoiceNo();
                    case ADDITIONAL_TEXT -> row.additionalText();
                })
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static String number(int number) {
        return number == 0 ? "" : String.valueOf(number);
    }

    /** The rate of the credit tax code where a credit account is set, else of the debit tax code. */
    private static BigDecimal vatRate(ErpCost row, MappingContext context) {
        boolean credit = row.creditAccount() != 0;
        int code = credit ? row.creditTaxCode() : row.debitTaxCode();
        String field = context.column(ROWS, credit ? "creditTaxCode" : "debitTaxCode");
        BigDecimal rate = context.codes().erp().vatRates().get(code);
        if (rate == null) {
            throw new Rejected(
                    CostRejects.UNKNOWN_TAX_CODE,
                    field,
                    String.valueOf(code),
                    "the ERP has no tax code of that number with a rate");
        }
        boolean known = context.codes().severa().vatRates().stream().anyMatch(of -> of.compareTo(rate) == 0);
        if (!known) {
            throw new Rejected(
                    CostRejects.UNKNOWN_TAX_CODE,
                    field,
                    code + " (" + rate.stripTrailingZeros().toPlainString() + " %)",
                    "Severa has no active VAT rate of that percentage");
        }
        return rate;
    }

    static Cost fromSevera(SeveraFee fee, MappingContext context) {
        return new Cost(
                TextNormalizer.line(fee.name()),
                GuidRef.guidOf(fee.project()),
                Objects.requireNonNullElse(fee.description(), ""),
                Amounts.of(fee.quantity()),
                Amounts.of(fee.unitPrice()),
                Amounts.of(fee.unitCost()),
                fee.unitCost() == null ? null : fee.unitCost().currencyCode(),
                Boolean.TRUE.equals(fee.isBillable()),
                fee.eventDate(),
                fee.vatRate());
    }

    static SeveraFee toSevera(Cost cost, String project, MappingContext context) {
        return RecordBuilder.of(SeveraFee.class)
                .with("name", cost.name())
                .with("project", GuidRef.to(project))
                .with("description", cost.description())
                .with("quantity", cost.quantity())
                .with("unitPrice", new Money(cost.unitPrice(), cost.currency()))
                .with("unitCost", new Money(cost.unitCost(), cost.currency()))
                .with("isBillable", cost.billable())
                .with("eventDate", cost.eventDate())
                .with("vatRate", cost.vatRate())
                .with("productType", settings(context).productType())
                .build();
    }
}
