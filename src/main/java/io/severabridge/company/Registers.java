package io.severabridge.company;

import static io.severabridge.company.SettingType.BOOLEAN;
import static io.severabridge.company.SettingType.IDENTIFIER;
import static io.severabridge.company.SettingType.INF_FIELD;
import static io.severabridge.company.SettingType.NOT_NEGATIVE;
import static io.severabridge.company.SettingType.PERCENTAGE;
import static io.severabridge.company.SettingType.TEXT;
import static io.severabridge.company.SettingType.UNIT;
import static java.util.Map.entry;

import io.severabridge.company.Company.AddressKind;
import io.severabridge.company.Company.BillingAddress;
import io.severabridge.company.Company.BusinessUnits;
import io.severabridge.company.Company.Contacts;
import io.severabridge.company.Company.Customers;
import io.severabridge.company.Company.GroupValue;
import io.severabridge.company.Company.Master;
import io.severabridge.company.Company.Masters;
import io.severabridge.company.Company.NewUser;
import io.severabridge.company.Company.OtherAddresses;
import io.severabridge.company.Company.ProductCategories;
import io.severabridge.company.Company.Products;
import io.severabridge.company.Company.Projects;
import io.severabridge.company.Company.Users;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the sections of registers: which rows, which fields, and the rules between them. */
final class Registers {
    private static final SettingType<Master> MASTER = SettingType.word(Master.class);
    private static final SettingType<String> USER_TYPE =
            SettingType.oneOf("FullUser", "Employee", "RestrictedEmployee", "Subcontractor");
    private static final SettingType<String> COMMUNICATION =
            SettingType.oneOf("EmailAddress", "Phone", "MobilePhone", "Fax", "IPPhone", "InstantMessenger");
    private static final List<String> ADDRESS_LINES = List.of("Ad1", "Ad2", "Ad3", "Ad4");
    /** Columns of a project that the mapping fills, or that the ERP does. */
    private static final Map<String, String> PROJECT_COLUMNS = Map.ofEntries(
            entry("rno", "the number of the project"),
            entry("nm", "the name of the project"),
            entry("custno", "the customer of the project"),
            entry("rsp", "the responsible of the project"),
            entry("cur", "the currency of the project"),
            entry("chusr", "who changed the project"),
            entry("creusr", "who made the project"));

    private Registers() {}

    static Masters masters(Section masters) {
        Master byDefault = masters.get("default", MASTER, Master.SEVERA);
        return new Masters(
                byDefault,
                masters.get("business-units", MASTER, byDefault),
                masters.get("users", MASTER, Master.BOTH),
                masters.get("product-categories", MASTER, byDefault),
                masters.get("products", MASTER, byDefault),
                masters.get("customers", MASTER, Master.BOTH),
                masters.get("projects", MASTER, byDefault));
    }

    static BusinessUnits businessUnits(Section units) {
        return new BusinessUnits(
                units.required("unit", UNIT),
                units.required("guid-field", INF_FIELD),
                units.get("organizational-hierarchy", BOOLEAN, true),
                group(units, "exclude"));
    }

    static Users users(Section users) {
        return new Users(
                users.required("guid-field", INF_FIELD),
                group(users, "inactive"),
                group(users, "exclude"),
                users.get("title-in-work-contract", BOOLEAN, true),
                newUser(users.optionalSection("new")),
                users.get("template", NOT_NEGATIVE, 0),
                users.get("api-user", SettingType.TEXT, "API User"));
    }

    private static NewUser newUser(Section user) {
        return new NewUser(
                user.get("type", USER_TYPE, "Employee"),
                user.get("permission-profile", SettingType.ANY_TEXT, ""),
                user.get("business-unit", SettingType.ANY_TEXT, ""));
    }

    static ProductCategories productCategories(Section categories) {
        return new ProductCategories(
                categories.get("enabled", BOOLEAN, false),
                categories.get("field", SettingType.oneOf("PrCatNo", "PrCatNo2", "PrCatNo3"), "PrCatNo"));
    }

    static Products products(Section products) {
        return new Products(
                products.required("guid-field", INF_FIELD),
                group(products, "exclude"),
                products.get("unit-cost", SettingType.oneOf("PurcPr", "CstPr"), "PurcPr"));
    }

    static Customers customers(Section customers, Users users) {
        String guidField = customers.required("guid-field", INF_FIELD);
        if (!guidField.isEmpty() && guidField.equals(users.guidField())) {
            customers.refuse(
                    "guid-field", "is also users.guid-field: both are in one table, and a row may be both of them");
        }
        return new Customers(
                guidField,
                group(customers, "exclude"),
                group(customers, "inactive"),
                customers.get("only-with-won-project", BOOLEAN, true),
                customers.optional("account-set-market-segment", TEXT),
                customers.optional("default-overdue-interest", PERCENTAGE),
                customers.get("e-invoice", BOOLEAN, true),
                customers.get("template", NOT_NEGATIVE, 0));
    }

    static BillingAddress billingAddress(Section address, Users users, Customers customers) {
        String guidField = address.required("guid-field", INF_FIELD);
        if (!guidField.isEmpty() && guidField.equals(customers.guidField())) {
            address.refuse("guid-field", "is also customers.guid-field: both are on the customer's row");
        } else if (!guidField.isEmpty() && guidField.equals(users.guidField())) {
            address.refuse(
                    "guid-field", "is also users.guid-field: both are in one table, and a row may be both of them");
        }
        return new BillingAddress(
                guidField, address.filledList("lines", SettingType.oneOf("Ad1", "Ad2", "Ad3", "Ad4"), ADDRESS_LINES));
    }

    static OtherAddresses otherAddresses(Section addresses) {
        return new OtherAddresses(addresses.get("as", SettingType.word(AddressKind.class), AddressKind.VISIT));
    }

    static Contacts contacts(Section contacts) {
        return new Contacts(contacts.map("communication-types", COMMUNICATION, TEXT, Map.of()));
    }

    static Projects projects(Section projects, BusinessUnits units) {
        int unit = projects.required("unit", UNIT);
        if (unit > 0 && unit == units.unit()) {
            projects.refuse("unit", "is also business-units.unit: projects and departments need different units");
        }
        String guidField = projects.required("guid-field", INF_FIELD);
        String nameField = projects.optional("internal-name-field", SettingType.COLUMN);
        String department = projects.get("department-field", SettingType.UNIT_FIELD, "R" + units.unit());
        String contactField = projects.optional("contact-field", IDENTIFIER);
        Map<String, String> taken = new HashMap<>(PROJECT_COLUMNS);
        taken(taken, "guid-field", guidField, projects);
        taken(taken, "department-field", department, projects);
        taken(taken, "contact-field", contactField, projects);
        taken(taken, "internal-name-field", nameField, projects);
        return new Projects(
                unit,
                guidField,
                nameField,
                department,
                contactField,
                projects.get("sales-status", TEXT, "Won"),
                projects.get("default-owner-employee", NOT_NEGATIVE, 0),
                group(projects, "exclude"));
    }

    /** A column holds one thing. */
    private static void taken(Map<String, String> taken, String key, @Nullable String column, Section section) {
        String other = column == null || column.isEmpty()
                ? null
                : taken.putIfAbsent(column.toLowerCase(Locale.ROOT), "projects." + key);
        if (other != null) {
            section.refuse(key, "is also " + other);
        }
    }

    private static @Nullable GroupValue group(Section section, String key) {
        return section.optionalSection(
                key,
                group -> new GroupValue(
                        group.required("group", SettingType.integer(1, 12)),
                        group.required("value", SettingType.NOT_ZERO)));
    }
}
