package io.severabridge.entity.customer;

import io.severabridge.company.Company.Customers;
import io.severabridge.entity.Codes;
import io.severabridge.entity.Entities;
import io.severabridge.entity.Groups;
import io.severabridge.entity.NormalForms;
import io.severabridge.entity.SharedRejects;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.Pointer;
import io.severabridge.transfer.ErpValues;
import io.severabridge.transfer.MappingContext;
import io.severabridge.transfer.RecordBuilder;
import io.severabridge.transfer.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Mapping page, Customer/Account. */
final class CustomerMapping {
    private static final String ROWS = "customer/rows";

    private CustomerMapping() {}

    static Customer fromErp(ErpCustomer row, MappingContext facts) {
        String name = Texts.line(row.name());
        if (name.isEmpty()) {
            throw new Rejected(SharedRejects.NAME_MISSING, facts.column(ROWS, "name"), row.name(), "the name is empty");
        }
        Customers settings = facts.company().customers();
        return new Customer(
                row.number(),
                name,
                Groups.active(settings.inactive(), row.inactiveGroup()),
                Texts.orNull(row.companyNo()),
                owner(row, facts),
                Codes.currency(row.currency(), facts.column(ROWS, "currency"), facts),
                Codes.language(row.language(), facts.column(ROWS, "language"), facts),
                paymentTerm(row, facts),
                annualRevenue(row.turnover()),
                Texts.orNull(row.email()),
                row.employees() == 0 ? null : (Integer) row.employees(),
                Texts.orNull(row.website()),
                settings.eInvoice() ? operator(row, facts) : null,
                settings.eInvoice() ? Texts.orNull(row.eInvoiceAddress()) : null,
                interest(row.interest(), settings.defaultOverdueInterest()));
    }

    private static @Nullable String owner(ErpCustomer row, MappingContext facts) {
        if (row.responsible() == 0) {
            return null;
        }
        String number = String.valueOf(row.responsible());
        return facts.optional(
                "owner",
                facts.byNumber(Entities.USER, number),
                facts.column(ROWS, "responsible"),
                number,
                SharedRejects.UNKNOWN_EMPLOYEE);
    }

    private static @Nullable Integer paymentTerm(ErpCustomer row, MappingContext facts) {
        return row.paymentTerms() == 0
                ? null
                : (Integer) Codes.known(
                                facts.codes().erp().creditDays(),
                                row.paymentTerms(),
                                SharedRejects.UNKNOWN_PAYMENT_TERM,
                                facts.column(ROWS, "paymentTerms"),
                                "payment term")
                        .days();
    }

    /** Severa keeps whole units (API document, annualRevenue). */
    private static @Nullable Long annualRevenue(BigDecimal turnover) {
        return turnover.signum() == 0
                ? null
                : (Long) turnover.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static @Nullable String operator(ErpCustomer row, MappingContext facts) {
        return row.operator() == 0
                ? null
                : Codes.known(
                        facts.codes().erp().operators(),
                        row.operator(),
                        CustomerRejects.UNKNOWN_OPERATOR,
                        facts.column(ROWS, "operator"),
                        "e-invoice operator");
    }

    /** The default where the ERP knows none; without a default, interest is not mapped at all. */
    private static @Nullable BigDecimal interest(BigDecimal interest, @Nullable BigDecimal byDefault) {
        return byDefault == null || interest.signum() == 0 ? byDefault : interest;
    }

    static Customer fromSevera(SeveraCustomer customer, MappingContext facts) {
        Customers settings = facts.company().customers();
        return new Customer(
                customer.number(),
                Texts.line(customer.name()),
                Groups.active(settings.inactive(), customer.isActive()),
                Texts.orNull(customer.vatNumber()),
                Pointer.guidOf(customer.owner()),
                facts.codes().severa().currencies().code(Pointer.guidOf(customer.currency())),
                Codes.languageOf(customer.language(), facts),
                customer.paymentTerm(),
                customer.annualRevenue() == null || customer.annualRevenue() == 0 ? null : customer.annualRevenue(),
                Texts.orNull(customer.email()),
                customer.numberOfEmployees() == null || customer.numberOfEmployees() == 0
                        ? null
                        : customer.numberOfEmployees(),
                Texts.orNull(customer.website()),
                settings.eInvoice() ? Texts.orNull(customer.eInvoiceOperator()) : null,
                settings.eInvoice() ? Texts.orNull(customer.eInvoiceAddress()) : null,
                settings.defaultOverdueInterest() == null ? null : customer.overdueInterest());
    }

    static SeveraCustomer toSevera(Customer customer, String parent, MappingContext facts) {
        return RecordBuilder.of(SeveraCustomer.class)
                .with("number", customer.number())
                .with("name", customer.name())
                .with("isActive", customer.active())
                .with("vatNumber", customer.vatNumber())
                .with("owner", Pointer.to(customer.owner()))
                .with("currency", Codes.currencyPointer(customer.currency(), facts))
                .with("language", Codes.languagePointer(customer.language(), facts))
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

    static ErpValues toErp(Customer customer, @Nullable ErpCustomer now, MappingContext facts) {
        Customers settings = facts.company().customers();
        ErpValues values = new ErpValues()
                .with("name", NormalForms.name(customer.name()))
                .with("companyNo", NormalForms.text(customer.vatNumber()))
                .with("responsible", responsible(customer, now, facts))
                .with("currency", Codes.currencyNumber(customer.currency(), now == null ? 0 : now.currency(), facts))
                .with("language", Codes.languageNumber(customer.language()))
                .with(
                        "paymentTerms",
                        Codes.paymentTerms(customer.paymentTerm(), now == null ? 0 : now.paymentTerms(), facts))
                .with("turnover", BigDecimal.valueOf(Objects.requireNonNullElse(customer.annualRevenue(), 0L)))
                .with("email", NormalForms.text(customer.email()))
                .with("employees", Objects.requireNonNullElse(customer.employees(), 0))
                .with("website", NormalForms.text(customer.website()))
                .with("inactiveGroup", Groups.groupOf(customer.active(), settings.inactive()));
        if (settings.eInvoice()) {
            values.with("operator", operatorNumber(customer, facts))
                    .with("eInvoiceAddress", NormalForms.text(customer.eInvoiceAddress()));
        }
        if (settings.defaultOverdueInterest() != null) {
            values.with("interest", interest(customer, settings.defaultOverdueInterest()));
        }
        return now == null && customer.number() != null
                ? values.with("number", number(customer.number(), facts))
                : values;
    }

    private static long operatorNumber(Customer customer, MappingContext facts) {
        return customer.eInvoiceOperator() == null
                ? 0
                : Codes.numberOf(
                        facts.codes().erp().operators(),
                        customer.eInvoiceOperator(),
                        CustomerRejects.UNKNOWN_OPERATOR,
                        "e-invoice operator");
    }

    /** Severa's own numbers are kept, but not those that the ERP will give to others. */
    private static long number(long number, MappingContext facts) {
        var series = facts.company().numberSeries().customers();
        if (series != null && number >= series.from() && number <= series.to()) {
            throw new Rejected(
                    CustomerRejects.NUMBER_IN_ERP_SERIES,
                    "number",
                    String.valueOf(number),
                    "the ERP's own series goes from " + series.from() + " to " + series.to());
        }
        return number;
    }

    private static long responsible(Customer customer, @Nullable ErpCustomer now, MappingContext facts) {
        return Long.parseLong(facts.erpReference(
                "owner",
                customer.owner(),
                facts.erpNumber(Entities.USER, customer.owner()),
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
