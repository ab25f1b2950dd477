package io.severabridge.entity.invoice;

import io.severabridge.company.Company;
import io.severabridge.sync.mapping.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns of the order and of its customer that the company file chooses: do they hold what is to stand there? */
final class ChosenColumns {
    private static final String WHOLE = "a whole number";

    private ChosenColumns() {}

    /** A line for each that does not; that they are there has been looked at before. */
    static List<String> unfit(Company.Invoices settings, Sources sources) {
        List<String> unfit = new ArrayList<>();
        order(settings).forEach((key, column) -> {
            String holds = column == null ? "" : sources.filled("invoice/insert", column);
            if (!List.of("", "text", WHOLE).contains(holds)) {
                unfit.add("invoices." + key + ": the order's " + column + " holds " + holds
                        + ": choose a column of text or whole numbers");
            }
        });
        customer(settings.fromCustomer()).forEach((key, column) -> {
            String holds = column == null ? "" : sources.holds("invoice/customer", column);
            if (!List.of("", WHOLE).contains(holds)) {
                unfit.add("invoices.from-customer." + key + ": the associate's " + column + " holds " + holds
                        + ": choose a column of whole numbers, or none");
            }
        });
        return unfit;
    }

    private static Map<String, @Nullable String> order(Company.Invoices settings) {
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        columns.put("order-number-field", settings.orderNumberField());
        columns.put("invoice-number-field", settings.invoiceNumberField());
        columns.put("sender-employee-field", settings.senderEmployeeField());
        return columns;
    }

    private static Map<String, @Nullable String> customer(Company.FromCustomer from) {
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        columns.put("invoice-customer", from.invoiceCustomer());
        columns.put("payment-method", from.paymentMethod());
        columns.put("delivery-terms", from.deliveryTerms());
        columns.put("delivery-method", from.deliveryMethod());
        columns.put("e-invoice-sending", from.eInvoiceSending());
        columns.put("vat-exemption", from.vatExemption());
        return columns;
    }
}
