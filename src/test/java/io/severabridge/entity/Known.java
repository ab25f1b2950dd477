package io.severabridge.entity;

import io.severabridge.company.Company;
import io.severabridge.erp.vismabusiness.VismaBusiness;
import io.severabridge.job.CompanyFile;
import io.severabridge.reference.CodeBook;
import io.severabridge.reference.CodeTables;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Reference;
import io.severabridge.sync.mapping.References;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the mappings may know in tests. GUIDs are words: country {@code g-NO}, currency {@code g-EUR}, user 7 {@code user-7}.
 * Numbers ending in 8 are rejected records, in 9 not transferred, 404 does not exist.
 */
public final class Known {
    private static final String SETTINGS = """
            company: known
            erp: { system: visma-business, jdbc-url: "jdbc:h2:mem:erp", username: sa, password: "" }
            severa: { base-url: "http://localhost/api", client-id: a, client-secret: b }
            bridge-database: { jdbc-url: "jdbc:h2:mem:bridge" }
            business-units: { unit: 1, guid-field: Inf7 }
            users: { guid-field: Inf7, inactive: { group: 1, value: 1 } }
            product-categories: { enabled: true }
            products: { guid-field: Inf7 }
            customers: { guid-field: Inf8, inactive: { group: 1, value: 1 }, account-set-market-segment: Account set, default-overdue-interest: 8.5 }
            billing-address: { guid-field: Inf6 }
            projects: { unit: 2, guid-field: Inf7, internal-name-field: Inf8, contact-field: ActNo1 }
            invoices: { guid-field: Inf6, default-product: D900, travel-expense-product: R200, hour-product: T100 }
            language-mappings: { en-GB: 44, nb-NO: 47, en-US: 44, sv-FI: 46 }
            """;

    private Known() {}

    /** MappingContext with the usual settings. */
    public static MappingContext context() {
        return context("", "");
    }

    /** What the records refer to. */
    public static References references() {
        return new Words();
    }

    /** MappingContext with one text of the settings replaced. */
    public static MappingContext context(String from, String to) {
        Company company = company(from, to);
        return new MappingContext(company, codes(company), new Words());
    }

    private static Company company(String from, String to) {
        try {
            Path file = Files.createTempFile("known", ".yml");
            Files.writeString(file, from.isEmpty() ? SETTINGS : SETTINGS.replace(from, to));
            return CompanyFile.read(file, Map.of());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CodeTables codes(Company company) {
        return new CodeTables(
                new CodeTables.Erp(
                        Map.of(0, "NO", 578, "NO", 752, "SE", 516, "NA", 999, "XX"),
                        Map.of(0, "NOK", 47, "NOK", 978, "EUR", 1, "ITL"),
                        Map.of(1, "stk"),
                        Map.of(
                                2, new CodeTables.Terms(14, false),
                                3, new CodeTables.Terms(0, false),
                                4, new CodeTables.Terms(14, true),
                                5, new CodeTables.Terms(14, false)),
                        Map.of(1, "PAGERO"),
                        Map.of(1, "Innland", 3, "Eksport"),
                        Map.of(0, BigDecimal.ZERO, 1, new BigDecimal(25), 11, new BigDecimal(15), 9, new BigDecimal(7)),
                        Map.of(47, BigDecimal.ONE, 978, new BigDecimal("11.5")),
                        new VismaBusiness().statements(company)::column),
                new CodeTables.Severa(
                        new CodeBook(Map.of("NO", "g-NO", "SE", "g-SE", "NA", "g-NA")),
                        new CodeBook(Map.of("NOK", "g-NOK", "EUR", "g-EUR")),
                        new CodeBook(Map.of("nb-NO", "g-nb", "en-US", "g-us", "en-GB", "g-gb", "is-IS", "g-is")),
                        "main",
                        new CodeBook(Map.of("Innland", "g-innland", "EU", "g-eu")),
                        Map.of("EmailAddress", "g-mail"),
                        Map.of("Won", "g-won"),
                        Set.of("g-won"),
                        Map.of(),
                        Map.of("NOK", BigDecimal.ONE, "EUR", new BigDecimal("11.098")),
                        Set.of(BigDecimal.ZERO, new BigDecimal(15), new BigDecimal("25.00")),
                        Map.of("norway", "NO", "norge", "NO", "no", "NO", "sweden", "SE"),
                        Map.of("Approved", "s-approved", "Transferred", "s-transferred", "Transfer failed", "s-failed"),
                        Map.of("T100", List.of("t1", "t2"))));
    }

    private static final class Words implements References {
        @Override
        public Reference byKey(String entity, String erpKey) {
            return byNumber(entity, erpKey);
        }

        @Override
        public Reference byNumber(String entity, String number) {
            if (number.equals("404")) {
                return new Reference.Unknown();
            }
            if (number.endsWith("8")) {
                return new Reference.Refused(entity + " " + number, entity, number);
            }
            return number.endsWith("9")
                    ? new Reference.NotTransferred(entity + " " + number, "excluded")
                    : new Reference.Linked(entity + "-" + number);
        }

        /** {@code user-7} is the employee 7 of the ERP; {@code …-404} is not linked. */
        @Override
        public @Nullable String erpKey(String entity, String guid) {
            String key = guid.replaceFirst(".*-", "");
            // A product stands for several types: the link's key has the GUID behind the number.
            String known = entity.equals("product-type") ? key + "|" + guid : key;
            return guid.equals("root") || key.equals("404") ? null : known;
        }

        @Override
        public @Nullable String erpNumber(String entity, String guid) {
            return erpKey(entity, guid);
        }

        @Override
        public boolean eligible(String resource, String guid) {
            return guid.endsWith("-won");
        }

        @Override
        public boolean isRejected(String entity, String guid) {
            return guid.endsWith("-rejected");
        }

        @Override
        public <T extends Record> @Nullable T staged(String resource, String guid, Class<T> type) {
            return null;
        }

        @Override
        public List<String> withoutParent(String resource) {
            return List.of("root");
        }

        @Override
        public String label(String entity, String guid) {
            return entity + " " + guid;
        }
    }
}
