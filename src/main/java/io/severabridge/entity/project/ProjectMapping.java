package io.severabridge.entity.project;

import io.severabridge.entity.Codes;
import io.severabridge.entity.Entities;
import io.severabridge.entity.NormalForms;
import io.severabridge.entity.SharedRejects;
import io.severabridge.entity.UnitNumbers;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.GuidRef;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.record.RecordBuilder;
import io.severabridge.sync.record.TextNormalizer;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Mapping page, Project/Case. */
final class ProjectMapping {
    private static final String ROWS = "project/rows";

    private ProjectMapping() {}

    static Project fromErp(ErpProject row, MappingContext context) {
        String name = TextNormalizer.line(row.name());
        if (name.isEmpty()) {
            throw new Rejected(
                    SharedRejects.NAME_MISSING, context.column(ROWS, "name"), row.name(), "the name is empty");
        }
        return new Project(
                number(row, context),
                name,
                context.company().projects().internalNameField() == null
                        ? null
                        : TextNormalizer.orNull(row.internalName()),
                customer(row, context),
                department(row, context),
                owner(row, context),
                contact(row, context),
                Codes.currency(row.currency(), context.column(ROWS, "currency"), context));
    }

    private static Long number(ErpProject row, MappingContext context) {
        String number = TextNormalizer.line(row.number());
        if (!number.matches("\\d{1,18}")) {
            throw new Rejected(
                    ProjectRejects.NUMBER_NOT_NUMERIC,
                    context.column(ROWS, "number"),
                    row.number(),
                    "the project number is no whole number");
        }
        return Long.valueOf(number);
    }

    private static @Nullable String customer(ErpProject row, MappingContext context) {
        if (row.customer() == 0) {
            return null;
        }
        String number = String.valueOf(row.customer());
        return context.required(
                context.byNumber(Entities.CUSTOMER, number),
                context.column(ROWS, "customer"),
                number,
                SharedRejects.UNKNOWN_CUSTOMER,
                SharedRejects.UNKNOWN_CUSTOMER);
    }

    private static @Nullable String department(ErpProject row, MappingContext context) {
        if (TextNormalizer.number(row.department()) == null) {
            return null;
        }
        return context.optional(
                "businessUnit",
                context.byNumber(Entities.BUSINESS_UNIT, row.department()),
                context.company().projects().departmentField(),
                row.department(),
                SharedRejects.UNKNOWN_DEPARTMENT);
    }

    /** The responsible employee; where there is none that Severa has, the default owner. */
    private static @Nullable String owner(ErpProject row, MappingContext context) {
        int byDefault = context.company().projects().defaultOwnerEmployee();
        if (row.responsible() == 0 && byDefault == 0) {
            return null;
        }
        String number = String.valueOf(row.responsible() == 0 ? byDefault : row.responsible());
        var reference = context.byNumber(Entities.USER, number);
        if (row.responsible() == 0) {
            context.implied("owner");
        } else if (reference instanceof io.severabridge.sync.mapping.Reference.NotTransferred && byDefault != 0) {
            context.implied("owner");
            context.unspoken("owner");
            number = String.valueOf(byDefault);
            reference = context.byNumber(Entities.USER, number);
        }
        return context.required(
                reference,
                context.column(ROWS, "responsible"),
                number,
                SharedRejects.UNKNOWN_EMPLOYEE,
                ProjectRejects.OWNER_NOT_TRANSFERRED);
    }

    private static @Nullable String contact(ErpProject row, MappingContext context) {
        if (row.contact() == 0) {
            return null;
        }
        String key = String.valueOf(row.contact());
        return context.optional(
                "contact",
                context.byKey(Entities.CONTACT, key),
                context.column(ROWS, "contact"),
                key,
                ProjectRejects.UNKNOWN_CONTACT);
    }

