package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.store.ledger.StepCounts.Counts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a nightly run makes of changes on either side: the table {@code registers/cases.csv}, a line a test. */
class RegistersTest {
    private static final String LONG = "x".repeat(81);

    /** Where an entity of the table is: row of the ERP, record of Severa, steps of the job. */
    private record Place(String table, String row, String resource, String step) {}

    private static final Map<String, Place> PLACES = Map.ofEntries(
            Map.entry("business-unit", new Place("R1", "RNo = 10", "businessunits", "business-unit-to-#")),
            Map.entry("user", new Place("Actor", "ActNo = 1", "users", "user-to-#")),
            Map.entry(
                    "product-category",
                    new Place("ProdCat", "PrCatNo = 1", "productcategories", "product-category-to-#")),
            Map.entry("product", new Place("Prod", "ProdNo = 'A1'", "products", "product-to-#")),
            Map.entry("customer", new Place("Actor", "ActNo = 100", "customers", "customer-to-#")),
            Map.entry("account-set", new Place("Actor", "ActNo = 100", "customers", "customer-to-#/market-segment")),
            Map.entry("billing-address", new Place("Actor", "ActNo = 100", "addresses", "address-to-#")),
            Map.entry("address", new Place("Actor", "ActNo = 300", "addresses", "address-to-#/address")),
            Map.entry("contact", new Place("Actor", "ActNo = 200", "contactpersons", "contact-to-#")),
            Map.entry(
                    "e-mail",
                    new Place("Actor", "ActNo = 200", "contactcommunications", "contact-to-#/contact-communication")),
            Map.entry(
                    "phone",
                    new Place("Actor", "ActNo = 200", "contactcommunications", "contact-to-#/contact-communication")),
            Map.entry("project", new Place("R2", "RNo = 500", "projects", "project-to-#")));

    static Stream<Arguments> named() throws IOException {
        return cases().map(line -> Arguments.of(
                Named.of(line.get("entity") + ", master " + line.get("masters") + ": " + line.get("case"), line)));
    }

    static Stream<CSVRecord> cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(RegistersTest.class.getResourceAsStream("/registers/cases.csv"));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            List<CSVRecord> cases = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setCommentMarker('#')
                    .get()
                    .parse(reader)
                    .getRecords();
            assertThat(cases).hasSizeGreaterThan(80);
            return cases.stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("named")
    void aNightlyRunMakesBothSidesEqual(CSVRecord line) {
        try (World world = world(line.get("masters"))) {
            Place place = Objects.requireNonNull(PLACES.get(line.get("entity")));
            Systems systems = new Systems(world, line.get("entity"), place);
            assertThat(world.once().exitCode()).as("the load").isZero();
            String guid = systems.guid();
            for (String edit : edits(line.get("ERP"))) {
                systems.editErp(edit);
            }
            for (String edit : edits(line.get("Severa"))) {
                systems.editSevera(guid, edit);
            }
            RunResult result = world.nightly();
            assertThat(outcome(world, result, place, "severa")).as("to Severa").isEqualTo(line.get("to Severa"));
            assertThat(outcome(world, result, place, "erp")).as("to the ERP").isEqualTo(line.get("to ERP"));
            for (String expected : edits(line.get("ERP then"))) {
                assertThat(systems.erp(expected)).as("the ERP then").isEqualTo(expected);
            }
            for (String expected : edits(line.get("Severa then"))) {
                assertThat(systems.severa(guid, expected)).as("Severa then").isEqualTo(expected);
            }
            nothingIsLeftToDo(world);
        }
    }

    private static void nothingIsLeftToDo(World world) {
        world.sandbox().resetCounts();
        RunResult second = world.nightly();
        assertThat(world.sandbox().counts().writes())
                .as("writes of a second run")
                .isZero();
        Counts total = second.total();
        assertThat(total.created() + total.updated() + total.linked())
                .as("a second run")
                .isZero();
    }

    private static List<String> edits(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Stream.of(cell.split(";", -1))
                        .map(edit ->
                                edit.replace("\\n", "\n").replace("\\r", "\r").replace("LONG", LONG))
                        .toList();
    }

