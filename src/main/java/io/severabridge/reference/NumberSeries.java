package io.severabridge.reference;

import io.severabridge.company.Company;
import io.severabridge.company.Company.NumberRange;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.statement.Statements;
import io.severabridge.failure.Finding;
import io.severabridge.severa.SeveraClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that both systems hand out, which must not overlap (checklist of the vendor's integration, 1 and 2).
 *
 * @param customers the ERP's own range; null where the company file does not name it
 * @param invoices the ERP's voucher series of outgoing invoices; null where there is none of that number
 */
public record NumberSeries(
        @Nullable NumberRange customers, @Nullable Vouchers invoices, Severa severa) {
    /** A run towards a range is remarked on when it is so close. */
    public static final int NEAR = 1_000;

    /** Numbers that both systems hand out, and the codes of what may be wrong with them. */
    private enum Of {
        CUSTOMERS("customer", "customer-series-overlap", "customer-series-near"),
        INVOICES("invoice", "invoice-series-overlap", "invoice-series-near");

        private final String record;
        private final String overlap;
        private final String near;

        Of(String record, String overlap, String near) {
            this.record = record;
            this.overlap = overlap;
            this.near = near;
        }
    }

    private static final String STATEMENT = "check/voucher-series";

    /** A row of the voucher series. */
    public record Vouchers(int number, int first, int last, int next) {}

    /** OrganizationSettingsModel of the API document, as far as it is used. */
    public record Severa(
            @Nullable Integer nextCustomerNumber,
            @Nullable Integer nextInvoiceNumber,
            @Nullable String workHourApprovalMode) {}

    /** The statements that it needs for a company. */
    public static List<String> statements(Company company) {
        return company.invoices() == null ? List.of() : List.of(STATEMENT);
    }

    /** One call. */
    public static NumberSeries read(Company company, ErpDatabase erp, Statements statements, SeveraClient severa) {
        List<Vouchers> series = company.invoices() == null || !statements.has(STATEMENT)
                ? List.of()
                : erp.rows(
                        statements.get(STATEMENT),
                        Vouchers.class,
                        Map.of("series", company.numberSeries().invoicesVoucherSeries()));
        return new NumberSeries(
                company.numberSeries().customers(),
                series.isEmpty() ? null : series.get(0),
                severa.get("/v1/organizationsettings", Severa.class));
    }

    /** What is wrong with them, or nearly. */
    public List<Finding> findings(Company company) {
        List<Finding> findings = new ArrayList<>();
        if (customers != null) {
            overlap(
                    findings,
                    Of.CUSTOMERS,
                    "number-series.customers",
                    severa.nextCustomerNumber(),
                    customers.from(),
                    customers.to());
        }
        if (company.invoices() != null && invoices == null) {
            findings.add(Finding.warning(
                    "invoice-series-unknown",
                    "number-series.invoices-voucher-series",
                    "the ERP has no voucher series "
                            + company.numberSeries().invoicesVoucherSeries()
                            + ", so that its invoice numbers cannot be compared with those of Severa",
                    "name the series of outgoing invoices"));
        }
        if (company.invoices() != null && invoices != null) {
            overlap(
                    findings,
                    Of.INVOICES,
                    "voucher series " + invoices.number(),
                    severa.nextInvoiceNumber(),
                    invoices.first(),
                    invoices.last());
        }
        if (company.workHours() != null && "None".equals(severa.workHourApprovalMode())) {
            findings.add(Finding.warning(
                    "approval-not-in-use",
                    "work-hours",
                    "Severa does not use the approval of hours, and only approved ones go to the ERP",
                    "switch the approval on in Severa, or set work-hours.approved-only: false"));
        }
        return findings;
    }

    private static void overlap(
            List<Finding> findings, Of numbers, String where, @Nullable Integer next, int from, int to) {
        if (next == null || next > to || next < from - NEAR) {
            return;
        }
        String series = "Severa gives its next " + numbers.record + " the number " + next
                + ", and the ERP's own range is " + from + " to " + to;
        String fix = "give the " + numbers.record + " numbers of one system another range";
        findings.add(
                next >= from
                        ? Finding.error(numbers.overlap, where, series, fix)
                        : Finding.warning(numbers.near, where, series, fix));
    }
}
