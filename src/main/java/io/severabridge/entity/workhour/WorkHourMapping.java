package io.severabridge.entity.workhour;

import io.severabridge.entity.Codes;
import io.severabridge.entity.Entities;
import io.severabridge.entity.InvoicedHour;
import io.severabridge.entity.NormalForms;
import io.severabridge.entity.ProjectInSevera;
import io.severabridge.entity.RootUnit;
import io.severabridge.entity.UnitNumbers;
import io.severabridge.entity.UnitOfUser;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.GuidRef;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.record.Amounts;
import io.severabridge.sync.record.TextNormalizer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Mapping page, Work hours. */
final class WorkHourMapping {
    private WorkHourMapping() {}

    static WorkHour fromErp(ErpWorkHour row, MappingContext context) {
        return new WorkHour(
                row.employee(),
                unit(row.department()),
                unit(row.project()),
                row.customer(),
                row.product(),
                row.description(),
                row.invoiceDescription(),
                row.overtime(),
                row.quantity(),
                row.unitPrice(),
                row.totalPrice(),
                row.unitCost(),
                row.totalCost(),
                row.eventDate());
    }

    /** Units 7 to 12 are texts, where none is empty. */
    private static String unit(String number) {
        return number.isEmpty() ? "0" : number;
    }

    /**
     * The entry in the ERP's terms.
     *
     * @throws Rejected if the ERP lacks what it cannot do without
     */
    static WorkHour fromSevera(SeveraWorkHour hour, MappingContext context) {
        BigDecimal quantity = Amounts.stored(quantity(hour));
        BigDecimal unitPrice = Amounts.stored(Amounts.of(hour.unitPrice()));
        BigDecimal unitCost = Amounts.stored(Amounts.of(hour.unitCost()));
        return new WorkHour(
                employee(hour, context),
                department(hour, context),
                project(hour, context),
                customer(hour, context),
                product(hour, context),
                TextNormalizer.line(hour.description()),
                TextNormalizer.line(hour.invoiceRowDescription()),
                hour.overtime() == null
                        ? ""
                        : TextNormalizer.line(hour.overtime().name()),
                quantity,
                unitPrice,
                Amounts.total(quantity, unitPrice),
                unitCost,
                Amounts.total(quantity, unitCost),
                eventDate(hour));
    }

    private static BigDecimal quantity(SeveraWorkHour hour) {
        if (hour.quantity() == null) {
            throw new Rejected(
                    WorkHourRejects.QUANTITY_MISSING, "quantity", null, "Severa has no quantity for the entry");
        }
        return hour.quantity();
    }

    private static long employee(SeveraWorkHour hour, MappingContext context) {
        String guid = SeveraWorkHour.Named.guidOf(hour.user());
        String number = context.erpNumber(Entities.USER, guid);
        if (number == null) {
            throw new Rejected(
                    WorkHourRejects.USER_NOT_IN_ERP,
                    "user",
                    hour.user() == null ? null : hour.user().name(),
                    "the ERP has no employee for the user of the entry");
        }
        return Long.parseLong(number);
    }

    /** The unit of the user; users of the root unit have none in the ERP. */
    private static String department(SeveraWorkHour hour, MappingContext context) {
        String unit = UnitOfUser.of(SeveraWorkHour.Named.guidOf(hour.user()), context);
        return unit == null || unit.equals(RootUnit.of(context))
                ? "0"
                : reference(
                        "department",
                        Entities.BUSINESS_UNIT,
                        unit,
                        context.erpKey(Entities.BUSINESS_UNIT, unit),
                        "0",
                        context);
    }