    private static World world(String master) {
        World world = World.standard();
        String word = master.toLowerCase(java.util.Locale.ROOT);
        world.with(
                "masters: { default: severa, products: erp, business-units: erp, product-categories: erp }",
                "masters: { default: " + word + ", users: " + word + ", customers: " + word + " }");
        world.add("PmtTrm", "PmtTrm=3", "CrDy=30");
        world.add("PmtTrm", "PmtTrm=4", "CrDy=14", "DirDeb=1");
        world.add("Actor", "ActNo=2", "EmpNo=2", "Nm=Per Vik", "MailAd=per@fjord.example", "R1=10");
        world.add("Actor", "ActNo=300", "DelToAct=100", "Nm=Fjord AS lager", "Ad1=Brygga 1", "PNo=0151", "PArea=Oslo");
        return world;
    }

    /** What a step did: the only outcome beside unchanged, a reject with its code. */
    private static String outcome(World world, RunResult result, Place place, String side) {
        String name = place.step().replace("#", side);
        Counts counts = result.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow()
                .counts();
        List<String> words = new ArrayList<>();
        add(words, "created", counts.created());
        add(words, "updated", counts.updated());
        add(words, "linked", counts.linked());
        if (counts.rejected() > 0) {
            world.rejects().forEach(reject -> words.add("rejected " + reject.split(" \\| ", -1)[1]));
        }
        return words.isEmpty() ? "unchanged" : String.join(" ", words);
    }

    private static void add(List<String> words, String word, long count) {
        if (count > 0) {
            words.add(word);
        }
    }

    /** Both systems as their users see them: {@code column=value} and {@code field=value}, references by number or code. */
    private record Systems(World world, String entity, Place place) {
        private static final Map<String, String> REFERENCES = Map.of(
                "country", "countries code2",
                "currency", "currencies code",
                "owner", "users code",
                "projectOwner", "users code");

        String guid() {
            return switch (entity) {
                case "billing-address" ->
                    world.find("addresses", "addressline", "Kaia 1")
                            .path("guid")
                            .asString();
                case "address" ->
                    world.find("addresses", "addressline", "Brygga 1")
                            .path("guid")
                            .asString();
                case "e-mail" ->
                    world.find("contactcommunications", "value", "ola@fjord.example")
                            .path("guid")
                            .asString();
                case "phone" -> "";
                case "user" -> world.find("users", "code", "1").path("guid").asString();
                case "business-unit" ->
                    world.find("businessunits", "code", "10").path("guid").asString();
                default ->
                    world.sandbox()
                            .records(place.resource())
                            .get(0)
                            .path("guid")
                            .asString();
            };
        }

        void editErp(String edit) {
            boolean price = edit.startsWith("price.");
            String column = edit.substring(price ? 6 : 0, edit.indexOf('='));
            String value = edit.substring(edit.indexOf('=') + 1).replace("-", "");
            java.time.LocalDateTime now = java.time.LocalDateTime.now(java.time.ZoneId.systemDefault());
            world.sql("UPDATE " + (price ? "PrDcMat" : place.table()) + " SET " + column + " = '" + value
                    + "', ChDt = " + now.format(java.time.format.DateTimeFormatter.BASIC_ISO_DATE) + ", ChTm = "
                    + (now.getHour() * 100 + now.getMinute()) + " WHERE " + (price ? "LnNo = 1" : place.row()));
        }

        String erp(String expected) {
            boolean price = expected.startsWith("price.");
            String column = expected.substring(price ? 6 : 0, expected.indexOf('='));
            String value = world.value("SELECT " + column + " FROM " + (price ? "PrDcMat" : place.table()) + " WHERE "
                    + (price ? "LnNo = 1" : place.row()));
            return (price ? "price." : "") + column + "=" + (value.isEmpty() ? "-" : value);
        }

