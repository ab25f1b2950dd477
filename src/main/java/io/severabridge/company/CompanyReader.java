package io.severabridge.company;

import static io.severabridge.company.Kind.BOOLEAN;
import static io.severabridge.company.Kind.IDENTIFIER;
import static io.severabridge.company.Kind.INF_FIELD;
import static io.severabridge.company.Kind.NOT_NEGATIVE;
import static io.severabridge.company.Kind.PASSWORD;
import static io.severabridge.company.Kind.PERCENTAGE;
import static io.severabridge.company.Kind.POSITIVE;
import static io.severabridge.company.Kind.TEXT;
import static io.severabridge.company.Kind.UNIT;
import static java.util.Map.entry;

import io.severabridge.company.Company.AddressKind;
import io.severabridge.company.Company.BillingAddress;
import io.severabridge.company.Company.BridgeDatabase;
import io.severabridge.company.Company.BusinessUnits;
import io.severabridge.company.Company.Contacts;
import io.severabridge.company.Company.Customers;
import io.severabridge.company.Company.Erp;
import io.severabridge.company.Company.ErpSystem;
import io.severabridge.company.Company.GroupValue;
import io.severabridge.company.Company.Master;
import io.severabridge.company.Company.Masters;
import io.severabridge.company.Company.Network;
import io.severabridge.company.Company.NewUser;
import io.severabridge.company.Company.NumberRange;
import io.severabridge.company.Company.NumberSeries;
import io.severabridge.company.Company.OtherAddresses;
import io.severabridge.company.Company.PatchValues;
import io.severabridge.company.Company.ProductCategories;
import io.severabridge.company.Company.Products;
import io.severabridge.company.Company.Projects;
import io.severabridge.company.Company.Proxy;
import io.severabridge.company.Company.Severa;
import io.severabridge.company.Company.Side;
import io.severabridge.company.Company.Users;
import io.severabridge.jdbc.Urls;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the sections hold: keys, kinds, defaults and the rules between values. */
final class CompanyReader {
    private static final Kind<ErpSystem> SYSTEM =
            Kind.word(ErpSystem.class).expecting("visma-business (this version does not support visma-global)");
    private static final Kind<Master> MASTER = Kind.word(Master.class);
    private static final Kind<String> USER_TYPE =
            Kind.oneOf("FullUser", "Employee", "RestrictedEmployee", "Subcontractor");
    private static final Kind<String> COMMUNICATION =
            Kind.oneOf("EmailAddress", "Phone", "MobilePhone", "Fax", "IPPhone", "InstantMessenger");
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

    /**
     * What Visma Business numbers languages by: the country's telephone code. No number twice, so the order does
     * not matter.
     */
    private static final Map<String, Integer> LANGUAGES = Map.ofEntries(
            entry("nb-NO", 47),
            entry("sv-SE", 46),
            entry("da-DK", 45),
            entry("fi-FI", 358),
            entry("en-GB", 44),
            entry("en-US", 1),
            entry("de-DE", 49),
            entry("fr-FR", 33),
            entry("es-ES", 34),
            entry("it-IT", 39),
            entry("pt-PT", 351),
            entry("pl-PL", 48));

    private final Section file;
    private final Path folder;

    /** {@code folder} is what relative paths of databases are counted from. */
    CompanyReader(Section file, Path folder) {
        this.file = file;
        this.folder = folder;
    }

    Company company() {
        if (file.has("visma-global")) {
            file.refuse("visma-global", "this version does not support visma-global");
        }
        Erp erp = erp(file.section("erp"));
        BusinessUnits units = businessUnits(file.section("business-units"));
        Users users = users(file.section("users"));
        Customers customers = customers(file.section("customers"), users);
        Projects projects = projects(file.section("projects"), units);
        if (file.has("payment-status") && !file.has("invoices")) {
            file.refuse(
                    "payment-status",
                    "needs the section invoices, which says where an order keeps the GUID of its invoice");
        }
        return new Company(
                file.required("company", Kind.COMPANY_NAME),
                erp,
                severa(file.section("severa")),
                bridgeDatabase(file.section("bridge-database"), erp),
                masters(file.optionalSection("masters")),
                file.get("on-conflict", Kind.word(Side.class), Side.ERP),
                units,
                users,
                productCategories(file.optionalSection("product-categories")),
                products(file.section("products")),
                customers,
                billingAddress(file.section("billing-address"), users, customers),
                otherAddresses(file.optionalSection("other-addresses")),
                contacts(file.optionalSection("contacts")),
                projects,
                file.optionalSection("work-hours", Documents::workHours),
                file.optionalSection("costs", Documents::costs),
                file.optionalSection(
                        "invoices",
                        invoices -> Documents.invoices(
                                invoices, new OrderColumns(erp.columns(), units.unit(), projects.unit()))),
                file.optionalSection("payment-status", Documents::paymentStatus),
                file.map("language-mappings", Kind.LANGUAGE, POSITIVE, LANGUAGES),
                numberSeries(file.optionalSection("number-series")));
    }

