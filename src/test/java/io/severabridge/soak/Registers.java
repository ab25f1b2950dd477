package io.severabridge.soak;

import io.severabridge.company.Company.Master;
import io.severabridge.job.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The mapping page once more, for the check of a soak: shares nothing with the program. */
final class Registers {
    private static final String HOME_COUNTRY = "NO";
    private static final String HOME_CURRENCY = "NOK";
    /** None; northwind's employee 9 has no e-mail address. */
    private static final java.util.Set<String> NOT_TRANSFERRED = java.util.Set.of("0", "9");

    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("47", "nb-NO"),
            Map.entry("46", "sv-SE"),
            Map.entry("45", "da-DK"),
            Map.entry("358", "fi-FI"),
            Map.entry("44", "en-GB"),
            Map.entry("1", "en-US"),
            Map.entry("49", "de-DE"),
            Map.entry("33", "fr-FR"),
            Map.entry("34", "es-ES"),
            Map.entry("39", "it-IT"),
            Map.entry("351", "pt-PT"),
            Map.entry("48", "pl-PL"));

    private final World world;
    private final Map<String, String> countries;
    private final Map<String, String> currencies;
    private final Map<String, String> terms;
    private final Map<String, String> units;
    private final Map<String, String> operators;
    private final Map<String, String> accountSets;
    private final Map<String, JsonNode> known = new HashMap<>();

    Registers(World world) {
        this.world = world;
        countries = table("SELECT CtryNo, ISO FROM Ctry");
        currencies = table("SELECT CurNo, ISO FROM Cur");
        terms = table("SELECT PmtTrm, CrDy FROM PmtTrm");
        units = table("SELECT Un, Descr FROM Unit");
        operators = table("SELECT OpNo, Code FROM AutInvOp");
        accountSets = table("SELECT TxtNo, Txt FROM Txt WHERE TxtTp = 18 AND Lang = 47");
    }

    private Map<String, String> table(String sql) {
        Map<String, String> found = new LinkedHashMap<>();
        world.erp().sql(sql).query(row -> {
            found.put(row.getString(1), row.getString(2).strip());
        });
        return found;
    }

    /** All records of a resource, as they were when they were first asked for. */
    JsonNode records(String resource) {
        return known.computeIfAbsent(resource, any -> world.sandbox().records(resource));
    }

    /** Somebody has changed something. */
    void forget() {
        known.clear();
    }

    List<Register> all() {
        return List.of(
                new Register(
                        "department",
                        "R1",
                        "RNo",
                        "SELECT * FROM R1",
                        "Inf7",
                        "businessunits",
                        Master.ERP,
                        List.of(text("name", "Nm", "name", 40))),
                new Register(
                        "employee",
                        "Actor",
                        "ActNo",
                        "SELECT * FROM Actor WHERE EmpNo > 0",
                        "Inf7",
                        "users",
                        Master.BOTH,
                        List.of(
                                person(),
                                text("phone", "Phone", "phone", 20),
                                lines(List.of("Ad1", "Ad2", "Ad3", "Ad4"), "address"),
                                text("postalCode", "PNo", "postalCode", 8),
                                text("city", "PArea", "city", 20),
                                country(),
                                language(),
                                group(),
                                reference("unit", "R1", "businessUnit", "businessunits", "code", false, this::unit))),
                new Register(
                        "category",
                        "ProdCat",
                        "PrCatNo",
                        "SELECT * FROM ProdCat",
                        "",
                        "productcategories",
                        Master.ERP,
                        List.of(text("name", "Descr", "name", 40))),
                new Register(
                        "product",
                        "Prod",
                        "ProdNo",
                        "SELECT p.*, m.LnNo AS PRICELINE, m.SalePr AS SALEPR, m.PurcPr AS PURCPR FROM Prod p"
                                + " LEFT JOIN PrDcMat m ON m.LnNo = (SELECT MIN(x.LnNo) FROM PrDcMat x WHERE x.ProdNo ="
                                + " p.ProdNo AND x.CustNo = 0 AND x.CustPrGr = 0 AND x.EmpNo = 0 AND x.OrdNo = 0)",
                        "Inf7",
                        "products",
                        Master.ERP,
                        List.of(
                                text("name", "Descr", "name", 40),
                                code("unit", "StSaleUn", units, "measurementUnit"),
                                reference(
                                        "category",
                                        "PrCatNo",
                                        "productCategory",
                                        "productcategories",
                                        "code",
                                        false,
                                        random -> String.valueOf(1 + random.nextInt(8))),
                                price("unitPrice", "SALEPR", "price:SalePr"),
                                price("unitCost", "PURCPR", "price:PurcPr"))),
                new Register(
                        "customer",
                        "Actor",
                        "ActNo",
                        "SELECT * FROM Actor WHERE CustNo > 0 AND DelToAct = 0",
                        "Inf8",
                        "customers",
                        Master.BOTH,
                        List.of(
                                text("name", "Nm", "name", 40),
                                text("vatNumber", "BsNo", "vatNumber", 20),
                                reference("owner", "Rsp", "owner", "users", "code", true, this::employee),
                                currency(),
                                language(),
                                number("paymentTerm", "CPmtTrm", terms, "paymentTerm"),
                                whole("annualRevenue", "Turn", "annualRevenue"),
                                text("email", "MailAd", "email", 30),
                                whole("employees", "NoOfEmp", "numberOfEmployees"),
                                text("website", "WebPg", "website", 30),
                                code("operator", "AutInvOp", operators, "eInvoiceOperator"),
                                text("eInvoiceAddress", "EANLocCd", "eInvoiceAddress", 13),
                                interest(),
                                group(),
                                accountSet())),
                new Register(
                        "billing address",
                        "Actor",
                        "ActNo",
                        "SELECT * FROM Actor WHERE CustNo > 0 AND DelToAct = 0",
                        "Inf6",
                        "addresses",
                        Master.BOTH,
                        address()),
                new Register(
                        "other address",
                        "Actor",
                        "ActNo",
                        "SELECT * FROM Actor WHERE DelToAct > 0",
                        "Inf8",
                        "addresses",
                        Master.BOTH,
                        address()),
                new Register(
                        "contact",
                        "Actor",
                        "ActNo",
                        "SELECT * FROM Actor WHERE LiaAct > 0",
                        "Inf8",
                        "contactpersons",
                        Master.BOTH,
                        List.of(
                                person(),
                                text("title", "Title", "jobTitle", 30),
                                language(),
                                inactive(),
                                communication("EmailAddress", "MailAd"),
                                communication("MobilePhone", "MobPh"),
                                communication("Phone", "Phone"),
                                communication("Fax", "Fax"))),
                new Register(
                        "project",
                        "R2",
                        "RNo",
                        "SELECT * FROM R2",
                        "Inf7",
                        "projects",
                        Master.SEVERA,
                        List.of(
                                text("name", "Nm", "name", 40),
                                text("internalName", "Inf8", "internalName", 30),
                                reference("owner", "Rsp", "projectOwner", "users", "code", true, this::employee),
                                reference("unit", "R1", "businessUnit", "businessunits", "code", false, this::unit),
                                currency())));
    }

    private List<Field> address() {
        return List.of(
                lines(List.of("Ad1", "Ad2", "Ad3", "Ad4"), "addressline"),
                text("postalCode", "PNo", "postalCode", 8),
                text("city", "PArea", "city", 20),
                country(),
                text("phone", "Phone", "phone", 20),
                text("fax", "Fax", "fax", 20));
    }

    /** Those that are linked: with an e-mail address. */
    private String employee(Random random) {
        return String.valueOf(1 + random.nextInt(8));
    }

    private String unit(Random random) {
        return List.of("1", "10", "20", "30", "40").get(random.nextInt(5));
    }

    private static String of(Map<String, String> row, String column) {
        return Objects.requireNonNullElse(row.get(column.toUpperCase(java.util.Locale.ROOT)), "");
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\n", "\\n") + "\"";
    }

    private static String words(Random random, int most) {
        String letters = "abcdefghijklmnopqrstuvwxyzæøåé";
        StringBuilder text = new StringBuilder();
        int length = 3 + random.nextInt(most - 3);
        for (int i = 0; i < length; i++) {
            boolean space = i > 0 && i < length - 1 && random.nextInt(6) == 0 && text.charAt(text.length() - 1) != ' ';
            text.append(space ? ' ' : letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static Field plain(
            String name,
            String column,
            String path,
            Function<String, String> json,
            BiFunction<Random, Map<String, String>, String> value) {
        return new Field(
                name,
                false,
                row -> of(row, column),
                text -> Map.of(column, text),
                record -> record.path(path).asString("").strip(),
                text -> Map.of("/" + path, json.apply(text)),
                value);
    }

    private static Field text(String name, String column, String path, int most) {
        boolean needed = name.equals("name");
        return plain(
                name,
                column,
                path,
                text -> text.isEmpty() ? "null" : quoted(text),
                (random, row) -> !needed && random.nextInt(8) == 0 ? "" : words(random, most));
    }

    private static Field person() {
        return new Field(
                "name",
                false,
                row -> of(row, "Nm"),
                text -> Map.of("Nm", text),
                record -> {
                    String first = record.path("firstName").asString("");
                    return (first.equals("?") ? "" : first + " ")
                            + record.path("lastName").asString("");
                },
                text -> {
                    int space = text.lastIndexOf(' ');
                    return Map.of(
                            "/firstName", quoted(space < 0 ? "?" : text.substring(0, space)),
                            "/lastName", quoted(text.substring(space + 1)));
                },
                (random, row) -> random.nextInt(8) == 0
                        ? words(random, 12).replace(" ", "")
                        : words(random, 12) + " " + words(random, 12).replace(" ", ""));
    }

    private static Field lines(List<String> columns, String path) {
        return new Field(
                "lines",
                false,
                row -> columns.stream()
                        .map(column -> of(row, column))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n")),
                text -> {
                    List<String> lines = new ArrayList<>(text.isEmpty() ? List.of() : List.of(text.split("\n", -1)));
                    Map<String, Object> set = new HashMap<>();
                    for (int i = 0; i < columns.size(); i++) {
                        set.put(columns.get(i), i < lines.size() ? lines.get(i) : "");
                    }
                    return set;
                },
                record -> record.path(path)
                        .asString("")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n")),
                text -> Map.of("/" + path, text.isEmpty() ? "null" : quoted(text)),
                (random, row) -> {
                    List<String> lines = new ArrayList<>();
                    for (int i = 0; i <= random.nextInt(4); i++) {
                        lines.add(words(random, 30));
                    }
                    return String.join("\n", lines);
                });
    }

    private Field country() {
        return pointer("country", "Ctry", countries, HOME_COUNTRY, "countries", "code2", "country");
    }

    private Field currency() {
        return pointer("currency", "Cur", currencies, HOME_CURRENCY, "currencies", "code", "currency");
    }

    private Field pointer(
            String name,
            String column,
            Map<String, String> table,
            String home,
            String resource,
            String code,
            String path) {
        Map<String, String> guids = guids(resource, code);
        List<String> usable = table.values().stream().filter(guids::containsKey).toList();
        return new Field(
                name,
                false,
                row -> of(row, column).equals("0") ? home : Objects.requireNonNullElse(table.get(of(row, column)), "?"),
                text -> Map.of(column, text.equals(home) ? "0" : numberOf(table, text)),
                record -> record.path(path).hasNonNull("guid")
                        ? code(guids, record.path(path).path("guid").asString(""))
                        : home,
                text -> Map.of("/" + path + "/guid", quoted(Objects.requireNonNull(guids.get(text), text))),
                (random, row) -> usable.get(random.nextInt(usable.size())));
    }

    private Field language() {
        Map<String, String> guids = guids("languages", "code");
        List<String> numbers = TAGS.keySet().stream().sorted().toList();
        return new Field(
                "language",
                false,
                row -> of(row, "Lang").equals("0") ? "" : Objects.requireNonNull(TAGS.get(of(row, "Lang"))),
                text -> Map.of("Lang", text.isEmpty() ? "0" : numberOf(TAGS, text)),
                record -> code(guids, record.path("language").path("guid").asString("")),
                text -> Map.of(
                        "/language/guid", text.isEmpty() ? "null" : quoted(Objects.requireNonNull(guids.get(text)))),
                (random, row) -> random.nextInt(6) == 0
                        ? ""
                        : Objects.requireNonNull(TAGS.get(numbers.get(random.nextInt(numbers.size())))));
    }

    private Map<String, String> guids(String resource, String code) {
        Map<String, String> guids = new HashMap<>();
        records(resource)
                .forEach(record -> guids.put(
                        record.path(code).asString(), record.path("guid").asString()));
        return guids;
    }

    private static String code(Map<String, String> guids, String guid) {
        return guids.entrySet().stream()
                .filter(entry -> entry.getValue().equals(guid))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static String numberOf(Map<String, String> table, String code) {
        return table.entrySet().stream()
                .filter(entry -> entry.getValue().equals(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Field code(String name, String column, Map<String, String> table, String path) {
        return new Field(
                name,
                false,
                row -> Objects.requireNonNullElse(table.get(of(row, column)), ""),
                text -> Map.of(column, text.isEmpty() ? "0" : numberOf(table, text)),
                record -> record.path(path).asString(""),
                text -> Map.of("/" + path, text.isEmpty() ? "null" : quoted(text)),
                (random, row) -> random.nextInt(6) == 0
                        ? ""
                        : List.copyOf(table.values()).get(random.nextInt(table.size())));
    }

    private static Field number(String name, String column, Map<String, String> table, String path) {
        Field code = code(name, column, table, path);
        return new Field(
                name,
                false,
                code.erp(),
                code.toErp(),
                code.severa(),
                text -> Map.of("/" + path, text.isEmpty() ? "null" : text),
                code.value());
    }

    private static Field whole(String name, String column, String path) {
        return new Field(
                name,
                false,
                row -> {
                    String rounded = new BigDecimal(of(row, column))
                            .setScale(0, RoundingMode.HALF_UP)
                            .toString();
                    return rounded.equals("0") ? "" : rounded;
                },
                text -> Map.of(column, text.isEmpty() ? "0" : text),
                record -> record.path(path).asString("").equals("0")
                        ? ""
                        : record.path(path).asString(""),
                text -> Map.of("/" + path, text.isEmpty() ? "null" : text),
                (random, row) -> random.nextInt(6) == 0 ? "" : String.valueOf(1 + random.nextInt(90_000)));
    }

    private static Field interest() {
        return new Field(
                "interest",
                false,
                row -> new BigDecimal(of(row, "IntRt")).signum() == 0
                        ? "8.5"
                        : new BigDecimal(of(row, "IntRt")).stripTrailingZeros().toPlainString(),
                text -> Map.of("IntRt", text),
                record -> record.path("overdueInterest").isNumber()
                        ? record.path("overdueInterest")
                                .decimalValue()
                                .stripTrailingZeros()
                                .toPlainString()
                        : "8.5",
                text -> Map.of("/overdueInterest", text),
                (random, row) -> new BigDecimal(1 + random.nextInt(2_000))
                        .movePointLeft(2)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    private static Field group() {
        return new Field(
                "active",
                false,
                row -> String.valueOf(!of(row, "Gr").equals("1")),
                text -> Map.of("Gr", text.equals("true") ? "0" : "1"),
                record -> record.path("isActive").asString(),
                text -> Map.of("/isActive", text),
                (random, row) -> String.valueOf(random.nextInt(3) > 0));
    }

    private static Field inactive() {
        return new Field(
                "active",
                false,
                row -> String.valueOf(of(row, "Inact").equals("0")),
                text -> Map.of("Inact", text.equals("true") ? "0" : "1"),
                record -> record.path("isActive").asString(),
                text -> Map.of("/isActive", text),
                (random, row) -> String.valueOf(random.nextInt(3) > 0));
    }

    private static Field price(String name, String column, String set) {
        return new Field(
                name,
                false,
                row -> of(row, column).isEmpty() ? "0" : number(of(row, column)),
                text -> Map.of(set, text),
                record -> record.path(name).path("amount").isNumber()
                        ? number(record.path(name).path("amount").asString())
                        : "0",
                text -> Map.of("/" + name, "{\"amount\":" + text + ",\"currencyCode\":\"NOK\"}"),
                (random, row) ->
                        of(row, "PRICELINE").isEmpty() ? "0" : number(String.valueOf(random.nextInt(100_000) / 100.0)));
    }

    private static String number(String text) {
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        return number.signum() == 0 ? "0" : number.toPlainString();
    }

    /** A reference, by the number of what it refers to. */
    private Field reference(
            String name,
            String column,
            String path,
            String resource,
            String code,
            boolean keptWhenEmpty,
            Function<Random, String> value) {
        return new Field(
                name,
                keptWhenEmpty,
                row -> NOT_TRANSFERRED.contains(of(row, column)) ? "" : of(row, column),
                text -> Map.of(column, text.isEmpty() ? "0" : text),
                record -> codeOf(resource, code, record.path(path).path("guid").asString("")),
                text -> Map.of(
                        "/" + path + "/guid",
                        text.isEmpty()
                                ? "null"
                                : quoted(Objects.requireNonNull(
                                        guids(resource, code).get(text), text))),
                (random, row) -> value.apply(random));
    }

    private String codeOf(String resource, String code, String guid) {
        return guid.isEmpty() ? "" : code(guids(resource, code), guid);
    }

    /** The market segment below the main one; set by {@link Night}. */
    private Field accountSet() {
        return new Field(
                "account set",
                false,
                row -> Objects.requireNonNullElse(accountSets.get(of(row, "CAcSet")), ""),
                text -> Map.of("CAcSet", text.isEmpty() ? "0" : numberOf(accountSets, text)),
                record -> {
                    for (JsonNode membership : records("customermarketsegments")) {
                        if (membership.path("customer").path("guid").equals(record.path("guid"))) {
                            return membership.path("marketSegment").path("name").asString();
                        }
                    }
                    return "";
                },
                text -> Map.of("segment", text),
                (random, row) -> random.nextInt(5) == 0
                        ? ""
                        : List.copyOf(accountSets.values()).get(random.nextInt(accountSets.size())));
    }

    /** The one of its kind; set by {@link Night}. */
    private Field communication(String kind, String column) {
        return new Field(
                kind,
                false,
                row -> of(row, column),
                text -> Map.of(column, text),
                record -> {
                    for (JsonNode communication : records("contactcommunications")) {
                        if (communication.path("contact").path("guid").equals(record.path("guid"))
                                && communication
                                        .path("communicationType")
                                        .path("type")
                                        .asString()
                                        .equals(kind)) {
                            return communication.path("value").asString();
                        }
                    }
                    return "";
                },
                text -> Map.of("communication " + kind, text),
                (random, row) -> random.nextInt(6) == 0 ? "" : words(random, 20));
    }
}
