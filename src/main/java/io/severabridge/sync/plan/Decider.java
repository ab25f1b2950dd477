package io.severabridge.sync.plan;

import io.severabridge.company.Company;
import io.severabridge.company.Company.Master;
import io.severabridge.erp.CodePage;
import io.severabridge.failure.Reason;
import io.severabridge.failure.Rejected;
import io.severabridge.reference.CodeTables;
import io.severabridge.severa.Json;
import io.severabridge.store.ledger.Intents.Intent;
import io.severabridge.store.ledger.LinkStore.Link;
import io.severabridge.store.ledger.LinkStore.MadeBy;
import io.severabridge.store.staging.ErpRecords.Match;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Reference;
import io.severabridge.sync.mapping.Skip;
import io.severabridge.sync.mapping.Verdict;
import io.severabridge.sync.plan.Candidate.OfErp;
import io.severabridge.sync.record.RecordFields;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides what is to be done with a row, from what was matched, linked and read: the same for both directions. A pure
 * function: no clock, no database, no call.
 */
public final class Decider<E extends Record, S extends Record, A extends Record>
        implements ItemProcessor<Candidate<E, S>, DecidedRow<E, S, A>> {
    private final EntityDefinition<E, S, A> definition;
    private final Company company;
    private final CodeTables codes;
    private final CodePage codePage;
    private final RecordFields<A> agreed;
    private final SameRecord<E, S, A> sameRecord;

    public Decider(EntityDefinition<E, S, A> definition, Company company, CodeTables codes, CodePage codePage) {
        this.definition = definition;
        this.company = company;
        this.codes = codes;
        this.codePage = codePage;
        this.agreed = new RecordFields<>(definition.mapping().agreed());
        this.sameRecord = new SameRecord<>(definition);
    }

    @Override
    public DecidedRow<E, S, A> process(Candidate<E, S> candidate) {
        return decide((OfErp<E, S>) candidate);
    }

    DecidedRow<E, S, A> decide(OfErp<E, S> candidate) {
        MappingContext context = new MappingContext(company, codes, candidate.references());
        Decision<S, A> decision;
        try {
            decision = decide(candidate, context);
        } catch (Rejected rejected) {
            decision = new Decision.Refused<>(rejected);
        }
        return new DecidedRow<>(candidate.row(), candidate.key(), candidate.label(), context, decision);
    }

    private Decision<S, A> decide(OfErp<E, S> candidate, MappingContext context) {
        Match match = candidate.match();
        Verdict verdict = definition.scope().row(candidate.row(), company);
        if (verdict instanceof Verdict.Skipped skipped && isSkipped(skipped.unless(), candidate)) {
            return new Decision.Skipped<>(skipped.why());
        }
        if (match == null) {
            throw new IllegalStateException(definition.entity() + " " + candidate.key() + " came after the match");
        }
        if (definition.sentOnce() && candidate.link() != null) {
            return new Decision.Sent<>(candidate.link());
        }
        if (candidate.problem() != null) {
            throw candidate.problem();
        }
        if (verdict instanceof Verdict.NoRecord && match.guid() == null && candidate.link() == null) {
            return new Decision.Absent<>();
        }
        ErpCharacters.refuseForeign(candidate.row(), codePage);
        var elsewhere = definition.matching().elsewhere(candidate.row(), context);
        if (!elsewhere.isEmpty()) {
            return new Decision.Elsewhere<>(elsewhere);
        }
        return definition.isRecord() ? ownRecord(candidate, context, match, verdict) : facet(candidate, context);
    }

    /**
     * Linked is what has a link, or whose GUID field names its record; a number in common is none. What is skipped unless it
     * is in Severa is found out later.
     */
    private static boolean isSkipped(Verdict.Unless unless, OfErp<?, ?> candidate) {
        Match match = candidate.match();
        return switch (unless) {
            case NEVER -> true;
            case LINKED -> candidate.link() == null && (match == null || !"guid".equals(match.rule()));
            case THERE -> false;
        };
    }

    private Decision<S, A> ownRecord(OfErp<E, S> candidate, MappingContext context, Match match, Verdict verdict) {
        E row = candidate.row();
        if (definition.scope().belonging(row, context) instanceof Verdict.Skipped skipped) {
            return new Decision.Skipped<>(skipped.why());
        }
        String parentGuid = "";
        String parentEntity = definition.belonging().parent();
        if (parentEntity != null) {
            String parentKey = definition.belonging().parentKey(row);
            Reference parent = context.byKey(parentEntity, parentKey);
            if (parent instanceof Reference.NotTransferred) {
                return new Decision.Skipped<>(Skip.PARENT_NOT_TRANSFERRED);
            }
            Reason unknown = Objects.requireNonNull(definition.belonging().ownerUnknown());
            parentGuid = context.required(parent, parentEntity, parentKey, unknown, unknown);
        }
        Link link = candidate.link();
        String guid = match.guid() != null || link == null ? match.guid() : link.guid();
        if (guid == null && !(verdict instanceof Verdict.NoRecord)) {
            guid = madeWithParent(candidate, context);
        }
        S severa = guid == null ? null : record(candidate, guid);
        if (guid != null && severa == null && !definition.mapping().mayBeMissing()) {
            throw SameRecord.gone(match);
        }
        if (severa == null && link == null) {
            return verdict instanceof Verdict.Skipped skipped && skipped.unless() == Verdict.Unless.THERE
                    ? new Decision.Skipped<>(skipped.why())
                    : create(candidate, context, parentGuid);
        }
        if (severa != null) {
            sameRecord.refuseMoved(row, parentGuid, severa, candidate.references());
            if (definition.scope().knownRecord(severa, context) instanceof Verdict.HeldBack held) {
                throw held.why();
            }
        }
        Intent intent = candidate.intent();
        // An open intent and no link: it is the record of a create whose answer was lost, and not somebody else's.
        boolean ours = link == null && (intent != null || match.guid() == null);
        String known = guid == null ? Objects.requireNonNull(link).guid() : guid;
        return keep(candidate, context, parentGuid, new Pair<>(severa, known, match.rule()), intent, ours);
    }

    /** A record of Severa with its GUID, and what it was matched by; null where it is no longer there. */
    private record Pair<S>(
            @Nullable S severa, String guid, @Nullable String rule) {}

    private Decision<S, A> facet(OfErp<E, S> candidate, MappingContext context) {
        String entity = Objects.requireNonNull(definition.belonging().facetOf());
        boolean onlyOfLinked = definition.belonging().onlyOfLinked();
        Link owner = candidate.owner();
        if (owner == null && onlyOfLinked) {
            return new Decision.Skipped<>(Skip.NOT_FROM_SEVERA);
        }
        Reference reference = context.byKey(entity, candidate.key());
        if (reference instanceof Reference.NotTransferred) {
            return new Decision.Skipped<>(Skip.PARENT_NOT_TRANSFERRED);
        }
        if (owner == null || reference instanceof Reference.Refused) {
            Reason unknown = Objects.requireNonNull(definition.belonging().ownerUnknown());
            context.required(reference, entity, candidate.key(), unknown, unknown);
            throw new IllegalStateException("a link of " + entity + " " + candidate.key() + " appeared");
        }
        S severa = record(candidate, owner.guid());
        if (severa == null && onlyOfLinked) {
            return new Decision.Skipped<>(Skip.NOT_FROM_SEVERA);
        }
        if (severa == null) {
            throw new Rejected(
                    EngineRejects.DEPENDS_ON_REJECTED,
                    entity,
                    candidate.key(),
                    "the record it belongs to is gone in Severa");
        }
        // The record was made from the ERP: its facets come from there too, whoever is master.
        boolean fresh = candidate.link() == null && owner.madeBy() == MadeBy.CREATED;
        return keep(candidate, context, "", new Pair<>(severa, owner.guid(), null), null, fresh);
    }

    /** What the parent points to, if it is free and people have not filled it in otherwise. */
    private @Nullable String madeWithParent(OfErp<E, S> candidate, MappingContext context) {
        var made = definition.belonging().madeWithParent();
        S record = candidate.madeWithParent();
        if (made == null || record == null) {
            return null;
        }
        MappingContext aside = context.aside();
        boolean taken = made.taken()
                .test(
                        definition.mapping().fromErp(candidate.row(), aside),
                        definition.mapping().fromSevera(record, aside));
        return taken ? definition.severa().resource().guid(record) : null;
    }

    private @Nullable S record(OfErp<E, S> candidate, String guid) {
        S made = candidate.madeWithParent();
        return made != null && guid.equals(definition.severa().resource().guid(made))
                ? made
                : candidate.records().get(guid);
    }

    private Decision.Create<S, A> create(OfErp<E, S> candidate, MappingContext context, String parentGuid) {
        A erp = definition.mapping().fromErp(candidate.row(), context);
        return new Decision.Create<>(erp, parentGuid, newBody(erp, parentGuid, context), candidate.intent());
    }

    private ObjectNode newBody(A record, String parentGuid, MappingContext context) {
        ObjectNode body = Patch.create(definition.mapping().toSevera(record, parentGuid, context));
        definition
                .mapping()
                .onCreate(record, context)
                .forEach((field, value) -> body.set(field, Json.MAPPER.valueToTree(value)));
        return body;
    }

    private Decision<S, A> keep(
            OfErp<E, S> candidate,
            MappingContext context,
            String parentGuid,
            Pair<S> pair,
            @Nullable Intent intent,
            boolean ours) {
        E row = candidate.row();
        Link link = candidate.link();
        S severa = pair.severa();
        A now = severa == null
                ? definition.mapping().none(row)
                : definition.mapping().fromSevera(severa, context);
        Merge.Seen<A> seen = seen(link);
        A full = definition.sentOnce() ? now : definition.mapping().fromErp(row, context);
        A erp = ours ? full : withoutImplied(full, seen, context.impliedFields());
        sameRecord.refuseAnother(candidate, erp, now, seen);
        Merge<A> merge = merge(erp, full, now, seen, ours, context);
        boolean changes = !merge.severaChanges().isEmpty();
        boolean mayBeMissing = definition.mapping().mayBeMissing();
        if (changes
                && mayBeMissing
                && severa != null
                && agreed.same(merge.forSevera(), definition.mapping().none(row))) {
            return new Decision.Delete<>(severa, pair.guid());
        }
        if (changes && severa == null) {
            return new Decision.Create<>(erp, parentGuid, newBody(merge.forSevera(), parentGuid, context), intent);
        }
        if (changes && definition.severa().replacedWhenChanged()) {
            ObjectNode body = Patch.create(definition.mapping().toSevera(merge.forSevera(), parentGuid, context));
            return new Decision.Replace<>(
                    new Decision.Create<>(erp, parentGuid, body, intent), Objects.requireNonNull(severa), pair.guid());
        }
        var operations = Patch.replace(
                definition.mapping().toSevera(now, parentGuid, context),
                definition.mapping().toSevera(merge.forSevera(), parentGuid, context));
        boolean ownCreate = link == null && intent != null;
        return new Decision.Keep<>(
                erp, now, severa, pair.guid(), pair.rule(), link, seen, merge, ownCreate, operations);
    }

    private Merge<A> merge(A erp, A full, A now, Merge.@Nullable Seen<A> seen, boolean ours, MappingContext context) {
        Master master = ours ? Master.ERP : definition.master(company);
        Merge<A> all = Merge.of(agreed, erp, now, seen, master, company.onConflict(), context.unspokenFields());
        // What goes one way has no value in Severa that could lose.
        boolean oneWay = definition.erp().tables().isEmpty();
        Merge<A> merge = ours || oneWay ? all.withoutConflicts() : all.from(agreed, full);
        merge.kept()
                .forEach(field -> context.warn(
                        "reference-kept",
                        field + " stays as it is in Severa, which requires one: the ERP no longer has one"));
        return merge;
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

    private Merge.@Nullable Seen<A> seen(@Nullable Link link) {
        if (link == null || link.erpSeen() == null || link.severaSeen() == null) {
            return null;
        }
        return new Merge.Seen<>(
                agreed.parse(link.erpSeen()), agreed.parse(link.severaSeen()), Merge.Seen.open(link.open()));
    }
}