    private Erp erp(Section erp) {
        return new Erp(
                erp.required("system", SYSTEM),
                address(erp),
                erp.required("username", TEXT),
                erp.required("password", PASSWORD),
                erp.get("schema", IDENTIFIER, "dbo"),
                erp.get("home-currency", Kind.CURRENCY, "NOK"),
                erp.get("home-country", Kind.COUNTRY, "NO"),
                erp.get("language-no", POSITIVE, 47),
                erp.get("change-user", Kind.CHANGE_USER, "BRIDGE"),
                erp.map("columns", Kind.TABLE_OR_COLUMN, IDENTIFIER, Map.of()));
    }

    /** The folder of the company file, so that each command finds the same database, wherever it is started. */
    private String address(Section section) {
        String written = jdbcUrl(section);
        String url = Urls.below(folder, written);
        Path file = Urls.file(url);
        Path before = Urls.file(written);
        if (file != null && before != null && !Files.exists(file) && Files.exists(before)) {
            section.refuse(
                    "jdbc-url",
                    "is counted from the folder of this file: there is no database " + file + ", but one in "
                            + before.toAbsolutePath().normalize() + "; move it, or write its whole path");
        }
        return url;
    }

    private static Severa severa(Section severa) {
        Duration readTimeout = severa.get("read-timeout", Kind.TIMEOUT, Duration.ofSeconds(60));
        URI baseUrl = severa.required("base-url", Kind.BASE_URL);
        boolean plain = severa.get("allow-plain-http", BOOLEAN, false);
        if ("http".equals(baseUrl.getScheme()) && !plain && !Kind.isLoopback(baseUrl)) {
            severa.refuse(
                    "base-url",
                    "begins with http://: secret and data would go over the network for everybody to read; use https://,"
                            + " or set severa.allow-plain-http: true");
        }
        return new Severa(
                baseUrl,
                severa.required("client-id", TEXT),
                severa.required("client-secret", Kind.SECRET),
                severa.get("requests-per-second", POSITIVE, 10),
                severa.get("max-in-flight", Kind.integer(1, 64), 8),
                severa.get("connect-timeout", Kind.TIMEOUT, Duration.ofSeconds(10)),
                readTimeout,
                severa.get("doubt-delay", Kind.DURATION, readTimeout),
                severa.get("overlap", Kind.DURATION, Duration.ofSeconds(5)),
                severa.get("patch-values", Kind.word(PatchValues.class), PatchValues.JSON),
                new Network(
                        severa.optionalSection("proxy", CompanyReader::proxy),
                        severa.optional("trust-store", TEXT),
                        severa.get("trust-store-password", PASSWORD, new Secret(""))));
    }

    private static Proxy proxy(Section proxy) {
        return new Proxy(
                proxy.required("host", Kind.HOST),
                proxy.required("port", Kind.integer(1, 65_535)),
                proxy.get("username", Kind.ANY_TEXT, ""),
                proxy.get("password", PASSWORD, new Secret("")));
    }

    private static String jdbcUrl(Section database) {
        String url = database.required("jdbc-url", Kind.JDBC_URL);
        List<String> acting = Urls.actingSettings(url);
        if (!acting.isEmpty()) {
            database.refuse(
                    "jdbc-url",
                    "an embedded database's address may not set " + String.join(", ", acting)
                            + ", which could run or write something when it is opened; it may set "
                            + String.join(", ", Urls.QUIET_SETTINGS));
        }
        return url;
    }

