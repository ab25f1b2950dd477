package io.severabridge.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.severa.PatchOperation;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.plan.Things.Agreement;
import io.severabridge.sync.plan.Things.Case;
import io.severabridge.sync.plan.Things.Row;
import io.severabridge.sync.plan.Things.Thing;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is decided on a row of the ERP, rule by rule, without any database. */
class DeciderTest {
    private static final Agreement AGREED = new Agreement("1", "Anna", null);

    private static Decision<Thing, Agreement> decided(Case of) {
        return Things.decider(Things.definition()).decide(of.candidate()).decision();
    }

    /** The decision in words: what it is, and what it is about. */
    private static String words(Decision<Thing, Agreement> decision) {
        if (decision instanceof Decision.Create<?, ?> create) {
            return "create " + create.body().path("name").asString("") + (create.inDoubt() == null ? "" : " in doubt");
        }
        if (decision instanceof Decision.Keep<?, ?> keep) {
            String what = keep.link() == null ? (keep.ownCreate() ? "own create" : "link") : "keep";
            return what + " by " + keep.rule() + " "
                    + keep.operations().stream()
                            .map(PatchOperation::path)
                            .sorted()
                            .toList();
        }
        if (decision instanceof Decision.Skipped<?, ?> skipped) {
            return "skip " + skipped.why().code();
        }
        if (decision instanceof Decision.Refused<?, ?> refused) {
            return "reject " + refused.rejected().reason().code();
        }
        return decision.getClass().getSimpleName();
    }

    static Stream<Arguments> decisions() {
        Row anna = Things.row("1", "Anna");
        Thing same = Things.thing("1", "Anna");
        Thing bea = Things.thing("1", "Bea");
        return Stream.of(
                // A first link: the match's rule, and the empty value never wins.
                Arguments.of("nothing like it in Severa", Things.of(anna), "create Anna"),
                Arguments.of("matched by number", Things.of(anna).matched(same, "number"), "link by number []"),
                Arguments.of("matched by name", Things.of(anna).matched(same, "name"), "link by name []"),
                Arguments.of("matched by GUID", Things.of(anna).matched(same, "guid"), "link by guid []"),
                Arguments.of(
                        "a first link with another name: the ERP's wins on conflict",
                        Things.of(anna).matched(bea, "number"),
                        "link by number [/name]"),
                Arguments.of(
                        "a first link with an empty name in the ERP",
                        Things.of(Things.row("1", "")).matched(bea, "number"),
                        "link by number []"),
                // Later: who has changed wins.
                Arguments.of(
                        "linked, nothing changed", Things.of(anna).linked(same, AGREED, AGREED), "keep by link []"),
                Arguments.of(
                        "linked, changed in the ERP",
                        Things.of(filled("Anna B")).linked(same, AGREED, AGREED),
                        "keep by link [/name]"),
                Arguments.of(
                        "linked, changed in Severa: the other direction's",
                        Things.of(anna).linked(bea, AGREED, AGREED),
                        "keep by link []"),
                Arguments.of(
                        "linked, what Severa made of our value is no change",
                        Things.of(anna).linked(bea, AGREED, new Agreement("1", "Bea", null)),
                        "keep by link []"),
                // Problems of the match.
                Arguments.of(
                        "ambiguous", Things.of(anna).problem(EngineRejects.AMBIGUOUS_MATCH), "reject ambiguous-match"),
                Arguments.of(
                        "a GUID that two rows carry",
                        Things.of(anna).problem(EngineRejects.GUID_USED_TWICE),
                        "reject guid-used-twice"),
                Arguments.of("its record is gone", Things.of(anna).matchedToNothing(), "reject linked-record-gone"),
                // Scope.
                Arguments.of("excluded", Things.of(group("excluded")), "skip excluded"),
                Arguments.of(
                        "excluded and linked: never updated",
                        Things.of(group("excluded")).linked(bea, AGREED, AGREED),
                        "skip excluded"),
                Arguments.of("excluded unless linked", Things.of(group("unless-linked")), "skip excluded"),
                Arguments.of(
                        "excluded unless linked, a number in common is no link",
                        Things.of(group("unless-linked")).matched(same, "number"),
                        "skip excluded"),
                Arguments.of(
                        "excluded unless linked, linked",
                        Things.of(group("unless-linked")).linked(same, AGREED, AGREED),
                        "keep by link []"),
                Arguments.of(
                        "excluded unless linked, its GUID field names the record",
                        Things.of(group("unless-linked")).matched(same, "guid"),
                        "link by guid []"),
                Arguments.of("inactive and not there", Things.of(group("inactive")), "skip inactive"),
                Arguments.of(
                        "inactive and there",
                        Things.of(group("inactive")).matched(same, "number"),
                        "link by number []"),
                Arguments.of("stands for no record", Things.of(group("absent")), "Absent"),
                Arguments.of(
                        "excluded rows are not told what else is wrong",
                        Things.of(group("excluded")).problem(EngineRejects.AMBIGUOUS_MATCH),
                        "skip excluded"),
                Arguments.of(
                        "held back as it is in Severa",
                        Things.of(anna).matched(Things.thing("1", "held"), "number"),
                        "reject unknown-owner"),
                // A create whose answer was lost.
                Arguments.of("in doubt, not found", Things.of(anna).inDoubt(), "create Anna in doubt"),
                Arguments.of(
                        "in doubt, found: it is ours",
                        Things.of(anna).matched(bea, "number").inDoubt(),
                        "own create by number [/name]"),
                // Values.
                Arguments.of(
                        "a character that the ERP cannot hold",
                        Things.of(Things.row("1", "Łódź")),
                        "reject outside-code-page"),
                Arguments.of("an owner that the ERP does not have", Things.of(owned(404)), "reject unknown-owner"),
                Arguments.of("an owner that was rejected", Things.of(owned(8)), "reject depends-on-rejected"),
                Arguments.of("an owner that is not transferred is left empty", Things.of(owned(9)), "create Anna"),
                // A number used again.
                Arguments.of(
                        "linked, GUID emptied, another name",
                        Things.of(Things.row("1", "Carla")).linked(bea, AGREED, AGREED),
                        "reject link-mismatch"),
                Arguments.of(
                        "linked, GUID emptied, the name as it was",
                        Things.of(anna).linked(bea, AGREED, AGREED),
                        "keep by link []"));
    }

