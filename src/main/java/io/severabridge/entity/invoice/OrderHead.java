package io.severabridge.entity.invoice;

import io.severabridge.entity.Codes;
import io.severabridge.entity.Entities;
import io.severabridge.entity.NormalForms;
import io.severabridge.entity.ProjectInSevera;
import io.severabridge.severa.GuidRef;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.record.TextNormalizer;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an order is about, as far as its lines need it too.
 *
 * @param project that of the largest row; null where none is known
 * @param currency the ERP's number; 0 is its own
 * @param department of the project; null where it has none in the ERP
 * @param sender employee number; 0 for none
 */
record OrderHead(
        ErpSurroundings erp,
        @Nullable ProjectInSevera project,
        LocalDate date,
        int currency,
        BigDecimal rate,
        @Nullable String department,
        int sender) {
    ErpValues values(SeveraInvoice invoice, MappingContext context) {
        ErpValues values = new ErpValues()
                .with("date", NormalForms.day(date))
                .with("customerName", erp.customer().name())
                .with("vatCode", erp.customer().vatCode())
                .with("accountSet", erp.customer().accountSet())
                .with("paymentMethod", erp.customer().paymentMethod())
                .with("deliveryTerms", erp.customer().deliveryTerms())
                .with("deliveryMethod", erp.customer().deliveryMethod())
                .with("eInvoiceSending", erp.customer().eInvoiceSending())
                .with("vatExemption", erp.customer().vatExemption())
                .with("invoiceNumber", invoice.number() == null ? "" : String.valueOf(invoice.number()))
                .with("language", Codes.languageNumber(Codes.languageOf(invoice.language(), context)))
                .with(
                        "paymentTerm",
                        Codes.paymentTerms(invoice.paymentTerm(), erp.customer().paymentTerms(), context))
                .with("ourReference", TextNormalizer.line(invoice.ourReference()))
                .with("yourReference", TextNormalizer.line(invoice.yourReference()))
                .with("orderNumber", TextNormalizer.line(invoice.orderNumber()))
                .with("receiverContact", contact(invoice, context))
                .with("projectOwner", owner(context))
                .with("senderContact", sender);
        InvoiceMapping.address(values, invoice.receiverAddress(), context);
        common(values);
        OrderLines.units(values, department, OrderLines.projectNumber(project, context), context);
        return values;
    }

    /** What the lines repeat of it. */
    ErpValues common(ErpValues values) {
        return values.with("customer", erp.customer().number())
                .with("billingCustomer", erp.billingCustomer())
                .with("currency", currency)
                .with("rate", rate);
    }

    private static long contact(SeveraInvoice invoice, MappingContext context) {
        String key = context.erpKey(Entities.CONTACT, invoice.receiverContactGuid());
        return key == null ? 0 : Long.parseLong(key);
    }

    /** The owner of the project. */
    private long owner(MappingContext context) {
        String guid = project == null ? null : GuidRef.guidOf(project.projectOwner());
        return OrderLines.employee("the project's owner", guid, context);
    }
}
