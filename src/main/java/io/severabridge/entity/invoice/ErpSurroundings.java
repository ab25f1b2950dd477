package io.severabridge.entity.invoice;

import io.severabridge.entity.Entities;
import io.severabridge.entity.SharedRejects;
import io.severabridge.failure.Rejected;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Sources;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ERP is asked for one invoice.
 *
 * @param billingCustomer who pays: Severa's other billing customer, else whom the customer's row names; 0 for the customer
 * @param senders numbers of the employees that have the sender's name
 * @param descriptionLength characters that a line holds
 */
record ErpSurroundings(Customer customer, long billingCustomer, List<Integer> senders, int descriptionLength) {
    /** A row of {@code invoice/customer.sql}. */
    record Customer(
            long number,
            String name,
            int accountSet,
            int vatCode,
            int paymentTerms,
            long invoiceCustomer,
            int paymentMethod,
            int deliveryTerms,
            int deliveryMethod,
            int eInvoiceSending,
            int vatExemption) {}

    /** A row of {@code invoice/employees.sql}. */
    record Employee(int number) {}

    /**
     * Reads it.
     *
     * @throws Rejected if a customer is not in the ERP
     */
    static ErpSurroundings read(
            SeveraInvoice invoice, InvoiceDetails details, MappingContext context, Sources sources) {
        long customer = number("customer", invoice.customer(), context);
        List<Customer> rows = sources.rows("invoice/customer", Customer.class, Map.of("customer", customer));
        if (rows.size() != 1) {
            throw new Rejected(
                    SharedRejects.UNKNOWN_CUSTOMER,
                    "customer",
                    String.valueOf(customer),
                    "the ERP has " + rows.size() + " rows for that customer number");
        }
        SeveraInvoice.Customer billing = invoice.billingCustomer();
        boolean other = billing != null
                && billing.guid() != null
                && invoice.customer() != null
                && !billing.guid().equalsIgnoreCase(invoice.customer().guid());
        return new ErpSurroundings(
                rows.get(0),
                other
                        ? number("billingCustomer", billing, context)
                        : rows.get(0).invoiceCustomer(),
                senders(invoice.senderContactName(), sources),
                sources.length("invoice/line-insert", "description"));
    }

    private static long number(String field, SeveraInvoice.@Nullable Customer customer, MappingContext context) {
        String number = customer == null ? null : context.erpNumber(Entities.CUSTOMER, customer.guid());
        if (number == null) {
            throw new Rejected(
                    EngineRejects.DEPENDS_ON_REJECTED,
                    field,
                    customer == null ? null : customer.label(),
                    "the ERP does not have the customer");
        }
        return Long.parseLong(number);
    }

    private static List<Integer> senders(@Nullable String name, Sources sources) {
        return name == null || name.isBlank()
                ? List.of()
                : sources.rows("invoice/employees", Employee.class, Map.of("name", name.strip())).stream()
                        .map(Employee::number)
                        .toList();
    }
}
