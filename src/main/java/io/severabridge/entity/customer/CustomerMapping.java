package io.severabridge.entity.customer;

import io.severabridge.company.Company.Customers;
import io.severabridge.entity.Codes;
import io.severabridge.entity.Entities;
import io.severabridge.entity.Groups;
import io.severabridge.entity.NormalForms;
import io.severabridge.entity.SharedRejects;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.GuidRef;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.record.RecordBuilder;
import io.severabridge.sync.record.TextNormalizer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Mapping page, Customer/Account. */
final class CustomerMapping {
    private static final String ROWS = "customer/rows";

    private CustomerMapping() {}

    static Customer fromErp(ErpCustomer row, MappingContext context) {
        String name = TextNormalizer.line(row.name());
        if (name.isEmpty()) {
            throw new Rejected(
                    SharedRejects.NAME_MISSING, context.column(ROWS, "name"), row.name(), "the name is empty");
        }
        Customers settings = context.company().customers();
        return new Customer(
                row.number(),
                name,
                Groups.active(settings.inactive(), row.inactiveGroup()),
                TextNormalizer.orNull(row.companyNo()),
                owner(row, context),
                Codes.currency(row.currency(), context.column(ROWS, "currency"), context),
                Codes.language(row.language(), context.column(ROWS, "language"), context),
                paymentTerm(row, context),
                annualRevenue(row.turnover()),
                TextNormalizer.orNull(row.email()),
                row.employees() == 0 ? null : (Integer) row.employees(),
                TextNormalizer.orNull(row.website()),
                settings.eInvoice() ? operator(row, context) : null,
                settings.eInvoice() ? TextNormalizer.orNull(row.eInvoiceAddress()) : null,
                interest(row.interest(), settings.defaultOverdueInterest()));
    }

    private static @Nullable String owner(ErpCustomer row, MappingContext context) {
        if (row.responsible() == 0) {
            return null;
        }
        String number = String.valueOf(row.responsible());
        return context.optional(
                "owner",
                context.byNumber(Entities.USER, number),
                context.column(ROWS, "responsible"),
                number,
                SharedRejects.UNKNOWN_EMPLOYEE);
    }

    private static @Nullable Integer paymentTerm(ErpCustomer row, MappingContext context) {
        return row.paymentTerms() == 0
                ? null
                : (Integer) Codes.known(
                                context.codes().erp().creditDays(),
                                row.paymentTerms(),
                                SharedRejects.UNKNOWN_PAYMENT_TERM,
                                context.column(ROWS, "paymentTerms"),
                                "payment term")
                        .days();
    }

