package io.severabridge.entity.invoice;

import io.severabridge.company.Company;
import io.severabridge.company.Company.LineAccountSet;
import io.severabridge.entity.Entities;
import io.severabridge.entity.NormalForms;
import io.severabridge.entity.ProjectInSevera;
import io.severabridge.entity.RootUnit;
import io.severabridge.entity.UnitNumbers;
import io.severabridge.entity.UnitOfUser;
import io.severabridge.entity.invoice.InvoiceDetails.Entry;
import io.severabridge.entity.invoice.InvoiceDetails.Row;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.GuidRef;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.record.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Mapping page, Order line/Invoice row. */
final class OrderLines {
    private final SeveraInvoice invoice;
    private final InvoiceDetails details;
    private final OrderHead head;
    private final MappingContext context;
    private final Company.Invoices settings;
    private final List<ErpValues> lines = new ArrayList<>();

    private OrderLines(SeveraInvoice invoice, InvoiceDetails details, OrderHead head, MappingContext context) {
        this.invoice = invoice;
        this.details = details;
        this.head = head;
        this.context = context;
        this.settings = InvoiceMapping.settings(context);
    }

    /** Notes before the rows, the rows in their order, notes after them. */
    static List<ErpValues> of(SeveraInvoice invoice, InvoiceDetails details, OrderHead head, MappingContext context) {
        OrderLines order = new OrderLines(invoice, details, head, context);
        order.notes(SeveraInvoice.FreeText.plain(invoice.freeText1()));
        details.rows().forEach(order::row);
        order.notes(SeveraInvoice.FreeText.plain(invoice.freeText2()));
        order.notes(invoice.notes());
        return order.lines;
    }

    private void notes(@Nullable String text) {
        if (settings.notes()) {
            String product = settings.notesProduct() == null ? "" : settings.notesProduct();
            TextLines.of(text, head.erp().descriptionLength()).forEach(line -> lines.add(text(product, line)));
        }
    }

    /** A line that says something and comes to nothing. */
    private ErpValues text(String product, String description) {
        ErpValues values = head.common(new ErpValues())
                .with("accountSet", accountSet())
                .with("product", product)
                .with("description", description)
                .with("quantity", BigDecimal.ZERO)
                .with("unitPrice", BigDecimal.ZERO)
                .with("measurementUnit", 0)
                .with("unitCost", BigDecimal.ZERO)
                .with("costCurrency", 0)
                .with("costRate", BigDecimal.ZERO)
                .with("taxCode", 0)
                .with("employee", 0)
                .with("eventDate", 0);
        return units(values, null, "0", context);
    }

    private void row(Row row) {
        List<Entry> entries = details.of(row);
        List<String> descriptions = TextLines.of(row.description(), head.erp().descriptionLength());
        boolean own = settings.descriptionOnOwnLine() || descriptions.isEmpty();
        lines.add(line(row, entries, own ? "" : descriptions.get(0)));
        descriptions.stream().skip(own ? 0 : 1).forEach(rest -> lines.add(text("", rest)));
    }

    private ErpValues line(Row row, List<Entry> entries, String description) {
        String user = MainEntry.user(entries);
        ProjectInSevera project = ProjectInSevera.referred(MainEntry.project(entries), context);
        boolean cost = settings.rowCost();
        ErpValues values = head.common(new ErpValues())
                .with("accountSet", accountSet())
                .with("product", ProductOfRow.number(entries, context))
                .with("description", description)
                .with("quantity", Amounts.stored(Amounts.of(row.quantity())))
                .with("unitPrice", Amounts.stored(Amounts.of(row.unitPrice())))
                .with("measurementUnit", unit(row.measurementUnit()))
                .with(
                        "unitCost",
                        cost ? new RowCost(invoice.currencyCode(), context).each(row, entries) : BigDecimal.ZERO)
                .with("costCurrency", cost ? head.currency() : 0)
                .with("costRate", cost ? head.rate() : BigDecimal.ZERO)
                .with("taxCode", details.reverseCharged() ? settings.reverseChargeTaxCode() : 0)
                .with("employee", employee("the row's user", user, context))
                .with("eventDate", NormalForms.day(latest(entries)));
        String project2 = project == null ? "0" : projectNumber(project, context);
        return units(values, department(user, project), project2, context);
    }

