package io.severabridge.transfer;

import io.severabridge.company.Company.Master;
import io.severabridge.erp.CodePage;
import io.severabridge.erp.ColumnRejects;
import io.severabridge.failure.Reason;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.SeveraClient;
import io.severabridge.store.ledger.Intents.Intent;
import io.severabridge.store.ledger.Links.Link;
import io.severabridge.store.ledger.Links.MadeBy;
import io.severabridge.store.staging.ErpRecords.Match;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides what is to be done with each row of a chunk, from what was matched, linked and read: the same for both directions.
 * Sends and writes nothing.
 */
final class Planner<E extends Record, S extends Record, A extends Record> {
    private final EntityDefinition<E, S, A> part;
    private final Workplace work;
    private final StoredReferences references;
    private final Agreed<A> agreed;
    private final MatchProblems problems;
    private final SameRecord<E, S, A> sameRecord;
    private final CodePage codePage;

    Planner(EntityDefinition<E, S, A> part, Workplace work, StoredReferences references, Agreed<A> agreed) {
        this.part = part;
        this.work = work;
        this.references = references;
        this.agreed = agreed;
        this.problems = new MatchProblems(part, work);
        this.sameRecord = new SameRecord<>(part, problems);
        this.codePage = work.erp.codePage();
    }

    /** What the bridge database knows of the rows of a chunk, read at once. */
    private record Known(
            Map<String, Match> matches,
            Map<String, Link> links,
            Map<String, Link> owners,
            Map<String, Intent> intents,
            Map<String, String> bodies) {}

    List<Planned<E, S, A>> plan(List<? extends E> rows) {
        if (part.belonging().parent() != null) {
            references.prefetch(
                    part.belonging().parent(),
                    rows.stream().map(part.belonging()::parentKey).toList());
        }
        Known known = known(rows.stream().map(part.erp()::key).toList());
        return rows.stream().map(row -> planned(row, known)).toList();
    }

    private Known known(List<String> keys) {
        Map<String, Match> matches = work.erpRecords.matches(part.entity(), keys);
        Map<String, Link> links = work.links.of(part.entity(), keys);
        Map<String, Link> owners = part.belonging().facetOf() == null
                ? Map.of()
                : work.links.of(part.belonging().facetOf(), keys);
        Set<String> guids = new HashSet<>();
        owners.values().forEach(owner -> guids.add(owner.guid()));
        if (part.belonging().facetOf() == null) {
            links.values().forEach(link -> guids.add(link.guid()));
            matches.values().stream().map(Match::guid).filter(Objects::nonNull).forEach(guids::add);
        }
        return new Known(
                matches,
                links,
                owners,
                work.intents.of(part.entity(), keys),
                new HashMap<>(work.stage.bodies(part.severa().resource().name(), guids)));
    }

    private Planned<E, S, A> planned(E row, Known known) {
        MappingContext facts = new MappingContext(work.company, work.codes, references);
        String key = part.erp().key(row);
        Decision<S, A> decision;
        try {
            decision = decide(row, key, facts, known);
        } catch (Rejected rejected) {
            decision = new Decision.Refused<>(rejected);
        }
        return new Planned<>(row, key, part.erp().label(row), facts, decision);
    }

    private Decision<S, A> decide(E row, String key, MappingContext facts, Known known) {
        Match match = known.matches.get(key);
        Verdict verdict = part.scope().row(row, work.company);
        if (verdict instanceof Verdict.Skipped skipped && isSkipped(skipped.unless(), key, known, match)) {
            return new Decision.Skipped<>(skipped.why());
        }
        if (match == null) {
            throw new IllegalStateException(part.entity() + " " + key + " came after the match");
        }
        Link sent = part.sentOnce() ? known.links.get(key) : null;
        if (sent != null) {
            return new Decision.Sent<>(sent);
        }
        if (match.problem() != null) {
            throw problems.rejected(match.problem(), key, match);
        }
        boolean nowhere = verdict instanceof Verdict.NoRecord && match.guid() == null && !known.links.containsKey(key);
        if (nowhere) {
            return new Decision.Absent<>();
        }
        refuseForeignCharacters(row);
        List<String> elsewhere = part.matching().elsewhere(row, facts);
        if (!elsewhere.isEmpty()) {
            return new Decision.Elsewhere<>(elsewhere);
        }
        return part.belonging().facetOf() == null
                ? ownRecord(row, key, facts, known, match, verdict)
                : facet(row, key, facts, known);
    }

    /**
     * Linked is what has a link, or whose GUID field names its record; a number in common is none. What is skipped unless it
     * is in Severa is found out later.
     */
    private static boolean isSkipped(Verdict.Unless unless, String key, Known known, @Nullable Match match) {
        return switch (unless) {
            case NEVER -> true;
            case LINKED -> !known.links.containsKey(key) && (match == null || !"guid".equals(match.rule()));
            case THERE -> false;
        };
    }

