package io.severabridge.sync.definition;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.failure.Reason;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.mapping.RecordMapping;
import io.severabridge.sync.record.RecordFields;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A definition that contradicts itself is refused when it is built, in one sentence that begins with the entity. */
class EntityDefinitionTest {
    private static final ListRequest LIST = ListRequest.of("/v1/things", Paging.TOKEN);
    private static final Reason UNKNOWN = EngineRejects.AMBIGUOUS_MATCH;
    private static final ErpTable<Row> INSERTED = ErpTable.of("thing/update", "thing/insert", Row::key);

    record Row(String key, long changedAt) {}

    record Thing(String guid) {}

    record RecordFields(String code) {}

    private static ErpSourceBuilder<Row> rows() {
        return ErpSource.of("thing/rows", Row.class, Row::key, Row::key);
    }

    private static ErpSourceBuilder<Row> written() {
        return rows().writtenTo(INSERTED);
    }

    private static SeveraResource.Builder<Thing> things() {
        return SeveraResource.of("things", Thing.class, LIST, Thing::guid, thing -> null);
    }

    private static SeveraSide.Builder<Thing> read() {
        return SeveraSide.of(things().build());
    }

    private static SeveraSide.Builder<Thing> sent() {
        return read().createdAt("/v1/things").updatedAt(thing -> "/v1/things/" + thing.guid());
    }

    private static RecordMapping.Builder<Row, Thing, RecordFields> bothWays() {
        return RecordMapping.bothWays(
                RecordFields.class,
                (row, context) -> new RecordFields(row.key()),
                (thing, context) -> new RecordFields(thing.guid()),
                (agreed, parent, context) -> Map.of(),
                (agreed, now, context) -> new ErpValues());
    }

    private static RecordMapping.Builder<Row, Thing, RecordFields> lookedUp() {
        return bothWays().lookedUpIn((agreed, parent) -> LIST);
    }

    private static EntityDefinition.Builder<Row, Thing, RecordFields> thing() {
        return thing(written(), sent(), lookedUp());
    }

