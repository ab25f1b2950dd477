package io.severabridge.entity.paymentstatus;

import io.severabridge.company.Company;
import io.severabridge.entity.NormalForms;
import io.severabridge.reference.CodeTables;
import io.severabridge.severa.GuidRef;
import io.severabridge.sync.mapping.MappingContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Product description, payment-status: the status of invoices that the ERP says are paid. */
final class PaymentMapping {
    private PaymentMapping() {}

    static Payment fromErp(ErpPayment row, MappingContext context) {
        return row.paid()
                ? new Payment(
                        paid(context),
                        NormalForms.date(row.lastDate(), context.column("payment-status/rows", "lastDate")))
                : new Payment(null, null);
    }

    /** Another status that means paid is as good. */
    static Payment fromSevera(SeveraPayment invoice, MappingContext context) {
        SeveraPayment.Status status = invoice.status();
        boolean paid = status != null
                && (Boolean.TRUE.equals(status.isPaid()) || paid(context).equals(status.guid()));
        return new Payment(paid ? paid(context) : status == null ? null : status.guid(), invoice.paymentDate());
    }

    private static String paid(MappingContext context) {
        return Objects.requireNonNull(context.codes().severa().invoiceStatuses().get(name(context.company())));
    }

    private static String name(Company company) {
        return Objects.requireNonNull(company.paymentStatus()).paid();
    }

    static Map<String, @Nullable Object> toSevera(Payment payment, String parent, MappingContext context) {
        Map<String, @Nullable Object> body = new HashMap<>();
        LocalDate day = payment.day();
        body.put("status", GuidRef.to(payment.status()));
        body.put("paymentDate", day == null ? null : day.toString());
        return body;
    }

    static List<String> missing(Company company, CodeTables codes) {
        Map<String, String> known = codes.severa().invoiceStatuses();
        return known.containsKey(name(company))
                ? List.of()
                : List.of("payment-status.paid: Severa has no active invoice status " + name(company) + ", only "
                        + String.join(", ", new TreeSet<>(known.keySet())));
    }
}