    /** The ERP stores single-byte text: what is not in its code page would come back as a question mark. */
    private void refuseForeignCharacters(E row) {
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            if (component.getType() != String.class) {
                continue;
            }
            String text = String.valueOf(RowHash.value(component, row));
            Optional<Integer> foreign = codePage.firstForeign(text);
            if (foreign.isPresent()) {
                throw new Rejected(
                        ColumnRejects.OUTSIDE_CODE_PAGE,
                        component.getName(),
                        text,
                        "the character U+" + String.format("%04X", foreign.get()) + " is not in the ERP's code page "
                                + codePage.name());
            }
        }
    }

    private Decision<S, A> ownRecord(
            E row, String key, MappingContext facts, Known known, Match match, Verdict verdict) {
        String parentGuid = "";
        if (part.scope().belonging(row, facts) instanceof Verdict.Skipped skipped) {
            return new Decision.Skipped<>(skipped.why());
        }
        if (part.belonging().parent() != null) {
            Reference parent =
                    facts.byKey(part.belonging().parent(), part.belonging().parentKey(row));
            if (parent instanceof Reference.NotTransferred) {
                return new Decision.Skipped<>(Skip.PARENT_NOT_TRANSFERRED);
            }
            Reason unknown = Objects.requireNonNull(part.belonging().ownerUnknown());
            parentGuid = facts.required(
                    parent, part.belonging().parent(), part.belonging().parentKey(row), unknown, unknown);
        }
        boolean absent = verdict instanceof Verdict.NoRecord;
        Link link = known.links.get(key);
        String guid = match.guid() != null || link == null ? match.guid() : link.guid();
        if (guid == null && !absent) {
            guid = madeWithParent(row, parentGuid, known);
        }
        S severa = guid == null ? null : record(known, guid);
        if (guid != null && severa == null && !part.mapping().mayBeMissing()) {
            throw MatchProblems.gone(match);
        }
        if (severa == null && link == null) {
            return verdict instanceof Verdict.Skipped skipped && skipped.unless() == Verdict.Unless.THERE
                    ? new Decision.Skipped<>(skipped.why())
                    : create(row, key, facts, parentGuid, known);
        }
        if (severa != null) {
            sameRecord.refuseMoved(row, parentGuid, severa);
            if (part.scope().knownRecord(severa, facts) instanceof Verdict.HeldBack held) {
                throw held.why();
            }
        }
        Intent intent = known.intents.get(key);
        // An open intent and no link: it is the record of a create whose answer was lost, and not somebody else's.
        boolean ours = link == null && (intent != null || match.guid() == null);
        return keep(
                row,
                facts,
                parentGuid,
                new Pair<>(severa, guid == null ? Objects.requireNonNull(link).guid() : guid, match.rule()),
                link,
                intent,
                ours);
    }

    /** A record of Severa with its GUID, and what it was matched by; null where it is no longer there. */
    private record Pair<S>(
            @Nullable S severa, String guid, @Nullable String rule) {}

    private Decision<S, A> facet(E row, String key, MappingContext facts, Known known) {
        String owner = Objects.requireNonNull(part.belonging().facetOf());
        Link link = known.owners.get(key);
        if (link == null && part.belonging().onlyOfLinked()) {
            return new Decision.Skipped<>(Skip.NOT_FROM_SEVERA);
        }
        Reference reference = facts.byKey(owner, key);
        boolean linked = link != null
                && !(reference instanceof Reference.NotTransferred)
                && !(reference instanceof Reference.Refused);
        if (link == null || !linked) {
            if (reference instanceof Reference.NotTransferred) {
                return new Decision.Skipped<>(Skip.PARENT_NOT_TRANSFERRED);
            }
            Reason unknown = Objects.requireNonNull(part.belonging().ownerUnknown());
            facts.required(reference, owner, key, unknown, unknown);
            throw new IllegalStateException("a link of " + owner + " " + key + " appeared");
        }
        S severa = record(known, link.guid());
        if (severa == null && part.belonging().onlyOfLinked()) {
            return new Decision.Skipped<>(Skip.NOT_FROM_SEVERA);
        }
        if (severa == null) {
            throw new Rejected(
                    EngineRejects.DEPENDS_ON_REJECTED, owner, key, "the record it belongs to is gone in Severa");
        }
        Link own = known.links.get(key);
        // The record was made from the ERP: its facets come from there too, whoever is master.
        boolean fresh = own == null && link.madeBy() == MadeBy.CREATED;
        return keep(row, facts, "", new Pair<>(severa, link.guid(), null), own, null, fresh);
    }

    /** What the parent points to, unless it is linked or matched already. */
    private @Nullable String madeWithParent(E row, String parentGuid, Known known) {
        var made = part.belonging().madeWithParent();
        if (made == null) {
            return null;
        }
        String parent = work.stage.bodies(made.resource(), List.of(parentGuid)).get(parentGuid);
        String guid = parent == null
                ? ""
                : SeveraClient.JSON
                        .readTree(parent)
                        .path(made.field())
                        .path("guid")
                        .asString("");
        boolean free = !guid.isEmpty()
                && work.links.ofGuids(part.entity(), List.of(guid)).isEmpty()
                && !work.erpLookUp.isMatched(part.entity(), guid);
        if (!free) {
            return null;
        }
        known.bodies.putAll(work.stage.bodies(part.severa().resource().name(), List.of(guid)));
        S severa = record(known, guid);
        MappingContext facts = new MappingContext(work.company, work.codes, references);
        boolean taken = severa != null
                && made.taken()
                        .test(part.mapping().fromErp(row, facts), part.mapping().fromSevera(severa, facts));
        return taken ? guid : null;
    }

    private @Nullable S record(Known known, String guid) {
        String body = known.bodies.get(guid);
        return body == null
                ? null
                : SeveraClient.JSON.readValue(body, part.severa().resource().type());
    }

    private Decision.Create<S, A> create(E row, String key, MappingContext facts, String parentGuid, Known known) {
        A erp = part.mapping().fromErp(row, facts);
        ObjectNode body = Patch.create(part.mapping().toSevera(erp, parentGuid, facts));
        part.mapping()
                .onCreate(erp, facts)
                .forEach((field, value) -> body.set(field, SeveraClient.JSON.valueToTree(value)));
        return new Decision.Create<>(erp, parentGuid, body, known.intents.get(key));
    }

    private Decision<S, A> keep(
            E row,
            MappingContext facts,
            String parentGuid,
            Pair<S> pair,
            @Nullable Link link,
            @Nullable Intent intent,
            boolean ours) {
        Master master = part.master(work.company);
        S severa = pair.severa();
        A now = severa == null ? none(row) : part.mapping().fromSevera(severa, facts);
        Merge.Seen<A> seen = seen(link);
        A full = part.sentOnce() ? now : part.mapping().fromErp(row, facts);
        A erp = ours ? full : withoutImplied(full, seen, facts.impliedFields());
        sameRecord.refuseAnother(row, erp, now, link, seen);
        Merge<A> all = Merge.of(
                agreed, erp, now, seen, ours ? Master.ERP : master, work.company.onConflict(), facts.unspokenFields());
        // What goes one way has no value in Severa that could lose.
        Merge<A> merge = ours || part.erp().tables().isEmpty() ? all.withoutConflicts() : all.from(agreed, full);
        merge.kept()
                .forEach(field -> facts.warn(
                        "reference-kept",
                        field + " stays as it is in Severa, which cannot do without: the ERP no longer has one"));
        boolean changes = !merge.severaChanges().isEmpty();
        if (changes && part.mapping().mayBeMissing() && severa != null && agreed.same(merge.forSevera(), none(row))) {
            return new Decision.Delete<>(severa, pair.guid());
        }
        if (changes && severa == null) {
            ObjectNode body = Patch.create(part.mapping().toSevera(merge.forSevera(), parentGuid, facts));
            part.mapping()
                    .onCreate(merge.forSevera(), facts)
                    .forEach((field, value) -> body.set(field, SeveraClient.JSON.valueToTree(value)));
            return new Decision.Create<>(erp, parentGuid, body, intent);
        }
        if (changes && part.severa().replacedWhenChanged()) {
            ObjectNode body = Patch.create(part.mapping().toSevera(merge.forSevera(), parentGuid, facts));
            return new Decision.Replace<>(
                    new Decision.Create<>(erp, parentGuid, body, intent), Objects.requireNonNull(severa), pair.guid());
        }
        var operations = Patch.replace(
                part.mapping().toSevera(now, parentGuid, facts),
                part.mapping().toSevera(merge.forSevera(), parentGuid, facts));
        return new Decision.Keep<>(
                erp,
                now,
                severa,
                pair.guid(),
                pair.rule(),
                link,
                seen,
                merge,
                link == null && intent != null,
                operations);
    }

    /** What a row only implies counts as empty as long as it was never agreed. */
    private A withoutImplied(A full, Merge.@Nullable Seen<A> seen, Set<String> impliedFields) {
        if (impliedFields.isEmpty()) {
            return full;
        }
        @Nullable Object[] values = agreed.values(full);
        @Nullable Object[] before = seen == null ? new @Nullable Object[values.length] : agreed.values(seen.erp());
        for (String implied : impliedFields) {
            int field = agreed.index(implied);
            boolean another = agreed.isKeptWhenEmpty(field) && !agreed.same(field, values[field], before[field]);
            if (before[field] == null || another) {
                values[field] = null;
            }
        }
        return agreed.record(values);
    }

    private A none(E row) {
        return part.mapping().none(row);
    }

    private Merge.@Nullable Seen<A> seen(@Nullable Link link) {
        if (link == null || link.erpSeen() == null || link.severaSeen() == null) {
            return null;
        }
        return new Merge.Seen<>(
                agreed.parse(link.erpSeen()), agreed.parse(link.severaSeen()), Merge.Seen.open(link.open()));
    }
}