    /** With its GUID in the ERP's field. */
    private static Row filled(String name) {
        return new Row(1, "1", name, 0, Things.GUID, "");
    }

    private static Row group(String group) {
        return new Row(1, "1", "Anna", 0, "", group);
    }

    private static Row owned(int owner) {
        return new Row(1, "1", "Anna", owner, "", "");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void decisions(String when, Case of, String decision) {
        assertThat(words(decided(of))).as(when).isEqualTo(decision);
    }

    @Test
    void whatIsWrongNamesFieldAndValueAndTheRecordsItMayBe() {
        Decision<Thing, Agreement> decision = decided(Things.of(Things.row("1", "Łódź")));
        assertThat(((Decision.Refused<?, ?>) decision).rejected())
                .hasMessageContaining("U+0141")
                .hasMessageContaining("windows-1252");
    }

    @Test
    void anOwnerThatIsNotTransferredIsRemarkedOn() {
        DecidedRow<Row, Thing, Agreement> planned =
                Things.decider(Things.definition()).decide(Things.of(owned(9)).candidate());
        assertThat(planned.context().warnings())
                .extracting(MappingContext.Warning::code)
                .containsExactly("reference-not-transferred");
    }

    @Test
    void anOwnerThatSeveraCannotDoWithoutStays() {
        Thing owned = new Thing(Things.GUID, "1", "Anna", "user-7", null);
        Agreement before = new Agreement("1", "Anna", "user-7");
        DecidedRow<Row, Thing, Agreement> planned = Things.decider(Things.definition())
                .decide(Things.of(owned(0)).linked(owned, before, before).candidate());
        assertThat(words(planned.decision())).isEqualTo("keep by link []");
        assertThat(planned.context().warnings())
                .extracting(MappingContext.Warning::code)
                .containsExactly("reference-kept");
    }

    @ParameterizedTest(name = "belonging to place {0}: {1}")
    @CsvSource({
        "7, create Anna",
        "9, skip parent-not-transferred",
        "8, reject depends-on-rejected",
        "404, reject unknown-place",
    })
    void aRecordGoesTheWayOfTheOneItBelongsTo(int place, String decision) {
        assertThat(words(Things.decider(Things.belongingToPlaces())
                        .decide(Things.of(owned(place)).candidate())
                        .decision()))
                .isEqualTo(decision);
    }

    @Test
    void aRecordIsNeverMovedToAnother() {
        Thing elsewhere = new Thing(Things.GUID, "1", "Anna", null, "place-6");
        Decision<Thing, Agreement> decision = Things.decider(Things.belongingToPlaces())
                .decide(Things.of(owned(7)).matched(elsewhere, "link").candidate())
                .decision();
        assertThat(((Decision.Refused<?, ?>) decision).rejected())
                .hasMessageContaining("in the ERP it belongs to place place-7, its record in Severa to place place-6");
    }

    @Test
    void whatWasSentOnceIsNeverLookedAtAgain() {
        Decision<Thing, Agreement> decision = Things.decider(Things.sentOnce())
                .decide(Things.of(Things.row("1", "Carla"))
                        .linked(Things.thing("1", "Bea"), AGREED, AGREED)
                        .problem(EngineRejects.AMBIGUOUS_MATCH)
                        .candidate())
                .decision();
        assertThat(decision).isInstanceOf(Decision.Sent.class);
    }

    @Test
    void theSameIsDecidedAgain() {
        var candidate = Things.of(filled("Anna B"))
                .linked(Things.thing("1", "Anna"), AGREED, AGREED)
                .candidate();
        Decider<Row, Thing, Agreement> decider = Things.decider(Things.definition());
        assertThat(decider.decide(candidate).decision())
                .isEqualTo(decider.decide(candidate).decision());
    }
}