    static Project fromSevera(SeveraProject project, MappingContext context) {
        boolean internalName = context.company().projects().internalNameField() != null;
        boolean contact = context.company().projects().contactField() != null;
        return new Project(
                project.number(),
                TextNormalizer.line(project.name()),
                internalName ? TextNormalizer.orNull(project.internalName()) : null,
                Boolean.TRUE.equals(project.isInternal()) ? null : GuidRef.guidOf(project.customer()),
                GuidRef.guidOf(project.businessUnit()),
                GuidRef.guidOf(project.projectOwner()),
                contact ? GuidRef.guidOf(project.customerContact()) : null,
                context.codes().severa().currencies().code(GuidRef.guidOf(project.currency())));
    }

    static SeveraProject toSevera(Project project, String parent, MappingContext context) {
        return RecordBuilder.of(SeveraProject.class)
                .with("number", project.number())
                .with("name", project.name())
                .with("internalName", project.internalName())
                .with("customer", GuidRef.to(project.customer()))
                .with("businessUnit", GuidRef.to(project.businessUnit()))
                .with("projectOwner", GuidRef.to(project.owner()))
                .with("customerContact", GuidRef.to(project.contact()))
                .with("currency", Codes.currencyPointer(project.currency(), context))
                .build();
    }

    /**
     * The sales status that a project from the ERP gets (mapping page, SalesProcessGUID).
     *
     * @throws Rejected for a project without customer or owner: Severa cannot do without
     */
    static Map<String, Object> onCreate(Project project, MappingContext context) {
        if (project.customer() == null) {
            throw new Rejected(
                    ProjectRejects.CUSTOMER_MISSING,
                    context.column(ROWS, "customer"),
                    "0",
                    "the project has no customer");
        }
        if (project.owner() == null) {
            throw new Rejected(
                    ProjectRejects.OWNER_MISSING,
                    context.column(ROWS, "responsible"),
                    "0",
                    "the project has no responsible employee");
        }
        String name = context.company().projects().salesStatus();
        String status =
                Objects.requireNonNull(context.codes().severa().salesStatuses().get(name), name);
        return Map.of("salesStatus", Map.of("salesStatusTypeGuid", status));
    }

    static ErpValues toErp(Project project, @Nullable ErpProject now, MappingContext context) {
        var settings = context.company().projects();
        ErpValues values = new ErpValues()
                .with("name", NormalForms.name(project.name()))
                .with("internalName", NormalForms.text(project.internalName()))
                .with("customer", customerNumber(project, context))
                .with(
                        "responsible",
                        reference(
                                "owner",
                                Entities.USER,
                                project.owner(),
                                now == null ? null : now.responsible(),
                                context))
                .with("contact", contactKey(project, now, context))
                .with("currency", Codes.currencyNumber(project.currency(), now == null ? 0 : now.currency(), context));
        String department = context.erpReference(
                "businessUnit",
                project.businessUnit(),
                context.erpKey(Entities.BUSINESS_UNIT, project.businessUnit()),
                now == null ? null : now.department(),
                "0");
        UnitNumbers.unit(
                values,
                "department",
                department,
                Integer.parseInt(settings.departmentField().substring(1)));
        return now == null ? UnitNumbers.unitNumber(values, String.valueOf(project.number()), settings.unit()) : values;
    }

    /** Internal projects have none. */
    private static long customerNumber(Project project, MappingContext context) {
        if (project.customer() == null) {
            return 0;
        }
        String number = context.erpNumber(Entities.CUSTOMER, project.customer());
        if (number == null) {
            throw new Rejected(
                            EngineRejects.DEPENDS_ON_REJECTED,
                            "customer",
                            project.customer(),
                            "its customer in Severa is not in the ERP")
                    .awaiting(Entities.CUSTOMER, project.customer());
        }
        return Long.parseLong(number);
    }

    private static long reference(
            String field, String entity, @Nullable String guid, @Nullable Integer now, MappingContext context) {
        return Long.parseLong(context.erpReference(
                field, guid, context.erpNumber(entity, guid), now == null ? null : String.valueOf(now), "0"));
    }

    private static long contactKey(Project project, @Nullable ErpProject now, MappingContext context) {
        return Long.parseLong(context.erpReference(
                "contact",
                project.contact(),
                context.erpKey(Entities.CONTACT, project.contact()),
                now == null ? null : String.valueOf(now.contact()),
                "0"));
    }
}
