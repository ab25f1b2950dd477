package io.severabridge.company;

import static io.severabridge.company.SettingType.POSITIVE;
import static java.util.Map.entry;

import io.severabridge.company.Company.BusinessUnits;
import io.severabridge.company.Company.Customers;
import io.severabridge.company.Company.Erp;
import io.severabridge.company.Company.NumberRange;
import io.severabridge.company.Company.NumberSeries;
import io.severabridge.company.Company.Projects;
import io.severabridge.company.Company.Side;
import io.severabridge.company.Company.Users;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Puts a company together from its sections: keys, kinds, defaults and the rules between values. */
final class CompanyReader {
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
    private final Systems systems;

    /**
     * Reads a company.
     *
     * @param folder what relative paths of databases are counted from
     * @param erps the ERPs that there are
     */
    CompanyReader(Section file, Path folder, List<String> erps) {
        this.file = file;
        systems = new Systems(folder, erps);
    }

    Company company() {
        if (file.has("visma-global")) {
            file.refuse("visma-global", "this version does not support visma-global");
        }
        Erp erp = systems.erp(file.section("erp"));
        BusinessUnits units = Registers.businessUnits(file.section("business-units"));
        Users users = Registers.users(file.section("users"));
        Customers customers = Registers.customers(file.section("customers"), users);
        Projects projects = Registers.projects(file.section("projects"), units);
        if (file.has("payment-status") && !file.has("invoices")) {
            file.refuse(
                    "payment-status",
                    "needs the section invoices, which says where an order keeps the GUID of its invoice");
        }
        return new Company(
                file.required("company", SettingType.COMPANY_NAME),
                erp,
                Systems.severa(file.section("severa")),
                systems.bridgeDatabase(file.section("bridge-database"), erp),
                Registers.masters(file.optionalSection("masters")),
                file.get("on-conflict", SettingType.word(Side.class), Side.ERP),
                units,
                users,
                Registers.productCategories(file.optionalSection("product-categories")),
                Registers.products(file.section("products")),
                customers,
                Registers.billingAddress(file.section("billing-address"), users, customers),
                Registers.otherAddresses(file.optionalSection("other-addresses")),
                Registers.contacts(file.optionalSection("contacts")),
                projects,
                file.optionalSection("work-hours", Documents::workHours),
                file.optionalSection("costs", Documents::costs),
                file.optionalSection(
                        "invoices",
                        invoices -> Documents.invoices(
                                invoices, new OrderColumns(erp.columns(), units.unit(), projects.unit()))),
                file.optionalSection("payment-status", Documents::paymentStatus),
                file.map("language-mappings", SettingType.LANGUAGE, POSITIVE, LANGUAGES),
                numberSeries(file.optionalSection("number-series")));
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
}
