package io.severabridge.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.company.Company.Master;
import io.severabridge.job.RunResult;
import io.severabridge.job.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Two living systems for many nights: people change both at random, the nightly job runs, and a check that shares nothing with
 * the program finds both equal in every mapped field, each change where it belongs, and no record twice. Nights and seed are
 * {@code -Dsoak.nights} and {@code -Dsoak.seed}.
 */
class SoakTest {
    private static final int NIGHTS = Integer.getInteger("soak.nights", 8);
    private static final long SEED = Long.getLong("soak.seed", 20260413L);
    private static final Path NORTHWIND = Path.of("../shared/data/northwind");

    @Test
    void bothSidesStayEqual() {
        Assumptions.assumeTrue(Files.exists(NORTHWIND), "not there: " + NORTHWIND);
        System.out.println("soak: " + NIGHTS + " nights, seed " + SEED);
        try (World world = World.of(NORTHWIND)) {
            world.with(
                    "projects: { unit: 2,",
                    "number-series: { customers: { from: 10000, to: 19999 } }\nprojects: { unit: 2,");
            RunResult load = world.once();
            assertThat(load.exitCode())
                    .as("northwind has 43 projects of an employee without e-mail")
                    .isEqualTo(2);
            int rejected = world.rejects().size();
            Night night = new Night(world, new Random(SEED));
            night.check(0);
            long edits = 0;
            for (int i = 1; i <= NIGHTS; i++) {
                edits += night.edit();
                world.sandbox().resetCounts();
                RunResult result = world.nightly();
                assertThat(result.exitCode()).as("night " + i).isEqualTo(2);
                assertThat(world.rejects()).as("night " + i).hasSize(rejected);
                night.check(i);
            }
            world.nightly();
            world.sandbox().resetCounts();
            RunResult quiet = world.nightly();
            assertThat(world.sandbox().counts().writes()).isZero();
            System.out.println("soak: " + edits + " edits; a quiet night takes "
                    + world.sandbox().counts().total() + " calls and "
                    + quiet.time().toMillis() + " ms");
        }
    }

    /** What people do in a day, and what must stand in the systems after the night. */
    private static final class Night {
        /** A field that people changed, with the value that is to stand on both sides. */
        private record Expected(Register register, String erpKey, Field field, String value) {}

        private final World world;
        private final Random random;
        private final Registers registers;
        private final List<Register> all;
        private final List<Expected> expected = new ArrayList<>();
        private final List<String> madeInSevera = new ArrayList<>();
        private final List<String> madeInErp = new ArrayList<>();
        private int serial = 1;

        Night(World world, Random random) {
            this.world = world;
            this.random = random;
            this.registers = new Registers(world);
            this.all = registers.all();
        }

        private List<Map<String, String>> rows(Register register) {
            List<Map<String, String>> rows = new ArrayList<>();
            world.erp().sql(register.rows()).query().listOfRows().forEach(found -> {
                Map<String, String> row = new LinkedHashMap<>();
                found.forEach((column, value) -> row.put(
                        column.toUpperCase(java.util.Locale.ROOT),
                        value == null ? "" : String.valueOf(value).strip()));
                rows.add(row);
            });
            return rows;
        }

        /** The record in Severa that a row is linked to; null where it is not. */
        private @org.jspecify.annotations.Nullable JsonNode partner(Register register, Map<String, String> row) {
            String column = register.guid().isEmpty() ? register.key() : register.guid();
            String value = row.get(column.toUpperCase(java.util.Locale.ROOT));
            for (JsonNode record : registers.records(register.resource())) {
                if (record.path(register.guid().isEmpty() ? "code" : "guid")
                        .asString("")
                        .equals(value)) {
                    return record;
                }
            }
            return null;
        }

        /** Edits of linked records on either side, and now and then new ones. */
        int edit() {
            expected.clear();
            Set<String> touched = new HashSet<>();
            int edits = random.nextInt(25);
            for (int i = 0; i < edits; i++) {
                registers.forget();
                Register register = all.get(random.nextInt(all.size()));
                List<Map<String, String>> rows = rows(register);
                Map<String, String> row = rows.get(random.nextInt(rows.size()));
                JsonNode record = partner(register, row);
                Field field =
                        register.fields().get(random.nextInt(register.fields().size()));
                String key = Objects.requireNonNull(row.get(register.key().toUpperCase(java.util.Locale.ROOT)));
                if (record != null && touched.add(register.table() + key + columns(field, row))) {
                    edit(register, row, key, record, field);
                }
            }
            registers.forget();
            for (int i = random.nextInt(3); i > 0; i--) {
                add();
            }
            registers.forget();
            return edits;
        }