    /** A project that is neither won nor internal is not in the ERP, and the entry goes without; it may come. */
    private static String project(SeveraWorkHour hour, MappingContext context) {
        String guid = GuidRef.guidOf(hour.project());
        String number = context.erpKey(Entities.PROJECT, guid);
        ProjectInSevera project = number == null ? ProjectInSevera.referred(guid, context) : null;
        if (project != null && project.belongsInErp(context.codes())) {
            throw new Rejected(
                    EngineRejects.DEPENDS_ON_REJECTED,
                    "project",
                    project.label(),
                    "the ERP does not have the project yet");
        }
        return context.erpReference("project", guid, number, null, "0");
    }

    private static long customer(SeveraWorkHour hour, MappingContext context) {
        String guid = GuidRef.guidOf(hour.customer());
        return Long.parseLong(reference(
                "customer", Entities.CUSTOMER, guid, context.erpNumber(Entities.CUSTOMER, guid), "0", context));
    }

    /** Left empty with a warning where the record is not transferred by rule; it may come. */
    private static String reference(
            String field,
            String entity,
            @Nullable String guid,
            @Nullable String found,
            String none,
            MappingContext context) {
        context.refuseRejected(field, entity, guid);
        return context.erpReference(field, guid, found, null, none);
    }

    private static String product(SeveraWorkHour hour, MappingContext context) {
        String guid = GuidRef.guidOf(hour.workType());
        return context.erpReference("product", guid, Codes.productOfType(guid, context), null, "");
    }

    private static int eventDate(SeveraWorkHour hour) {
        LocalDate date = hour.eventDate();
        return date == null ? 0 : NormalForms.day(date);
    }

    static ErpValues toErp(WorkHour hour, @Nullable ErpWorkHour now, MappingContext context) {
        ErpValues values = new ErpValues()
                .with("employee", hour.employee())
                .with("customer", kept("customer", hour.customer(), now == null ? null : now.customer(), context))
                .with("product", kept("product", hour.product(), now == null ? null : now.product(), context))
                .with("description", hour.description())
                .with("invoiceDescription", hour.invoiceDescription())
                .with("overtime", hour.overtime())
                .with("quantity", hour.quantity())
                .with("unitPrice", hour.unitPrice())
                .with("totalPrice", hour.totalPrice())
                .with("unitCost", hour.unitCost())
                .with("totalCost", hour.totalCost())
                .with("eventDate", hour.eventDate());
        String department = kept("department", hour.department(), now == null ? null : unit(now.department()), context);
        String project = kept("project", hour.project(), now == null ? null : unit(now.project()), context);
        UnitNumbers.unit(
                values,
                "department",
                department,
                context.company().businessUnits().unit());
        return UnitNumbers.unit(
                values, "project", project, context.company().projects().unit());
    }

    /** A reference whose record is not linked leaves what stands there. */
    private static <T> T kept(String field, T value, @Nullable T now, MappingContext context) {
        return now != null && context.openFields().contains(field) ? now : value;
    }

    /** An entry that was invoiced before it came to the ERP gets what its order would have written to it. */
    static Map<String, Object> onCreate(SeveraWorkHour hour, String parent, MappingContext context) {
        String invoice = GuidRef.guidOf(hour.invoice());
        String order = context.erpKey(Entities.INVOICE, invoice);
        InvoicedHour invoiced = order == null ? null : InvoicedHour.of(hour.guid(), invoice, context);
        BigDecimal quantity = invoiced != null ? invoiced.quantity() : order == null ? BigDecimal.ZERO : entered(hour);
        return Map.of(
                "category",
                Objects.requireNonNull(context.company().workHours()).category(),
                "order",
                order == null ? 0L : Long.parseLong(order),
                "invoicedQuantity",
                quantity,
                "invoicedAmount",
                invoiced != null ? invoiced.amount() : Amounts.total(quantity, Amounts.of(hour.unitPrice())));
    }

    /** What the invoice says, or else what was entered. */
    private static BigDecimal entered(SeveraWorkHour hour) {
        return Amounts.stored(Amounts.of(hour.invoiceQuantity() == null ? hour.quantity() : hour.invoiceQuantity()));
    }
}