    private BridgeDatabase bridgeDatabase(Section bridge, Erp erp) {
        String jdbcUrl = address(bridge);
        if (!jdbcUrl.isEmpty() && jdbcUrl.equals(erp.jdbcUrl())) {
            bridge.refuse("jdbc-url", "is also erp.jdbc-url: our own tables need a database of their own");
        }
        return new BridgeDatabase(
                jdbcUrl, bridge.get("username", TEXT, "sa"), bridge.get("password", PASSWORD, new Secret("")));
    }

    private static Masters masters(Section masters) {
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

    private static BusinessUnits businessUnits(Section units) {
        return new BusinessUnits(
                units.required("unit", UNIT),
                units.required("guid-field", INF_FIELD),
                units.get("organizational-hierarchy", BOOLEAN, true),
                group(units, "exclude"));
    }

    private static Users users(Section users) {
        return new Users(
                users.required("guid-field", INF_FIELD),
                group(users, "inactive"),
                group(users, "exclude"),
                users.get("title-in-work-contract", BOOLEAN, true),
                newUser(users.optionalSection("new")),
                users.get("template", NOT_NEGATIVE, 0),
                users.get("api-user", Kind.TEXT, "API User"));
    }

    private static NewUser newUser(Section user) {
        return new NewUser(
                user.get("type", USER_TYPE, "Employee"),
                user.get("permission-profile", Kind.ANY_TEXT, ""),
                user.get("business-unit", Kind.ANY_TEXT, ""));
    }

    private static ProductCategories productCategories(Section categories) {
        return new ProductCategories(
                categories.get("enabled", BOOLEAN, false),
                categories.get("field", Kind.oneOf("PrCatNo", "PrCatNo2", "PrCatNo3"), "PrCatNo"));
    }

    private static Products products(Section products) {
        return new Products(
                products.required("guid-field", INF_FIELD),
                group(products, "exclude"),
                products.get("unit-cost", Kind.oneOf("PurcPr", "CstPr"), "PurcPr"));
    }

    private static Customers customers(Section customers, Users users) {
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

    private static BillingAddress billingAddress(Section address, Users users, Customers customers) {
        String guidField = address.required("guid-field", INF_FIELD);
        if (!guidField.isEmpty() && guidField.equals(customers.guidField())) {
            address.refuse("guid-field", "is also customers.guid-field: both are on the customer's row");
        } else if (!guidField.isEmpty() && guidField.equals(users.guidField())) {
            address.refuse(
                    "guid-field", "is also users.guid-field: both are in one table, and a row may be both of them");
        }
        return new BillingAddress(
                guidField, address.filledList("lines", Kind.oneOf("Ad1", "Ad2", "Ad3", "Ad4"), ADDRESS_LINES));
    }

    private static OtherAddresses otherAddresses(Section addresses) {
        return new OtherAddresses(addresses.get("as", Kind.word(AddressKind.class), AddressKind.VISIT));
    }

    private static Contacts contacts(Section contacts) {
        return new Contacts(contacts.map("communication-types", COMMUNICATION, TEXT, Map.of()));
    }

    private static Projects projects(Section projects, BusinessUnits units) {
        int unit = projects.required("unit", UNIT);
        if (unit > 0 && unit == units.unit()) {
            projects.refuse("unit", "is also business-units.unit: projects and departments need different units");
        }
        String guidField = projects.required("guid-field", INF_FIELD);
        String nameField = projects.optional("internal-name-field", Kind.COLUMN);
        String department = projects.get("department-field", Kind.UNIT_FIELD, "R" + units.unit());
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

    private static NumberSeries numberSeries(Section series) {
        return new NumberSeries(
                series.optionalSection("customers", CompanyReader::range),
                series.get("invoices-voucher-series", POSITIVE, 1));
    }

    private static NumberRange range(Section range) {
        int from = range.required("from", POSITIVE);
        int to = range.required("to", POSITIVE);
        if (to > 0 && from > to) {
            range.refuse("to", "is below from");
        }
        return new NumberRange(from, to);
    }

    private static @Nullable GroupValue group(Section section, String key) {
        return section.optionalSection(
                key,
                group -> new GroupValue(
                        group.required("group", Kind.integer(1, 12)), group.required("value", Kind.NOT_ZERO)));
    }
}
