package io.severabridge.entity.project;

import io.severabridge.entity.Codes;
import io.severabridge.failure.Reason;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.Pointer;
import io.severabridge.transfer.Facts;
import io.severabridge.transfer.Texts;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Mapping page, Project/Case. */
final class ProjectMapping {
    private ProjectMapping() {}

    static Project fromErp(ErpProject row, Facts facts) {
        if (row.name().isEmpty()) {
            throw new Rejected(Reason.NAME_MISSING, "Nm", row.name(), "the name is empty");
        }
        return new Project(
                number(row),
                row.name(),
                facts.company().projects().internalNameField() == null ? null : Texts.orNull(row.internalName()),
                customer(row, facts),
                department(row, facts),
                owner(row, facts),
                contact(row, facts),
                Codes.currency(row.currency(), facts));
    }

    private static Long number(ErpProject row) {
        if (!row.number().matches("\\d{1,18}")) {
            throw new Rejected(Reason.NUMBER_NOT_NUMERIC, "RNo", row.number(), "the project number is no whole number");
        }
        return Long.valueOf(row.number());
    }

    private static String customer(ErpProject row, Facts facts) {
        if (row.customer() == 0) {
            throw new Rejected(Reason.CUSTOMER_MISSING, "CustNo", "0", "the project has no customer");
        }
        String number = String.valueOf(row.customer());
        return facts.required(
                facts.byNumber("customer", number), "CustNo", number, Reason.UNKNOWN_CUSTOMER, Reason.UNKNOWN_CUSTOMER);
    }

    private static @Nullable String department(ErpProject row, Facts facts) {
        if (Texts.number(row.department()) == null) {
            return null;
        }
        return facts.optional(
                facts.byNumber("business-unit", row.department()),
                facts.company().projects().departmentField(),
                row.department(),
                Reason.UNKNOWN_DEPARTMENT);
    }

    /** The responsible employee; where there is none that Severa has, the default owner, else the project is rejected. */
    private static String owner(ErpProject row, Facts facts) {
        int byDefault = facts.company().projects().defaultOwnerEmployee();
        if (row.responsible() == 0 && byDefault == 0) {
            throw new Rejected(Reason.OWNER_MISSING, "Rsp", "0", "the project has no responsible employee");
        }
        String number = String.valueOf(row.responsible() == 0 ? byDefault : row.responsible());
        var reference = facts.byNumber("user", number);
        if (reference instanceof io.severabridge.transfer.Reference.NotTransferred && byDefault != 0) {
            number = String.valueOf(byDefault);
            reference = facts.byNumber("user", number);
        }
        return facts.required(reference, "Rsp", number, Reason.UNKNOWN_EMPLOYEE, Reason.OWNER_NOT_TRANSFERRED);
    }

    private static @Nullable String contact(ErpProject row, Facts facts) {
        if (row.contact() == 0) {
            return null;
        }
        String key = String.valueOf(row.contact());
        return facts.optional(
                facts.byKey("contact", key),
                Objects.requireNonNullElse(facts.company().projects().contactField(), "contact"),
                key,
                Reason.UNKNOWN_CONTACT);
    }

    static Project fromSevera(SeveraProject project, Facts facts) {
        boolean internalName = facts.company().projects().internalNameField() != null;
        boolean contact = facts.company().projects().contactField() != null;
        return new Project(
                project.number(),
                Objects.requireNonNullElse(project.name(), ""),
                internalName ? Texts.orNull(project.internalName()) : null,
                Pointer.guidOf(project.customer()),
                Pointer.guidOf(project.businessUnit()),
                Pointer.guidOf(project.projectOwner()),
                contact ? Pointer.guidOf(project.customerContact()) : null,
                facts.codes().severa().currencies().code(Pointer.guidOf(project.currency())));
    }

    static SeveraProject toSevera(Project project, String parent, Facts facts) {
        return new SeveraProject(
                null,
                project.number(),
                project.name(),
                project.internalName(),
                Pointer.to(project.customer()),
                Pointer.to(project.businessUnit()),
                Pointer.to(project.owner()),
                Pointer.to(project.contact()),
                Codes.currencyPointer(project.currency(), facts),
                null);
    }

    /** The sales status that a project from the ERP gets (mapping page, SalesProcessGUID). */
    static Map<String, Object> onCreate(Project project, Facts facts) {
        String name = facts.company().projects().salesStatus();
        String status =
                Objects.requireNonNull(facts.codes().severa().salesStatuses().get(name), name);
        return Map.of("salesStatus", Map.of("salesStatusTypeGuid", status));
    }
}