        void editSevera(String guid, String edit) {
            String field = edit.substring(0, edit.indexOf('='));
            String value = edit.substring(edit.indexOf('=') + 1);
            var sandbox = world.sandbox();
            if (field.equals("segment")) {
                segment(guid, value);
            } else if (entity.equals("phone")) {
                addPhone(value);
            } else if (REFERENCES.containsKey(severaField(field))) {
                String[] target = Objects.requireNonNull(REFERENCES.get(severaField(field)))
                        .split(" ", -1);
                sandbox.change(
                        place.resource(),
                        guid,
                        "/" + severaField(field) + "/guid",
                        world.find(target[0], target[1], value).path("guid").asString());
            } else {
                sandbox.changeJson(place.resource(), guid, "/" + field, json(field, value));
            }
        }

        private String severaField(String field) {
            return entity.equals("project") && field.equals("owner") ? "projectOwner" : field;
        }

        private static String json(String field, String value) {
            if (field.equals("unitPrice")) {
                return "{\"amount\":" + value + ",\"currencyCode\":\"NOK\"}";
            }
            boolean plain = value.matches("true|false|null")
                    || List.of("number", "paymentTerm", "overdueInterest").contains(field);
            return plain ? value : "\"" + value.replace("\n", "\\n").replace("\r", "\\r") + "\"";
        }

        /** Another segment instead, one more with a plus, none with a hyphen; the customer is saved with it. */
        private void segment(String customer, String value) {
            var sandbox = world.sandbox();
            if (!value.startsWith("+")) {
                sandbox.records("customermarketsegments")
                        .forEach(membership -> sandbox.remove(
                                "customermarketsegments",
                                membership.path("guid").asString()));
            }
            if (!value.equals("-")) {
                String segment = world.find("marketsegments", "name", value.replace("+", ""))
                        .path("guid")
                        .asString();
                sandbox.add(
                        "customermarketsegments",
                        "{\"customer\":{\"guid\":\"" + customer + "\"},\"marketSegment\":{\"guid\":\"" + segment
                                + "\"}}");
            }
            sandbox.change("customers", customer, "/notes", "saved");
        }

        private void addPhone(String value) {
            String contact = world.sandbox()
                    .records("contactpersons")
                    .get(0)
                    .path("guid")
                    .asString();
            String type = world.find("communicationtypes", "type", "Phone")
                    .path("guid")
                    .asString();
            world.sandbox()
                    .add(
                            "contactcommunications",
                            "{\"value\":\"" + value + "\",\"contact\":{\"guid\":\"" + contact
                                    + "\"},\"communicationType\":{\"guid\":\"" + type + "\"}}");
        }

        String severa(String guid, String expected) {
            String field = expected.substring(0, expected.indexOf('='));
            return field + "=" + value(guid, field);
        }

        private String value(String guid, String field) {
            if (field.equals("segment")) {
                List<String> names = new ArrayList<>();
                world.sandbox()
                        .records("customermarketsegments")
                        .forEach(membership -> names.add(
                                membership.path("marketSegment").path("name").asString()));
                return names.isEmpty() ? "-" : String.join("+", names);
            }
            JsonNode record = record(guid);
            if (record == null) {
                return "-";
            }
            JsonNode value = record.path(severaField(field));
            String reference = REFERENCES.get(severaField(field));
            if (reference != null) {
                String[] target = reference.split(" ", -1);
                return world.find(target[0], "guid", value.path("guid").asString())
                        .path(target[1])
                        .asString();
            }
            if (value.isMissingNode() || value.isNull()) {
                return "-";
            }
            return value.isObject()
                    ? value.path("amount").decimalValue().stripTrailingZeros().toPlainString()
                    : value.asString().isEmpty() ? "-" : value.asString();
        }

        private @org.jspecify.annotations.Nullable JsonNode record(String guid) {
            JsonNode found = null;
            for (JsonNode record : world.sandbox().records(place.resource())) {
                boolean phone = entity.equals("phone")
                        && record.path("communicationType")
                                .path("type")
                                .asString()
                                .equals("Phone");
                if (phone || record.path("guid").asString().equals(guid)) {
                    found = record;
                }
            }
            return found;
        }
    }
}