    /** Severa keeps whole units (API document, annualRevenue). */
    private static @Nullable Long annualRevenue(BigDecimal turnover) {
        return turnover.signum() == 0
                ? null
                : (Long) turnover.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static @Nullable String operator(ErpCustomer row, MappingContext context) {
        return row.operator() == 0
                ? null
                : Codes.known(
                        context.codes().erp().operators(),
                        row.operator(),
                        CustomerRejects.UNKNOWN_OPERATOR,
                        context.column(ROWS, "operator"),
                        "e-invoice operator");
    }

    /** The default where the ERP knows none; without a default, interest is not mapped at all. */
    private static @Nullable BigDecimal interest(BigDecimal interest, @Nullable BigDecimal byDefault) {
        return byDefault == null || interest.signum() == 0 ? byDefault : interest;
    }

    static Customer fromSevera(SeveraCustomer customer, MappingContext context) {
        Customers settings = context.company().customers();
        return new Customer(
                customer.number(),
                TextNormalizer.line(customer.name()),
                Groups.active(settings.inactive(), customer.isActive()),
                TextNormalizer.orNull(customer.vatNumber()),
                GuidRef.guidOf(customer.owner()),
                context.codes().severa().currencies().code(GuidRef.guidOf(customer.currency())),
                Codes.languageOf(customer.language(), context),
                customer.paymentTerm(),
                customer.annualRevenue() == null || customer.annualRevenue() == 0 ? null : customer.annualRevenue(),
                TextNormalizer.orNull(customer.email()),
                customer.numberOfEmployees() == null || customer.numberOfEmployees() == 0
                        ? null
                        : customer.numberOfEmployees(),
                TextNormalizer.orNull(customer.website()),
                settings.eInvoice() ? TextNormalizer.orNull(customer.eInvoiceOperator()) : null,
                settings.eInvoice() ? TextNormalizer.orNull(customer.eInvoiceAddress()) : null,
                settings.defaultOverdueInterest() == null ? null : customer.overdueInterest());
    }

    static SeveraCustomer toSevera(Customer customer, String parent, MappingContext context) {
        return RecordBuilder.of(SeveraCustomer.class)
                .with("number", customer.number())
                .with("name", customer.name())
                .with("isActive", customer.active())
                .with("vatNumber", customer.vatNumber())
                .with("owner", GuidRef.to(customer.owner()))
                .with("currency", Codes.currencyPointer(customer.currency(), context))
                .with("language", Codes.languagePointer(customer.language(), context))
                .with("paymentTerm", customer.paymentTerm())
                .with("annualRevenue", customer.annualRevenue())
                .with("email", customer.email())
                .with("numberOfEmployees", customer.employees())
                .with("website", customer.website())
                .with("eInvoiceOperator", customer.eInvoiceOperator())
                .with("eInvoiceAddress", customer.eInvoiceAddress())
                .with("overdueInterest", customer.overdueInterest())
                .build();
    }

    static ErpValues toErp(Customer customer, @Nullable ErpCustomer now, MappingContext context) {
        Customers settings = context.company().customers();
        ErpValues values = new ErpValues()
                .with("name", NormalForms.name(customer.name()))
                .with("companyNo", NormalForms.text(customer.vatNumber()))
                .with("responsible", responsible(customer, now, context))
                .with("currency", Codes.currencyNumber(customer.currency(), now == null ? 0 : now.currency(), context))
                .with("language", Codes.languageNumber(customer.language()))
                .with(
                        "paymentTerms",
                        Codes.paymentTerms(customer.paymentTerm(), now == null ? 0 : now.paymentTerms(), context))
                .with("turnover", BigDecimal.valueOf(Objects.requireNonNullElse(customer.annualRevenue(), 0L)))
                .with("email", NormalForms.text(customer.email()))
                .with("employees", Objects.requireNonNullElse(customer.employees(), 0))
                .with("website", NormalForms.text(customer.website()))
                .with("inactiveGroup", Groups.groupOf(customer.active(), settings.inactive()));
        if (settings.eInvoice()) {
            values.with("operator", operatorNumber(customer, context))
                    .with("eInvoiceAddress", NormalForms.text(customer.eInvoiceAddress()));
        }
        if (settings.defaultOverdueInterest() != null) {
            values.with("interest", interest(customer, settings.defaultOverdueInterest()));
        }
        return now == null && customer.number() != null
                ? values.with("number", number(customer.number(), context))
                : values;
    }

    private static long operatorNumber(Customer customer, MappingContext context) {
        return customer.eInvoiceOperator() == null
                ? 0
                : Codes.numberOf(
                        context.codes().erp().operators(),
                        customer.eInvoiceOperator(),
                        CustomerRejects.UNKNOWN_OPERATOR,
                        "e-invoice operator");
    }

    /** Severa's own numbers are kept, but not those that the ERP will give to others. */
    private static long number(long number, MappingContext context) {
        var series = context.company().numberSeries().customers();
        if (series != null && number >= series.from() && number <= series.to()) {
            throw new Rejected(
                    CustomerRejects.NUMBER_IN_ERP_SERIES,
                    "number",
                    String.valueOf(number),
                    "the ERP's own series goes from " + series.from() + " to " + series.to());
        }
        return number;
    }

    private static long responsible(Customer customer, @Nullable ErpCustomer now, MappingContext context) {
        return Long.parseLong(context.erpReference(
                "owner",
                customer.owner(),
                context.erpNumber(Entities.USER, customer.owner()),
                now == null ? null : String.valueOf(now.responsible()),
                "0"));
    }

    /** Mapping page, InterestRate: the default where Severa knows none. */
    private static BigDecimal interest(Customer customer, @Nullable BigDecimal byDefault) {
        return customer.overdueInterest() == null
                ? Objects.requireNonNullElse(byDefault, BigDecimal.ZERO)
                : customer.overdueInterest();
    }
}