        /** One column may be a field of two records: a customer's phone is that of his billing address. */
        private String columns(Field field, Map<String, String> row) {
            return field.toErp().apply(field.erp().apply(row)).keySet().toString();
        }

        private void edit(Register register, Map<String, String> row, String key, JsonNode record, Field field) {
            String now = field.erp().apply(row);
            if (field.name().startsWith("unit")
                    && row.getOrDefault("PRICELINE", "-").isEmpty()) {
                return;
            }
            int who = random.nextInt(4);
            boolean inErp = who != 1;
            boolean inSevera = who == 1 || who == 2;
            String erp = field.value().apply(random, row);
            String severa = field.value().apply(random, row);
            String before = field.severa().apply(record);
            boolean emptied =
                    severa.isEmpty() && (field.keptWhenEmpty() || field.name().matches("[A-Z].*"));
            if (!before.equals(now) || (inSevera && emptied) || (inErp && erp.isEmpty() && field.keptWhenEmpty())) {
                return;
            }
            if (inErp) {
                setErp(register, key, row, field, erp);
            }
            if (inSevera) {
                setSevera(register, record, field, severa);
            }
            boolean erpChanged = inErp && !erp.equals(now);
            boolean severaChanged = inSevera && !severa.equals(now);
            boolean erpWins = register.master() == Master.ERP || (register.master() == Master.BOTH && erpChanged);
            String value =
                    !erpChanged && !severaChanged ? now : erpWins ? (inErp ? erp : now) : (inSevera ? severa : now);
            expected.add(new Expected(register, key, field, value));
        }

        private void setErp(Register register, String key, Map<String, String> row, Field field, String value) {
            java.time.LocalDateTime now = java.time.LocalDateTime.now(java.time.ZoneId.systemDefault());
            field.toErp().apply(value).forEach((column, set) -> {
                boolean price = column.startsWith("price:");
                world.erp()
                        .sql("UPDATE " + (price ? "PrDcMat" : register.table()) + " SET "
                                + column.replace("price:", "") + " = ?, ChDt = ?, ChTm = ? WHERE "
                                + (price ? "LnNo" : register.key()) + " = ?")
                        .params(
                                set,
                                Integer.parseInt(now.format(java.time.format.DateTimeFormatter.BASIC_ISO_DATE)),
                                now.getHour() * 100 + now.getMinute(),
                                price ? Objects.requireNonNull(row.get("PRICELINE")) : key)
                        .update();
            });
        }

        private void setSevera(Register register, JsonNode record, Field field, String value) {
            String guid = record.path("guid").asString();
            field.toSevera().apply(value).forEach((path, json) -> {
                if (path.equals("segment")) {
                    segment(guid, json);
                } else if (path.startsWith("communication ")) {
                    communication(guid, path.substring(14), json);
                } else {
                    world.sandbox().changeJson(register.resource(), guid, path, json);
                }
            });
        }

        /** As in Severa's own pages: the customer is saved with it. */
        private void segment(String customer, String name) {
            for (JsonNode membership : registers.records("customermarketsegments")) {
                if (membership.path("customer").path("guid").asString().equals(customer)) {
                    world.sandbox()
                            .remove(
                                    "customermarketsegments",
                                    membership.path("guid").asString());
                }
            }
            if (!name.isEmpty()) {
                world.sandbox()
                        .add(
                                "customermarketsegments",
                                "{\"customer\":{\"guid\":\"" + customer + "\"},\"marketSegment\":{\"guid\":\""
                                        + guidOf("marketsegments", "name", name) + "\"}}");
            }
            world.sandbox().change("customers", customer, "/notes", "saved " + serial++);
        }

        private void communication(String contact, String kind, String value) {
            for (JsonNode one : registers.records("contactcommunications")) {
                if (one.path("contact").path("guid").asString().equals(contact)
                        && one.path("communicationType").path("type").asString().equals(kind)) {
                    world.sandbox()
                            .change("contactcommunications", one.path("guid").asString(), "/value", value);
                    return;
                }
            }
            world.sandbox()
                    .add(
                            "contactcommunications",
                            "{\"value\":\"" + value + "\",\"contact\":{\"guid\":\"" + contact
                                    + "\"},\"communicationType\":{\"guid\":\""
                                    + guidOf("communicationtypes", "type", kind) + "\"}}");
        }