    private static EntityDefinition.Builder<Row, Thing, RecordFields> thing(
            ErpSourceBuilder<Row> erp,
            SeveraSide.Builder<Thing> severa,
            RecordMapping.Builder<Row, Thing, RecordFields> of) {
        return EntityDefinition.of("thing", erp.build(), severa.build(), of.build())
                .undo(rules -> rules.notLookedAt("nothing refers to it"));
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                contradiction(
                        "a mapping to the ERP needs a table that it is written to", thing(rows(), sent(), lookedUp())),
                contradiction(
                        "a table that is written to needs a mapping to the ERP",
                        thing(written(), sent(), toSevera().lookedUpIn((agreed, parent) -> LIST))),
                contradiction(
                        "columns of new rows need an insert",
                        thing(
                                rows().writtenTo(ErpTable.updated("thing/update", Row::key)),
                                sent(),
                                lookedUp().onErpCreate((thing, parentKey, context) -> Map.of()))),
                contradiction(
                        "a template for new rows needs an insert",
                        thing(
                                rows().writtenTo(ErpTable.updated("thing/update", Row::key))
                                        .like(company -> 1),
                                sent(),
                                lookedUp())),
                contradiction(
                        "an insert needs a number series", thing(written().numberedByErp("code"), sent(), lookedUp())),
                contradiction(
                        "the number that the ERP gives is sent back, which needs a path for updates",
                        thing(numbered().numberedByErp("code"), read().createdAt("/v1/things"), lookedUp())),
                contradiction(
                        "the agreed record has no field number",
                        thing(numbered().numberedByErp("number"), sent(), lookedUp())),
                contradiction(
                        "rows in the order of a number need that number of a row",
                        thing(written().inOrderOfNumbers(Long::parseLong), sent(), lookedUp())),
                contradiction(
                        "rows counted by a number need the number of a position",
                        thing(written().addedBy(Row::changedAt).countedBy("thing/counts"), sent(), lookedUp())),
                contradiction(
                        "a mapping to Severa needs a path for creates or updates",
                        thing(written(), read(), bothWays())),
                contradiction(
                        "a path for creates or updates needs a mapping to Severa",
                        thing(written(), sent(), toErp().lookedUpIn((agreed, parent) -> LIST))),
                contradiction("a create needs a list in which it is looked up", thing(written(), sent(), bothWays())),
                contradiction(
                        "a look-up needs a path for creates",
                        thing(written(), read().updatedAt(Thing::guid), lookedUp())),
                contradiction("a facet is never created", thing().belongs(to -> to.facetOf("owner", UNKNOWN))),
                contradiction(
                        "what is replaced when it changes needs paths for creates and deletes",
                        thing(written(), read().createdAt("/v1/things").replacedWhenChanged(), lookedUp())),
                contradiction(
                        "what may be missing is deleted, which needs a path for it",
                        thing(
                                written(),
                                read().createdAt("/v1/things"),
                                lookedUp().mayBeMissing(row -> new RecordFields("")))),
                contradiction(
                        "what identifies a record is looked at where its GUID field is empty, and there is no such field",
                        thing().match(rules -> rules.identifiedBy(agreed -> List.of(agreed.code())))),
                contradiction(
                        "a number that is known below a parent needs a parent",
                        thing().match(MatchRules.Builder::knownByNumber)),
                contradiction("lists per parent need a parent", thing(written(), perParent(), lookedUp())),
                contradiction(
                        "lists per parent need the resource of the parent",
                        thing(written(), perParent(), lookedUp())
                                .belongs(to -> to.childOf("owner", Row::key, UNKNOWN))),
                contradiction(
                        "what is made with its parent needs a parent",
                        thing().belongs(to -> to.madeWithParent("owners", "thing", (erp, severa) -> true))),
                contradiction(
                        "a facet has no parent of its own",
                        thing(written(), read().updatedAt(Thing::guid), bothWays())
                                .belongs(to ->
                                        to.childOf("owner", Row::key, UNKNOWN).facetOf("other", UNKNOWN))),
                contradiction(
                        "an undo needs to know what refers to a record that was made, or why it need not look",
                        EntityDefinition.of(
                                "thing",
                                written().build(),
                                sent().build(),
                                lookedUp().build())),
                contradiction(
                        "rows are matched by keys that records of Severa are not matched by",
                        thing().match(rules -> rules.by(MatchKeys.code(Row::key, Thing::guid)))),
                contradiction(
                        "an order from the top down needs rows above rows",
                        thing().belongs(Belonging.Builder::topDown)));
    }

    private static ErpSourceBuilder<Row> numbered() {
        return rows().writtenTo(INSERTED.numbered("id", "thing/next-id"));
    }

    private static SeveraSide.Builder<Thing> perParent() {
        return SeveraSide.of(things().readPerParent(parent -> LIST).build())
                .createdAt("/v1/things")
                .updatedAt(Thing::guid);
    }

    private static RecordMapping.Builder<Row, Thing, RecordFields> toSevera() {
        return RecordMapping.onlyToSevera(
                RecordFields.class,
                (row, context) -> new RecordFields(row.key()),
                (thing, context) -> new RecordFields(thing.guid()),
                (agreed, parent, context) -> Map.of());
    }

    private static RecordMapping.Builder<Row, Thing, RecordFields> toErp() {
        return RecordMapping.onlyToErp(
                RecordFields.class,
                (row, context) -> new RecordFields(row.key()),
                (thing, context) -> new RecordFields(thing.guid()),
                (agreed, now, context) -> new ErpValues());
    }

    private static Arguments contradiction(
            String sentence, EntityDefinition.Builder<Row, Thing, RecordFields> definition) {
        Supplier<EntityDefinition<Row, Thing, RecordFields>> build = definition::build;
        return Arguments.of(sentence, build);
    }

    @ParameterizedTest(name = "thing: {0}")
    @MethodSource("contradictions")
    void aContradictionIsRefused(String sentence, Supplier<EntityDefinition<Row, Thing, RecordFields>> build) {
        assertThatThrownBy(build::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("thing: " + sentence);
    }

    @Test
    void aTransferGoesAWayThatItsMappingGoes() {
        var oneWay = thing(rows(), sent(), toSevera().lookedUpIn((agreed, parent) -> LIST))
                .build();
        assertThatThrownBy(() -> new Transfer("thing", Direction.TO_ERP, "Things.", oneWay))
                .hasMessage("thing: its mapping does not go to-erp");
    }
}
