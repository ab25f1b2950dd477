package io.severabridge.entity.project;

import io.severabridge.entity.Codes;
import io.severabridge.entity.Entities;
import io.severabridge.entity.NormalForms;
import io.severabridge.entity.SharedRejects;
import io.severabridge.entity.UnitNumbers;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.Pointer;
import io.severabridge.transfer.EngineRejects;
import io.severabridge.transfer.ErpValues;
import io.severabridge.transfer.MappingContext;
import io.severabridge.transfer.RecordBuilder;
import io.severabridge.transfer.Texts;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Mapping page, Project/Case. */
final class ProjectMapping {
    private static final String ROWS = "project/rows";

    private ProjectMapping() {}

    static Project fromErp(ErpProject row, MappingContext facts) {
        String name = Texts.line(row.name());
        if (name.isEmpty()) {
            throw new Rejected(SharedRejects.NAME_MISSING, facts.column(ROWS, "name"), row.name(), "the name is empty");
        }
        return new Project(
                number(row, facts),
                name,
                facts.company().projects().internalNameField() == null ? null : Texts.orNull(row.internalName()),
                customer(row, facts),
                department(row, facts),
                owner(row, facts),
                contact(row, facts),
                Codes.currency(row.currency(), facts.column(ROWS, "currency"), facts));
    }

    private static Long number(ErpProject row, MappingContext facts) {
        String number = Texts.line(row.number());
        if (!number.matches("\\d{1,18}")) {
            throw new Rejected(
                    ProjectRejects.NUMBER_NOT_NUMERIC,
                    facts.column(ROWS, "number"),
                    row.number(),
                    "the project number is no whole number");
        }
        return Long.valueOf(number);
    }

    private static @Nullable String customer(ErpProject row, MappingContext facts) {
        if (row.customer() == 0) {
            return null;
        }
        String number = String.valueOf(row.customer());
        return facts.required(
                facts.byNumber(Entities.CUSTOMER, number),
                facts.column(ROWS, "customer"),
                number,
                SharedRejects.UNKNOWN_CUSTOMER,
                SharedRejects.UNKNOWN_CUSTOMER);
    }

    private static @Nullable String department(ErpProject row, MappingContext facts) {
        if (Texts.number(row.department()) == null) {
            return null;
        }
        return facts.optional(
                "businessUnit",
                facts.byNumber(Entities.BUSINESS_UNIT, row.department()),
                facts.company().projects().departmentField(),
                row.department(),
                SharedRejects.UNKNOWN_DEPARTMENT);
    }

    /** The responsible employee; where there is none that Severa has, the default owner. */
    private static @Nullable String owner(ErpProject row, MappingContext facts) {
        int byDefault = facts.company().projects().defaultOwnerEmployee();
        if (row.responsible() == 0 && byDefault == 0) {
            return null;
        }
        String number = String.valueOf(row.responsible() == 0 ? byDefault : row.responsible());
        var reference = facts.byNumber(Entities.USER, number);
        if (row.responsible() == 0) {
            facts.implied("owner");
        } else if (reference instanceof io.severabridge.transfer.Reference.NotTransferred && byDefault != 0) {
            facts.implied("owner");
            facts.unspoken("owner");
            number = String.valueOf(byDefault);
            reference = facts.byNumber(Entities.USER, number);
        }
        return facts.required(
                reference,
                facts.column(ROWS, "responsible"),
                number,
                SharedRejects.UNKNOWN_EMPLOYEE,
                ProjectRejects.OWNER_NOT_TRANSFERRED);
    }

    private static @Nullable String contact(ErpProject row, MappingContext facts) {
        if (row.contact() == 0) {
            return null;
        }
        String key = String.valueOf(row.contact());
        return facts.optional(
                "contact",
                facts.byKey(Entities.CONTACT, key),
                facts.column(ROWS, "contact"),
                key,
                ProjectRejects.UNKNOWN_CONTACT);
    }

    static Project fromSevera(SeveraProject project, MappingContext facts) {
        boolean internalName = facts.company().projects().internalNameField() != null;
        boolean contact = facts.company().projects().contactField() != null;
        return new Project(
                project.number(),
                Texts.line(project.name()),
                internalName ? Texts.orNull(project.internalName()) : null,
                Boolean.TRUE.equals(project.isInternal()) ? null : Pointer.guidOf(project.customer()),
                Pointer.guidOf(project.businessUnit()),
                Pointer.guidOf(project.projectOwner()),
                contact ? Pointer.guidOf(project.customerContact()) : null,
                facts.codes().severa().currencies().code(Pointer.guidOf(project.currency())));
    }

    static SeveraProject toSevera(Project project, String parent, MappingContext facts) {
        return RecordBuilder.of(SeveraProject.class)
                .with("number", project.number())
                .with("name", project.name())
                .with("internalName", project.internalName())
                .with("customer", Pointer.to(project.customer()))
                .with("businessUnit", Pointer.to(project.businessUnit()))
                .with("projectOwner", Pointer.to(project.owner()))
                .with("customerContact", Pointer.to(project.contact()))
                .with("currency", Codes.currencyPointer(project.currency(), facts))
                .build();
    }

    /**
     * The sales status that a project from the ERP gets (mapping page, SalesProcessGUID).
     *
     * @throws Rejected for a project without customer or owner: Severa cannot do without
     */
    static Map<String, Object> onCreate(Project project, MappingContext facts) {
        if (project.customer() == null) {
            throw new Rejected(
                    ProjectRejects.CUSTOMER_MISSING,
                    facts.column(ROWS, "customer"),
                    "0",
                    "the project has no customer");
        }
        if (project.owner() == null) {
            throw new Rejected(
                    ProjectRejects.OWNER_MISSING,
                    facts.column(ROWS, "responsible"),
                    "0",
                    "the project has no responsible employee");
        }
        String name = facts.company().projects().salesStatus();
        String status =
                Objects.requireNonNull(facts.codes().severa().salesStatuses().get(name), name);
        return Map.of("salesStatus", Map.of("salesStatusTypeGuid", status));
    }

    static ErpValues toErp(Project project, @Nullable ErpProject now, MappingContext facts) {
        var settings = facts.company().projects();
        ErpValues values = new ErpValues()
                .with("name", NormalForms.name(project.name()))
                .with("internalName", NormalForms.text(project.internalName()))
                .with("customer", customerNumber(project, facts))
                .with(
                        "responsible",
                        reference(
                                "owner", Entities.USER, project.owner(), now == null ? null : now.responsible(), facts))
                .with("contact", contactKey(project, now, facts))
                .with("currency", Codes.currencyNumber(project.currency(), now == null ? 0 : now.currency(), facts));
        String department = facts.erpReference(
                "businessUnit",
                project.businessUnit(),
                facts.erpKey(Entities.BUSINESS_UNIT, project.businessUnit()),
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
    private static long customerNumber(Project project, MappingContext facts) {
        if (project.customer() == null) {
            return 0;
        }
        String number = facts.erpNumber(Entities.CUSTOMER, project.customer());
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
            String field, String entity, @Nullable String guid, @Nullable Integer now, MappingContext facts) {
        return Long.parseLong(facts.erpReference(
                field, guid, facts.erpNumber(entity, guid), now == null ? null : String.valueOf(now), "0"));
    }

    private static long contactKey(Project project, @Nullable ErpProject now, MappingContext facts) {
        return Long.parseLong(facts.erpReference(
                "contact",
                project.contact(),
                facts.erpKey(Entities.CONTACT, project.contact()),
                now == null ? null : String.valueOf(now.contact()),
                "0"));
    }
}