        private String guidOf(String resource, String field, String value) {
            for (JsonNode record : registers.records(resource)) {
                if (record.path(field).asString("").equals(value)) {
                    return record.path("guid").asString();
                }
            }
            throw new IllegalStateException("no " + resource + " with " + field + " " + value);
        }

        private void add() {
            int n = serial++;
            switch (random.nextInt(6)) {
                case 0 -> {
                    long act = insert("Actor", "ActNo", Map.of("CustNo", 15_000 + n, "Nm", "Ny kunde " + n, "Rsp", 1));
                    madeInErp.add("customer " + act);
                }
                case 1 -> {
                    String customer = linkedCustomer();
                    long act = insert(
                            "Actor",
                            "ActNo",
                            Map.of("LiaAct", customer, "Nm", "Ny kontakt" + n + " Vik", "Phone", "55" + n));
                    madeInErp.add("contact " + act);
                }
                case 2 -> {
                    insert("Prod", "ProdNo", Map.of("ProdNo", "NY" + n, "Descr", "Nytt produkt " + n));
                    madeInErp.add("product NY" + n);
                }
                case 3 -> {
                    String guid = world.sandbox()
                            .add("customers", "{\"name\":\"Won customer " + n + "\",\"number\":" + (30_000 + n) + "}");
                    String owner = guidOf("users", "code", "1");
                    madeInSevera.add("customer " + guid);
                    madeInSevera.add("project "
                            + world.sandbox()
                                    .add(
                                            "projects",
                                            "{\"name\":\"Won project " + n + "\",\"number\":" + (50_000 + n)
                                                    + ",\"customer\":{\"guid\":\"" + guid
                                                    + "\"},\"projectOwner\":{\"guid\":\"" + owner
                                                    + "\"},\"salesStatus\":{\"salesStatusTypeGuid\":\""
                                                    + guidOf("salesstatustypes", "name", "Won") + "\"}}"));
                }
                case 4 ->
                    madeInSevera.add("employee "
                            + world.sandbox()
                                    .add(
                                            "users",
                                            "{\"firstName\":\"New\",\"lastName\":\"User" + n + "\",\"code\":\""
                                                    + (700 + n) + "\",\"email\":\"u" + n + "@northwind.example\"}"));
                default -> {
                    Map<String, String> row = rows(customers()).get(random.nextInt(80));
                    JsonNode customer = partner(customers(), row);
                    if (customer != null) {
                        madeInSevera.add("contact "
                                + world.sandbox()
                                        .add(
                                                "contactpersons",
                                                "{\"firstName\":\"Ny\",\"lastName\":\"Kontakt" + n
                                                        + "\",\"customer\":{\"guid\":\""
                                                        + customer.path("guid").asString() + "\"}}"));
                    }
                }
            }
        }

        private Register customers() {
            return register("customer");
        }