    /** 0 leaves it to the ERP, which knows the product's, too. */
    private int accountSet() {
        return settings.lineAccountSet() == LineAccountSet.CUSTOMER
                ? head.erp().customer().accountSet()
                : 0;
    }

    private LocalDate latest(List<Entry> entries) {
        return entries.stream()
                .map(Entry::date)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(head.date());
    }

    /** The unit of the main user where the company wants it, else of the main project, else of the order. */
    private @Nullable String department(@Nullable String user, @Nullable ProjectInSevera project) {
        String ofUser = settings.rowBusinessUnitFromUser() ? unitNumber(UnitOfUser.of(user, context), context) : null;
        String ofProject = ofUser == null ? unitOf(project, context) : ofUser;
        return ofProject == null ? head.department() : ofProject;
    }

    /** The department of a project; null where it has none in the ERP. */
    static @Nullable String unitOf(@Nullable ProjectInSevera project, MappingContext context) {
        return project == null ? null : unitNumber(GuidRef.guidOf(project.businessUnit()), context);
    }

    /** Null for the root unit, which stands for no department, and with a warning for one that the ERP has not. */
    private static @Nullable String unitNumber(@Nullable String guid, MappingContext context) {
        String number = context.erpKey(Entities.BUSINESS_UNIT, guid);
        if (number == null && guid != null && !guid.equals(RootUnit.of(context))) {
            context.refuseRejected("businessUnit", Entities.BUSINESS_UNIT, guid);
            context.warn("reference-not-transferred", "the business unit " + guid + " is no department of the ERP");
        }
        return number;
    }

    static ErpValues units(ErpValues values, @Nullable String department, String project, MappingContext context) {
        UnitNumbers.unit(
                values,
                "department",
                department == null ? "0" : department,
                context.company().businessUnits().unit());
        return UnitNumbers.unit(
                values, "project", project, context.company().projects().unit());
    }

    /**
     * The number of a project; "0" with a warning for one that is not transferred by rule.
     *
     * @throws Rejected if the ERP should have it, and has not
     */
    static String projectNumber(@Nullable ProjectInSevera project, MappingContext context) {
        if (project == null) {
            return "0";
        }
        String number = context.erpKey(Entities.PROJECT, project.guid());
        if (number != null) {
            return number;
        }
        if (project.belongsInErp(context.codes())) {
            throw new Rejected(
                    EngineRejects.DEPENDS_ON_REJECTED,
                    "project",
                    project.label(),
                    "the ERP does not have the project yet");
        }
        context.warn("reference-not-transferred", project.label() + " is not in the ERP; the order goes without it");
        return "0";
    }

    /** The number of an employee; 0 with a warning where the ERP has none for the user. */
    static long employee(String who, @Nullable String guid, MappingContext context) {
        String number = context.erpNumber(Entities.USER, guid);
        if (number == null && guid != null) {
            context.warn("reference-not-transferred", who + " is not an employee of the ERP: the number is left at 0");
        }
        return number == null ? 0 : Long.parseLong(number);
    }

    private int unit(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return 0;
        }
        return context.codes().erp().units().entrySet().stream()
                .filter(unit -> unit.getValue().equalsIgnoreCase(text.strip()))
                .map(Map.Entry::getKey)
                .min(Integer::compare)
                .orElseGet(() -> {
                    context.warn("unknown-unit", "measurementUnit " + text + " is no unit of the ERP: it is left at 0");
                    return 0;
                });
    }
}
