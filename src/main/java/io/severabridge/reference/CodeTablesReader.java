package io.severabridge.reference;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.statement.Statements;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.severa.GuidRef;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.severa.SeveraClient;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the code tables of both sides, each with one statement or list. */
public final class CodeTablesReader {
    /** A row of a code table. */
    record Coded(int number, String code) {}

    /** A row of the payment terms. */
    record Term(int number, int days, int directDebit) {}

    record Country(
            @Nullable String guid,
            @Nullable String code2,
            @Nullable String name,
            @Nullable String englishName) {}

    record Currency(
            @Nullable String guid,
            @Nullable String code,
            @Nullable BigDecimal rate,
            @Nullable Boolean isActive) {}

    /** A row of the tax codes. */
    record Rated(int number, BigDecimal rate) {}

    record VatRate(
            @Nullable BigDecimal percentage, @Nullable Boolean isActive) {}

    record Language(@Nullable String guid, @Nullable String code) {}

    record Segment(
            @Nullable String guid,
            @Nullable String name,
            @Nullable GuidRef parentMarketSegment) {}

    record CommunicationType(
            @Nullable String guid,
            @Nullable String name,
            @Nullable Boolean isActive,
            @Nullable String type) {}

    record Named(
            @Nullable String guid,
            @Nullable String name,
            @Nullable Boolean isActive) {}

    record SalesStatus(
            @Nullable String guid,
            @Nullable String name,
            @Nullable String salesState) {}

    record Typed(@Nullable String guid, @Nullable String code) {}

    private final Company company;
    private final ErpDatabase erp;
    private final Statements statements;
    private final SeveraClient severa;

    public CodeTablesReader(Company company, ErpDatabase erp, Statements statements, SeveraClient severa) {
        this.company = company;
        this.erp = erp;
        this.statements = statements;
        this.severa = severa;
    }

    /** The statements that it needs for a company. */
    public static List<String> statements(Company company) {
        List<String> names = new ArrayList<>(
                List.of("countries", "currencies", "units", "operators", "payment-terms", "account-sets"));
        if (company.costs() != null) {
            names.add("vat-rates");
        }
        if (company.invoices() != null) {
            names.add("currency-rates");
        }
        return names.stream().map(name -> "reference/" + name).toList();
    }

    /**
     * All tables.
     *
     * @throws WrongSetUp if something that the company file names is not there
     */
    public CodeTables read() {
        return new CodeTables(erpTables(), severaLists());
    }

    private CodeTables.Erp erpTables() {
        Map<Integer, CodeTables.Terms> days = new HashMap<>();
        rows("reference/payment-terms", Term.class, Map.of())
                .forEach(term -> days.put(term.number(), new CodeTables.Terms(term.days(), term.directDebit() != 0)));
        Map<Integer, String> countries =
                coded("reference/countries", Map.of("homeCountry", company.erp().homeCountry()));
        countries.replaceAll((number, code) -> code.toUpperCase(Locale.ROOT));
        Map<Integer, String> currencies = coded(
                "reference/currencies", Map.of("homeCurrency", company.erp().homeCurrency()));
        currencies.replaceAll((number, code) -> code.toUpperCase(Locale.ROOT));
        return new CodeTables.Erp(
                countries,
                currencies,
                coded("reference/units", Map.of()),
                days,
                coded("reference/operators", Map.of()),
                coded("reference/account-sets", Map.of("language", company.erp().languageNo())),
                company.costs() == null ? Map.of() : rates("reference/vat-rates"),
                company.invoices() == null ? Map.of() : rates("reference/currency-rates"),
                statements::column);
    }

    /** An ERP without the table has no codes of that kind. */
    private <R extends Record> List<R> rows(String statement, Class<R> type, Map<String, ?> parameters) {
        return statements.has(statement) ? erp.rows(statements.get(statement), type, parameters) : List.of();
    }

    private Map<Integer, BigDecimal> rates(String statement) {
        Map<Integer, BigDecimal> rates = new HashMap<>();
        rows(statement, Rated.class, Map.of()).forEach(row -> rates.put(row.number(), row.rate()));
        return rates;
    }

    private Map<Integer, String> coded(String statement, Map<String, ?> parameters) {
        Map<Integer, String> table = new HashMap<>();
        rows(statement, Coded.class, parameters).forEach(row -> table.put(row.number(), row.code()));
        return table;
    }