        private Register register(String name) {
            return all.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        private String linkedCustomer() {
            List<Map<String, String>> rows = rows(customers()).stream()
                    .filter(row -> partner(customers(), row) != null)
                    .toList();
            return Objects.requireNonNull(rows.get(random.nextInt(rows.size())).get("ACTNO"));
        }

        private long insert(String table, String key, Map<String, Object> columns) {
            Map<String, Object> given = new LinkedHashMap<>(columns);
            long next = 0;
            if (!given.containsKey(key)) {
                next = world.erp()
                        .sql("SELECT MAX(" + key + ") + 1 FROM " + table)
                        .query(Long.class)
                        .single();
                given.put(key, next);
            }
            given.put("ChDt", 20991231);
            world.erp()
                    .sql(
                            "SELECT COLUMN_NAME, DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS WHERE LOWER(TABLE_NAME) = LOWER(?)"
                                    + " AND LOWER(TABLE_SCHEMA) = 'dbo'")
                    .param(table)
                    .query(row -> {
                        boolean there = given.keySet().stream().anyMatch(column -> {
                            try {
                                return column.equalsIgnoreCase(row.getString(1));
                            } catch (java.sql.SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        });
                        if (!there) {
                            given.put(
                                    row.getString(1),
                                    row.getString(2)
                                                    .toUpperCase(java.util.Locale.ROOT)
                                                    .contains("CHAR")
                                            ? ""
                                            : 0);
                        }
                    });
            world.erp()
                    .sql("INSERT INTO " + table + " (" + String.join(", ", given.keySet()) + ") VALUES ("
                            + String.join(
                                    ", ",
                                    given.keySet().stream().map(column -> "?").toList()) + ")")
                    .params(new ArrayList<>(given.values()))
                    .update();
            return next;
        }

        void check(int night) {
            registers.forget();
            Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
            all.forEach(register -> rows.put(register.name(), rows(register)));
            List<String> differences = new ArrayList<>();
            for (Register register : all) {
                Set<String> guids = new HashSet<>();
                for (Map<String, String> row : Objects.requireNonNull(rows.get(register.name()))) {
                    JsonNode record = partner(register, row);
                    if (record == null) {
                        continue;
                    }
                    String key = row.get(register.key().toUpperCase(java.util.Locale.ROOT));
                    if (!guids.add(record.path("guid").asString())) {
                        differences.add(register.name() + " " + key + " is linked twice");
                    }
                    for (Field field : register.fields()) {
                        String erp = field.erp().apply(row);
                        String severa = field.severa().apply(record);
                        if (!erp.equalsIgnoreCase(severa) && !(erp.isEmpty() && field.keptWhenEmpty())) {
                            differences.add(register.name() + " " + key + " " + field.name() + ": ERP '" + erp
                                    + "', Severa '" + severa + "'");
                        }
                    }
                }
            }
            expected.forEach(each -> differences.addAll(difference(each, rows)));
            differences.addAll(missing(rows));
            differences.addAll(doubles());
            assertThat(differences).as("night " + night + ", seed " + SEED).isEmpty();
        }

        private List<String> difference(Expected each, Map<String, List<Map<String, String>>> rows) {
            return Objects.requireNonNull(rows.get(each.register().name())).stream()
                    .filter(row ->
                            each.erpKey().equals(row.get(each.register().key().toUpperCase(java.util.Locale.ROOT))))
                    .filter(row -> !each.field().erp().apply(row).equals(each.value()))
                    .map(row -> each.register().name() + " " + each.erpKey() + " "
                            + each.field().name() + ": '" + each.field().erp().apply(row) + "' instead of '"
                            + each.value() + "'")
                    .toList();
        }

        /** What was made on one side is on the other. */
        private List<String> missing(Map<String, List<Map<String, String>>> rows) {
            List<String> missing = new ArrayList<>();
            for (String made : madeInErp) {
                Register register = register(made.substring(0, made.indexOf(' ')));
                String key = made.substring(made.indexOf(' ') + 1);
                boolean linked = Objects.requireNonNull(rows.get(register.name())).stream()
                        .anyMatch(row -> key.equals(row.get(register.key().toUpperCase(java.util.Locale.ROOT)))
                                && partner(register, row) != null);
                if (!linked) {
                    missing.add(made + " is not in Severa");
                }
            }
            for (String made : madeInSevera) {
                Register register = register(made.substring(0, made.indexOf(' ')));
                String guid = made.substring(made.indexOf(' ') + 1);
                boolean there = Objects.requireNonNull(rows.get(register.name())).stream()
                        .anyMatch(row -> guid.equals(row.get(register.guid().toUpperCase(java.util.Locale.ROOT))));
                if (!there) {
                    missing.add(made + " is not in the ERP");
                }
            }
            return missing;
        }

        private List<String> doubles() {
            List<String> doubles = new ArrayList<>();
            Map<String, String> keys = Map.of(
                    "customers",
                    "number",
                    "projects",
                    "number",
                    "users",
                    "code",
                    "products",
                    "code",
                    "businessunits",
                    "code",
                    "productcategories",
                    "code");
            keys.forEach((resource, field) -> {
                Set<String> seen = new HashSet<>();
                for (JsonNode record : registers.records(resource)) {
                    String value = record.path(field).asString("");
                    if (!value.isEmpty() && !seen.add(value)) {
                        doubles.add(resource + " " + field + " " + value + " is there twice");
                    }
                }
            });
            for (String column : List.of("CustNo", "EmpNo")) {
                world.erp()
                        .sql("SELECT " + column + " FROM Actor WHERE " + column + " > 0 GROUP BY " + column
                                + " HAVING COUNT(*) > 1")
                        .query(String.class)
                        .list()
                        .forEach(number -> doubles.add("ERP: " + column + " " + number + " is there twice"));
            }
            Set<String> contents = new HashSet<>();
            for (JsonNode contact : registers.records("contactpersons")) {
                String content = contact.path("customer").path("guid").asString()
                        + contact.path("firstName").asString() + " "
                        + contact.path("lastName").asString();
                if (!contents.add(content)) {
                    doubles.add("contact " + content + " is there twice");
                }
            }
            return doubles;
        }
    }
}
