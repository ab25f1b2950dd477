package io.severabridge.sync.staging;

import io.severabridge.failure.Rejected;
import io.severabridge.severa.Json;
import io.severabridge.store.staging.ErpRecords.Match;
import io.severabridge.store.staging.Matching;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.SeveraSide;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.plan.SameRecord;
import io.severabridge.sync.run.RunContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words for what the match found wrong. */
final class MatchProblems<S extends Record> {
    /** A problem that the match has noted for a row, in words. */
    interface Problem {
        Rejected rejected(MatchProblems<?> problems, String key, Match match);
    }

    /** By the code that the match notes. */
    static final Map<String, Problem> PROBLEMS = Map.of(
            EngineRejects.AMBIGUOUS_MATCH.code(),
            MatchProblems::ambiguous,
            EngineRejects.NUMBER_USED_TWICE.code(),
            (problems, key, match) -> new Rejected(
                    EngineRejects.NUMBER_USED_TWICE,
                    "number",
                    match.keys().number(),
                    "another row of the ERP has the same number"),
            EngineRejects.EMAIL_USED_TWICE.code(),
            (problems, key, match) -> new Rejected(
                    EngineRejects.EMAIL_USED_TWICE,
                    "e-mail",
                    match.keys().email(),
                    "another employee has the same e-mail address"),
            EngineRejects.CYCLE.code(),
            (problems, key, match) -> new Rejected(
                    EngineRejects.CYCLE, "above", key, "it is its own superior, directly or through others"),
            EngineRejects.LINK_MISMATCH.code(),
            (problems, key, match) ->
                    match.guid() == null ? problems.ofDeletedRow(key, match) : otherGuid(match, match.guid()),
            EngineRejects.LINKED_RECORD_GONE.code(),
            (problems, key, match) -> SameRecord.gone(match),
            EngineRejects.GUID_USED_TWICE.code(),
            (problems, key, match) -> new Rejected(
                    EngineRejects.GUID_USED_TWICE,
                    SameRecord.GUID,
                    match.erpGuid(),
                    "another row of the ERP has the same GUID"),
            EngineRejects.GUID_NOT_VALID.code(),
            (problems, key, match) -> new Rejected(
                    EngineRejects.GUID_NOT_VALID, SameRecord.GUID, match.erpGuid(), "the field does not hold a GUID"));

    private final EntityDefinition<?, S, ?> definition;
    private final RunContext work;

    MatchProblems(EntityDefinition<?, S, ?> definition, RunContext work) {
        this.definition = definition;
        this.work = work;
    }

    Rejected rejected(String code, String key, Match match) {
        Problem problem = PROBLEMS.get(code);
        if (problem == null) {
            throw new IllegalStateException("the match does not find " + code);
        }
        return problem.rejected(this, key, match);
    }

    private static Rejected otherGuid(Match match, String linked) {
        return new Rejected(
                EngineRejects.LINK_MISMATCH,
                SameRecord.GUID,
                match.erpGuid(),
                "the ERP's field holds another GUID than the link, " + linked);
    }

    private Rejected ofDeletedRow(String key, Match match) {
        List<String> guids = new Matching(
                        work.bridge,
                        work.company.name(),
                        definition.entity(),
                        definition.severa().resource().name())
                .ofDeletedRows(key);
        Map<String, String> bodies =
                work.stage.bodies(definition.severa().resource().name(), guids);
        return new Rejected(
                EngineRejects.LINK_MISMATCH,
                "number",
                match.keys().number(),
                "in Severa "
                        + guids.stream()
                                .map(guid -> called(bodies.get(guid), guid) + ", linked to the row "
                                        + String.join(
                                                ", ",
                                                work.links
                                                        .ofGuids(definition.entity(), List.of(guid))
                                                        .keySet()))
                                .collect(Collectors.joining("; "))
                        + ", which the ERP no longer has, carries that number");
    }

    private String called(@Nullable String body, String guid) {
        SeveraSide<S> severa = definition.severa();
        return severa.called(
                body == null
                        ? null
                        : Json.MAPPER.readValue(body, severa.resource().type()),
                guid);
    }

    private Rejected ambiguous(String key, Match match) {
        List<String> guids = new Matching(
                        work.bridge,
                        work.company.name(),
                        definition.entity(),
                        definition.severa().resource().name())
                .candidates(key, definition.matching().several());
        Map<String, String> bodies =
                work.stage.bodies(definition.severa().resource().name(), guids);
        String candidates =
                guids.stream().map(guid -> called(bodies.get(guid), guid)).collect(Collectors.joining(", "));
        String name = match.keys().name();
        return new Rejected(
                definition.matching().ambiguous(),
                name == null ? "number" : "name",
                withoutParent(name == null ? match.keys().number() : name),
                "Severa has records that may be the same: " + candidates);
    }

    private @Nullable String withoutParent(@Nullable String key) {
        return key == null || definition.belonging().parent() == null ? key : key.substring(key.indexOf(' ') + 1);
    }
}
