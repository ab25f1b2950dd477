package io.severabridge.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.store.staging.ErpLookUp.Like;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.plan.Things.Agreement;
import io.severabridge.sync.plan.Things.Case;
import io.severabridge.sync.plan.Things.Row;
import io.severabridge.sync.plan.Things.Thing;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is decided towards the ERP, rule by rule, without any database. */
class ErpDeciderTest {
    private static final Agreement AGREED = new Agreement("1", "Anna", null);

    private static ErpDecision<Row, Thing, Agreement> decided(Candidate<Row, Thing> candidate) {
        return Things.erpDecider(Things.definition()).process(candidate);
    }

    private static String words(ErpDecision<Row, Thing, Agreement> decision) {
        if (decision instanceof ErpDecision.Update<?, ?, ?> update) {
            return "update " + new TreeSet<>(update.changed());
        }
        if (decision instanceof ErpDecision.Insert<?, ?, ?> insert) {
            return "insert " + insert.values().get("name");
        }
        if (decision instanceof ErpDecision.Skipped<?, ?, ?> skipped) {
            return "skip " + skipped.why().code();
        }
        if (decision instanceof ErpDecision.Refused<?, ?, ?> refused) {
            return "reject " + refused.why().reason().code();
        }
        return decision.getClass().getSimpleName();
    }

    static Stream<Arguments> rows() {
        Row anna = new Row(1, "1", "Anna", 0, Things.GUID, "");
        return Stream.of(
                Arguments.of(
                        "linked, nothing changed",
                        Things.of(anna).linked(Things.thing("1", "Anna"), AGREED, AGREED),
                        "Same"),
                Arguments.of(
                        "linked, changed in Severa",
                        Things.of(anna).linked(Things.thing("1", "Bea"), AGREED, AGREED),
                        "update [name]"),
                Arguments.of(
                        "linked, changed in the ERP: the other direction's",
                        Things.of(new Row(1, "1", "Bea", 0, Things.GUID, ""))
                                .linked(Things.thing("1", "Anna"), AGREED, AGREED),
                        "Same"),
                Arguments.of(
                        "a first link with an empty name in the ERP",
                        Things.of(Things.row("1", "")).matched(Things.thing("1", "Bea"), "number"),
                        "update [name]"),
                Arguments.of(
                        "the number that other tables refer by was changed",
                        Things.of(anna).linked(Things.thing("2", "Anna"), AGREED, AGREED),
                        "reject number-changed"),
                Arguments.of("not in Severa: the other direction's", Things.of(anna), "Passed"),
                Arguments.of(
                        "excluded: the other direction's",
                        Things.of(new Row(1, "1", "Anna", 0, "", "excluded")),
                        "Passed"),
                Arguments.of(
                        "ambiguous", Things.of(anna).problem(EngineRejects.AMBIGUOUS_MATCH), "reject ambiguous-match"),
                Arguments.of(
                        "ambiguous, and rejected by the other direction already",
                        Things.of(anna).problem(EngineRejects.AMBIGUOUS_MATCH).rejectedAlready(),
                        "Passed"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void rows(String when, Case of, String decision) {
        assertThat(words(decided(of.candidate()))).as(when).isEqualTo(decision);
    }

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("the ERP has nothing like it", Things.newcomer(Things.thing("1", "Bea")), "insert Bea"),
                Arguments.of("inactive", Things.newcomer(Things.thing("1", "inactive")), "skip inactive"),
                Arguments.of(
                        "a name longer than its column, which may be cut",
                        Things.newcomer(Things.thing("1", "Bea with a long name")),
                        "insert Bea with a"),
                Arguments.of(
                        "a number longer than its column",
                        Things.newcomer(Things.thing("12345678901", "Bea")),
                        "reject too-long"),
                Arguments.of(
                        "a row that may be the same",
                        Things.newcomer(Things.thing("1", "Bea"), new Like("1", "thing 1", "name", false)),
                        "reject ambiguous-match"),
                Arguments.of(
                        "a row with the number that is another record",
                        Things.newcomer(Things.thing("1", "Bea"), new Like("1", "thing 1", "number", true)),
                        "reject number-used-twice"),
                Arguments.of(
                        "a row with the e-mail address that is another record",
                        Things.newcomer(Things.thing("1", "Bea"), new Like("1", "thing 1", "e-mail", true)),
                        "reject email-used-twice"),
                Arguments.of(
                        "a row of that name that is another record",
                        Things.newcomer(Things.thing("1", "Bea"), new Like("1", "thing 1", "name", true)),
                        "insert Bea"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void records(String when, Candidate<Row, Thing> candidate, String decision) {
        assertThat(words(decided(candidate))).as(when).isEqualTo(decision);
    }

    @Test
    void aNewRowCarriesTheGuidOfItsRecordSoThatItIsFoundAgain() {
        var decision = (ErpDecision.Insert<?, ?, ?>) decided(Things.newcomer(Things.thing("1", "Bea")));
        assertThat(decision.values()).containsEntry("guid", Things.GUID);
    }

    @Test
    void aTextThatIsCutIsRemarkedOn() {
        assertThat(decided(Things.newcomer(Things.thing("1", "Bea with a long name")))
                        .context()
                        .warnings())
                .extracting(MappingContext.Warning::code)
                .containsExactly("text-cut");
    }

    @Test
    void aReferenceThatTheErpDoesNotHaveStaysAsItIsAndIsTriedAgain() {
        Thing owned = new Thing(Things.GUID, "1", "Anna", "user-404", null);
        Row row = new Row(1, "1", "Anna", 7, Things.GUID, "");
        Agreement before = new Agreement("1", "Anna", "user-7");
        var decision = decided(Things.of(row).linked(owned, before, before).candidate());
        assertThat(words(decision)).isEqualTo("Same");
        assertThat(decision.context().openFields()).containsExactly("owner");
    }

    @Test
    void aRecordBelowOneThatTheErpDoesNotHaveWaits() {
        Thing below = new Thing(Things.GUID, "1", "Bea", null, "place-404");
        assertThat(words(Things.erpDecider(Things.belongingToPlaces()).process(Things.newcomer(below))))
                .isEqualTo("skip parent-not-transferred");
    }
}
