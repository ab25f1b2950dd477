package io.severabridge.sync.staging;

import io.severabridge.failure.Rejected;
import io.severabridge.severa.Json;
import io.severabridge.store.ledger.Intents.Intent;
import io.severabridge.store.ledger.LinkStore.Link;
import io.severabridge.store.staging.ErpLookUp.Like;
import io.severabridge.store.staging.ErpRecords.Match;
import io.severabridge.store.staging.MatchValues;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.mapping.Reference;
import io.severabridge.sync.plan.Candidate;
import io.severabridge.sync.plan.Candidate.OfErp;
import io.severabridge.sync.plan.Candidate.OfSevera;
import io.severabridge.sync.run.RunContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches, a page of records at a time, all that is needed to decide on them. */
public final class CandidateLoader<E extends Record, S extends Record> {
    private static final Logger LOG = LoggerFactory.getLogger(CandidateLoader.class);

    private final EntityDefinition<E, S, ?> definition;
    private final RunContext work;
    private final StoredReferences store;
    private final MatchProblems<S> problems;
    private final Consumer<Candidate<E, S>> trial;

    /** {@code trial} decides, so that it is known what the records refer to; what it decides is not used. */
    public CandidateLoader(EntityDefinition<E, S, ?> definition, RunContext work, Consumer<Candidate<E, S>> trial) {
        this.definition = definition;
        this.work = work;
        this.store = new StoredReferences(work);
        this.problems = new MatchProblems<>(definition, work);
        this.trial = trial;
    }

    List<Candidate<E, S>> ofRows(List<E> rows) {
        List<String> keys = rows.stream().map(definition.erp()::key).toList();
        Map<String, Match> matches = work.erpRecords.matches(definition.entity(), keys);
        Map<String, Link> links = work.links.of(definition.entity(), keys);
        String facetOf = definition.belonging().facetOf();
        Map<String, Link> owners = facetOf == null ? Map.of() : work.links.of(facetOf, keys);
        Map<String, Intent> intents = work.intents.of(definition.entity(), keys);
        Set<String> rejected = work.rejects.open(definition.entity(), keys);
        Map<String, S> records = records(guids(facetOf == null ? links : owners, facetOf == null ? matches : Map.of()));
        PageReferences references = store.ofPage();
        Map<String, S> made = madeWithParents(rows, links, matches, references);
        List<Candidate<E, S>> candidates = new ArrayList<>();
        for (E row : rows) {
            String key = definition.erp().key(row);
            Match match = matches.get(key);
            candidates.add(new OfErp<>(
                    row,
                    key,
                    definition.erp().label(row),
                    match,
                    problem(key, match),
                    rejected.contains(key),
                    links.get(key),
                    owners.get(key),
                    intents.get(key),
                    records,
                    made.get(key),
                    references));
        }
        learn(candidates, references);
        return candidates;
    }

    List<Candidate<E, S>> ofRecords(List<S> records) {
        List<MatchValues> keys =
                records.stream().map(definition.severa().resource()::keys).toList();
        List<List<Like>> twins = work.erpLookUp.like(definition.entity(), keys);
        PageReferences references = store.ofPage();
        List<Candidate<E, S>> candidates = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            candidates.add(new OfSevera<>(records.get(i), twins.get(i), references));
        }
        learn(candidates, references);
        return candidates;
    }

    private void learn(List<Candidate<E, S>> candidates, PageReferences references) {
        references.learn(() -> candidates.forEach(candidate -> {
            try {
                trial.accept(candidate);
            } catch (RuntimeException e) {
                // Of what is not known yet anything can come; the decision itself says what is wrong.
                LOG.trace("on trial", e);
            }
        }));
    }

    private @Nullable Rejected problem(String key, @Nullable Match match) {
        return match == null || match.problem() == null ? null : problems.rejected(match.problem(), key, match);
    }

    private static Set<String> guids(Map<String, Link> links, Map<String, Match> matches) {
        Set<String> guids = new HashSet<>();
        links.values().forEach(link -> guids.add(link.guid()));
        matches.values().stream().map(Match::guid).filter(Objects::nonNull).forEach(guids::add);
        return guids;
    }

    private Map<String, S> records(Collection<String> guids) {
        Map<String, S> records = new HashMap<>();
        work.stage
                .bodies(definition.resource(), guids)
                .forEach((guid, body) -> records.put(
                        guid,
                        Json.MAPPER.readValue(
                                body, definition.severa().resource().type())));
        return records;
    }

    /** By the key of the row: what the parent points to, unless it is linked or matched already. */
    private Map<String, S> madeWithParents(
            List<E> rows, Map<String, Link> links, Map<String, Match> matches, PageReferences references) {
        var made = definition.belonging().madeWithParent();
        String parentEntity = definition.belonging().parent();
        if (made == null || parentEntity == null) {
            return Map.of();
        }
        List<E> alone = rows.stream()
                .filter(row -> isAlone(definition.erp().key(row), links, matches))
                .toList();
        Map<String, String> parents = parents(alone, parentEntity, references);
        Map<String, String> pointers = pointers(made.resource(), made.field(), new HashSet<>(parents.values()));
        Set<String> free = new HashSet<>(pointers.values());
        work.links.ofGuids(definition.entity(), free).values().forEach(link -> free.remove(link.guid()));
        free.removeAll(work.erpLookUp.matched(definition.entity(), free));
        Map<String, S> records = records(free);
        Map<String, S> found = new HashMap<>();
        parents.forEach((key, parent) -> {
            S record = records.get(pointers.getOrDefault(parent, ""));
            if (record != null) {
                found.put(key, record);
            }
        });
        return found;
    }

    /** GUIDs of the linked parents, by the rows' keys. */
    private Map<String, String> parents(List<E> rows, String entity, PageReferences references) {
        references.learn(() -> rows.forEach(
                row -> references.byKey(entity, definition.belonging().parentKey(row))));
        Map<String, String> parents = new HashMap<>();
        rows.forEach(row -> {
            if (references.byKey(entity, definition.belonging().parentKey(row)) instanceof Reference.Linked parent) {
                parents.put(definition.erp().key(row), parent.guid());
            }
        });
        return parents;
    }

    /** The GUIDs that a field of these records holds, by theirs. */
    private Map<String, String> pointers(String resource, String field, Set<String> guids) {
        Map<String, String> pointers = new HashMap<>();
        work.stage.bodies(resource, guids).forEach((guid, body) -> {
            String pointer = Json.MAPPER.readTree(body).path(field).path("guid").asString("");
            if (!pointer.isEmpty()) {
                pointers.put(guid, pointer);
            }
        });
        return pointers;
    }

    private static boolean isAlone(String key, Map<String, Link> links, Map<String, Match> matches) {
        Match match = matches.get(key);
        return !links.containsKey(key) && (match == null || match.guid() == null);
    }
}