    private CodeTables.Severa severaLists() {
        Map<String, String> countries = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        list("/v1/localization/countries", Paging.NONE, Country.class).forEach(country -> {
            put(countries, country.code2(), country.guid());
            Stream.of(country.code2(), country.englishName(), country.name())
                    .filter(Objects::nonNull)
                    .forEach(name -> put(names, name.strip().toLowerCase(Locale.ROOT), country.code2()));
        });
        Map<String, String> currencies = new HashMap<>();
        Map<String, BigDecimal> rates = new HashMap<>();
        list("/v1/currencies", Paging.OFFSET, Currency.class).stream()
                .filter(currency -> !Boolean.FALSE.equals(currency.isActive()))
                .forEach(currency -> {
                    put(currencies, currency.code(), currency.guid());
                    if (currency.code() != null && currency.rate() != null) {
                        rates.put(currency.code(), currency.rate());
                    }
                });
        Map<String, String> languages = new HashMap<>();
        list("/v1/localization/languages", Paging.NONE, Language.class)
                .forEach(language -> put(languages, language.code(), language.guid()));
        Map<String, String> statuses = new HashMap<>();
        Set<String> won = new HashSet<>();
        list("/v1/salesstatustypes", Paging.OFFSET, SalesStatus.class).forEach(status -> {
            put(statuses, status.name(), status.guid());
            if ("Won".equals(status.salesState()) && status.guid() != null) {
                won.add(status.guid());
            }
        });
        if (!statuses.containsKey(company.projects().salesStatus())) {
            throw new WrongSetUp("projects.sales-status: Severa has no sales status "
                    + company.projects().salesStatus() + ", only " + String.join(", ", statuses.keySet()));
        }
        List<Segment> segments = list("/v1/marketsegments", Paging.OFFSET, Segment.class);
        String main = mainSegment(segments);
        Map<String, String> accountSets = new HashMap<>();
        segments.stream()
                .filter(segment -> !main.isEmpty() && main.equals(GuidRef.guidOf(segment.parentMarketSegment())))
                .forEach(segment -> put(accountSets, segment.name(), segment.guid()));
        return new CodeTables.Severa(
                new CodeBook(countries),
                new CodeBook(currencies),
                new CodeBook(languages),
                main,
                new CodeBook(accountSets),
                communicationTypes(),
                statuses,
                won,
                profiles(),
                rates,
                severaVatRates(),
                names,
                invoiceStatuses(),
                typeCodes());
    }

    private Map<String, String> invoiceStatuses() {
        Map<String, String> statuses = new HashMap<>();
        if (company.invoices() != null) {
            list("/v1/invoicestatuses", Paging.OFFSET, Named.class).stream()
                    .filter(status -> !Boolean.FALSE.equals(status.isActive()))
                    .forEach(status -> put(statuses, status.name(), status.guid()));
        }
        return statuses;
    }

    private Set<BigDecimal> severaVatRates() {
        Set<BigDecimal> rates = new HashSet<>();
        if (company.costs() != null) {
            list("/v1/vatrates", Paging.NONE, VatRate.class).stream()
                    .filter(rate -> rate.percentage() != null && !Boolean.FALSE.equals(rate.isActive()))
                    .forEach(rate -> rates.add(rate.percentage()));
        }
        return rates;
    }

    private <T> List<T> list(String path, Paging paging, Class<T> type) {
        List<T> all = new ArrayList<>();
        severa.list(ListRequest.of(path, paging), type, all::add);
        return all;
    }

    private static void put(Map<String, String> table, @Nullable String code, @Nullable String guid) {
        if (code != null && guid != null) {
            table.putIfAbsent(code, guid);
        }
    }

    /** Mapping page, AccountSetForCustomer: an unknown name, or one that is not of the main level, is an error. */
    private String mainSegment(List<Segment> segments) {
        String name = company.customers().accountSetMarketSegment();
        if (name == null) {
            return "";
        }
        boolean below = false;
        for (Segment segment : segments) {
            if (name.equals(segment.name()) && segment.guid() != null) {
                if (GuidRef.guidOf(segment.parentMarketSegment()) == null) {
                    return segment.guid();
                }
                below = true;
            }
        }
        throw new WrongSetUp("customers.account-set-market-segment: "
                + (below
                        ? name + " is not a main market segment in Severa, it is below another"
                        : "Severa has no market segment " + name));
    }

    private Map<String, String> communicationTypes() {
        Map<String, String> named = company.contacts().communicationTypes();
        Map<String, String> types = new HashMap<>();
        for (CommunicationType type : list("/v1/communicationtypes", Paging.OFFSET, CommunicationType.class)) {
            if (type.type() == null || Boolean.FALSE.equals(type.isActive())) {
                continue;
            }
            String wanted = named.get(type.type());
            if (wanted == null || wanted.equals(type.name())) {
                put(types, type.type(), type.guid());
            }
        }
        named.forEach((kind, name) -> {
            if (!types.containsKey(kind)) {
                throw new WrongSetUp("contacts.communication-types." + kind + ": Severa has no active type " + name);
            }
        });
        return types;
    }

    private Map<String, String> profiles() {
        Map<String, String> profiles = new HashMap<>();
        if (!company.users().newUser().permissionProfile().isEmpty()) {
            list("/v1/permissionprofiles", Paging.OFFSET, Named.class).stream()
                    .filter(profile -> !Boolean.FALSE.equals(profile.isActive()))
                    .forEach(profile -> put(profiles, profile.name(), profile.guid()));
        }
        return profiles;
    }

    private Map<String, List<String>> typeCodes() {
        Map<String, List<String>> codes = new HashMap<>();
        List<Typed> types = new ArrayList<>(list("/v1/worktypes", Paging.OFFSET, Typed.class));
        types.addAll(list("/v1/travelexpensetypes", Paging.OFFSET, Typed.class));
        for (Typed type : types) {
            if (type.code() != null && !type.code().isBlank() && type.guid() != null) {
                codes.computeIfAbsent(type.code(), any -> new ArrayList<>()).add(type.guid());
            }
        }
        return codes;
    }
}
