package io.severabridge.erp.vismabusiness;

import io.severabridge.company.Company;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The identifiers that a company file chooses, under the names that the statements use for them. */
final class ChosenNames {
    private ChosenNames() {}

    /** Null where the company has not chosen one: what stands for it in a statement is then empty. */
    static Map<String, @Nullable String> of(Company company) {
        Map<String, @Nullable String> settings = new HashMap<>();
        int department = company.businessUnits().unit();
        settings.put("business-units.table", "R" + department);
        settings.put("business-units.parent", "MainR" + department);
        settings.put("business-units.unit-field", "R" + department);
        settings.put("business-units.guid-field", company.businessUnits().guidField());
        settings.put(
                "business-units.exclude.group", group(company.businessUnits().exclude()));
        settings.put("users.guid-field", company.users().guidField());
        settings.put("users.inactive.group", group(company.users().inactive()));
        settings.put("users.exclude.group", group(company.users().exclude()));
        settings.put("product-categories.field", company.productCategories().field());
        settings.put("products.guid-field", company.products().guidField());
        settings.put("products.unit-cost", company.products().unitCost());
        settings.put("products.exclude.group", group(company.products().exclude()));
        settings.put("customers.guid-field", company.customers().guidField());
        settings.put("customers.inactive.group", group(company.customers().inactive()));
        settings.put("customers.exclude.group", group(company.customers().exclude()));
        settings.put("billing-address.guid-field", company.billingAddress().guidField());
        List<String> lines = company.billingAddress().lines();
        for (int line = 1; line <= 4; line++) {
            settings.put("billing-address.line" + line, line <= lines.size() ? lines.get(line - 1) : null);
        }
        settings.put("projects.table", "R" + company.projects().unit());
        settings.put("projects.guid-field", company.projects().guidField());
        settings.put("projects.internal-name-field", company.projects().internalNameField());
        settings.put("projects.department-field", company.projects().departmentField());
        settings.put("projects.contact-field", company.projects().contactField());
        settings.put("projects.exclude.group", group(company.projects().exclude()));
        Company.WorkHours hours = company.workHours();
        settings.put("work-hours.table", hours == null ? "FreeInf1" : hours.table());
        settings.put("work-hours.guid-field", "Txt1");
        settings.put("projects.unit-field", "R" + company.projects().unit());
        Company.Costs costs = company.costs();
        Company.Invoices invoices = company.invoices();
        settings.put("invoices.guid-field", invoices == null ? "Inf6" : invoices.guidField());
        settings.put("invoices.order-number-field", invoices == null ? "CSOrdNo" : invoices.orderNumberField());
        settings.put("invoices.sender-employee-field", invoices == null ? null : invoices.senderEmployeeField());
        settings.put("invoices.invoice-number-field", invoices == null ? null : invoices.invoiceNumberField());
        fromCustomer(invoices == null ? null : invoices.fromCustomer(), settings);
        settings.put("costs.table", costs == null ? "UpdVo" : costs.table());
        Company.PaymentStatus payments = company.paymentStatus();
        // Where no open entries are looked at, their part of the statement reads nothing, of a table that is there.
        String openEntries = payments == null ? null : payments.openEntries();
        settings.put("payment-status.open-entries", openEntries == null ? "CustTr" : openEntries);
        settings.put("payment-status.open-amount", payments == null ? null : payments.openAmount());
        return settings;
    }

    /** The column of the customer's row, and that of the order, which has the same name everywhere. */
    private static void fromCustomer(Company.@Nullable FromCustomer from, Map<String, @Nullable String> settings) {
        settings.put("invoices.from-customer.invoice-customer", from == null ? null : from.invoiceCustomer());
        taken("payment-method", from == null ? null : from.paymentMethod(), "PmtMt", settings);
        taken("delivery-terms", from == null ? null : from.deliveryTerms(), "DelTrm", settings);
        taken("delivery-method", from == null ? null : from.deliveryMethod(), "DelMt", settings);
        taken("e-invoice-sending", from == null ? null : from.eInvoiceSending(), "DocSMt", settings);
        taken("vat-exemption", from == null ? null : from.vatExemption(), "ExVat", settings);
    }

    private static void taken(
            String key, @Nullable String from, String column, Map<String, @Nullable String> settings) {
        settings.put("invoices.from-customer." + key, from);
        settings.put("invoices.order." + key, from == null ? null : column);
    }

    /** The first group's column has no digit. */
    private static @Nullable String group(Company.@Nullable GroupValue value) {
        return value == null ? null : value.group() == 1 ? "Gr" : "Gr" + value.group();
    }
}
