package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.severabridge.company.Company;
import io.severabridge.entity.Known;
import io.severabridge.erp.vismabusiness.VismaBusiness;
import io.severabridge.failure.Reason;
import io.severabridge.sandbox.OpenApi;
import io.severabridge.sandbox.Sandbox;
import io.severabridge.severa.Json;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.mapping.MappingContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** What every entity keeps to that is declared, also one that nobody has written a test for. */
class EntityContractTest {
    private static final Pattern PART = Pattern.compile("(?i)[()]|\\bFROM\\b|\\bAS\\s+\\[?(\\w+)");

    /** What the example row of an entity holds beside zeros and empty texts. */
    private static final Map<String, String> EXAMPLE = Map.ofEntries(
            Map.entry("id", "7"),
            Map.entry("name", "Kari Nordmann"),
            Map.entry("number", "7"),
            Map.entry("line1", "Storgata 1"),
            Map.entry("postCode", "0155"),
            Map.entry("city", "Oslo"),
            Map.entry("email", "kari@example.com"),
            Map.entry("superior", "3"),
            Map.entry("title", "Consultant"),
            Map.entry("customer", "7"),
            Map.entry("contact", "7"),
            Map.entry("accountSet", "1"),
            Map.entry("kind", "EmailAddress"),
            Map.entry("value", "kari@example.com"),
            Map.entry("responsible", "7"),
            Map.entry("unitPrice", "1200.5"),
            Map.entry("interest", "9.5"));

    static Stream<Named<EntityDefinition<?, ?, ?>>> entities() {
        List<String> seen = new ArrayList<>();
        return Transfers.parts().stream()
                .filter(definition -> !seen.contains(definition.entity()) && seen.add(definition.entity()))
                .map(definition -> Named.of(definition.entity(), definition));
    }

    static Stream<Named<EntityDefinition<?, ?, ?>>> bothWays() {
        return entities()
                .filter(named -> Arrays.stream(Direction.values())
                        .allMatch(named.getPayload().mapping()::goes));
    }

    @ParameterizedTest
    @MethodSource("entities")
    void theColumnsOfItsRowsAreTheComponentsOfTheirRecord(EntityDefinition<?, ?, ?> definition) {
        Company company = Known.context().company();
        String sql = new VismaBusiness()
                .statements(company)
                .get(definition.erp().rows())
                .sql();
        List<String> expected =
                new ArrayList<>(Arrays.stream(definition.erp().type().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        expected.add("changedAt");
        assertThat(columns(sql)).as(definition.erp().rows()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(columns(sql)).first().isEqualTo(definition.erp().positionColumn());
    }

    /** The aliases of the outermost query. */
    private static List<String> columns(String sql) {
        List<String> columns = new ArrayList<>();
        int depth = 0;
        Matcher definition = PART.matcher(sql);
        while (definition.find()) {
            if (definition.group().equals("(")) {
                depth++;
            } else if (definition.group().equals(")")) {
                depth--;
            } else if (depth == 0 && definition.group(1) == null) {
                return columns;
            } else if (depth == 0) {
                columns.add(definition.group(1));
            }
        }
        return columns;
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    <E extends Record, S extends Record, A extends Record> void whatGoesThereComesBackTheSame(
            EntityDefinition<E, S, A> definition) {
        MappingContext context = Known.context();
        var mapping = definition.mapping();
        E row = row(definition.erp().type(), EXAMPLE::get);
        A agreed = mapping.fromErp(row, context);
        assertThat(mapping.fromSevera(severa(definition, agreed), context)).isEqualTo(agreed);
        Map<String, Object> columns = mapping.toErp(agreed, row, context).all();
        E written = row(
                definition.erp().type(),
                name -> columns.containsKey(name) ? String.valueOf(columns.get(name)) : EXAMPLE.get(name));
        assertThat(mapping.fromErp(written, context)).isEqualTo(agreed);
    }

    static Stream<Named<EntityDefinition<?, ?, ?>>> created() {
        return bothWays().filter(named -> named.getPayload().severa().isCreated());
    }

    @ParameterizedTest
    @MethodSource("created")
    <E extends Record, S extends Record, A extends Record> void itsBodiesFitTheApiDocument(
            EntityDefinition<E, S, A> definition) {
        Optional<OpenApi> api = OpenApi.load();
        assumeTrue(api.isPresent(), "the API document is not beside the project");
        MappingContext context = Known.context();
        A agreed = definition.mapping().fromErp(row(definition.erp().type(), EXAMPLE::get), context);
        ObjectNode body = body(definition, agreed);
        String path = definition.severa().createPath("parent");
        assertThat(api.get().problems(new Sandbox.Exchange("POST", path, Map.of(), body.toString(), 201, null)))
                .isEmpty();
    }

    /** What Severa answers to a create. */
    private static <S extends Record, A extends Record> S severa(EntityDefinition<?, S, A> definition, A agreed) {
        ObjectNode answered = body(definition, agreed);
        definition
                .mapping()
                .addedBySevera(agreed)
                .forEach((field, value) -> answered.set(field, Json.MAPPER.valueToTree(value)));
        return Json.MAPPER.treeToValue(answered, definition.severa().resource().type());
    }

    /** As it is sent to make a record: without what is empty. */
    private static <A extends Record> ObjectNode body(EntityDefinition<?, ?, A> definition, A agreed) {
        MappingContext context = Known.context();
        ObjectNode body = Json.MAPPER.valueToTree(definition.mapping().toSevera(agreed, "parent", context));
        definition
                .mapping()
                .onCreate(agreed, context)
                .forEach((field, value) -> body.set(field, Json.MAPPER.valueToTree(value)));
        body.properties().removeIf(field -> field.getValue().isNull());
        return body;
    }

    private static <E extends Record> E row(Class<E> type, Function<String, @Nullable String> values) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] made = Arrays.stream(components)
                .map(component -> value(component.getType(), values.apply(component.getName())))
                .toArray();
        try {
            Constructor<E> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(made);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static Object value(Class<?> type, @Nullable String text) {
        if (type == String.class) {
            return text == null ? "" : text;
        }
        BigDecimal number = text == null || !text.matches("-?[0-9.]+") ? BigDecimal.ZERO : new BigDecimal(text);
        return type == int.class
                ? (Object) number.intValue()
                : type == long.class ? (Object) number.longValue() : number;
    }

    @Test
    void everyRejectCodeSaysHowToFixIt() {
        assertThat(RejectCatalogue.all())
                .extracting(Reason::fix)
                .allSatisfy(fix -> assertThat(fix).isNotBlank());
    }
}
