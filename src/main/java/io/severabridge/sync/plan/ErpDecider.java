package io.severabridge.sync.plan;

import io.severabridge.company.Company;
import io.severabridge.failure.Rejected;
import io.severabridge.reference.CodeTables;
import io.severabridge.store.staging.ErpLookUp.Like;
import io.severabridge.store.staging.MatchValues;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Skip;
import io.severabridge.sync.mapping.Verdict;
import io.severabridge.sync.plan.Candidate.OfErp;
import io.severabridge.sync.plan.Candidate.OfSevera;
import io.severabridge.sync.record.RecordFields;
import io.severabridge.sync.record.RowHash;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Decides what the ERP is to get: columns of rows that both have, and new rows. A pure function: no clock, no database, no
 * call.
 */
public final class ErpDecider<E extends Record, S extends Record, A extends Record>
        implements ItemProcessor<Candidate<E, S>, ErpDecision<E, S, A>> {
    private final EntityDefinition<E, S, A> definition;
    private final Company company;
    private final CodeTables codes;
    private final Decider<E, S, A> decider;
    private final ErpColumns columns;
    private final RecordFields<A> agreed;

    public ErpDecider(
            EntityDefinition<E, S, A> definition,
            Company company,
            CodeTables codes,
            Decider<E, S, A> decider,
            ErpColumns columns) {
        this.definition = definition;
        this.company = company;
        this.codes = codes;
        this.decider = decider;
        this.columns = columns;
        this.agreed = new RecordFields<>(definition.mapping().agreed());
    }

    @Override
    public ErpDecision<E, S, A> process(Candidate<E, S> candidate) {
        return candidate instanceof OfErp<E, S> row ? ofRow(row) : ofRecord((OfSevera<E, S>) candidate);
    }

    private ErpDecision<E, S, A> ofRow(OfErp<E, S> candidate) {
        DecidedRow<E, S, A> planned = decider.decide(candidate);
        Decision<S, A> decision = planned.decision();
        String key = planned.key();
        String label = planned.label();
        if (decision instanceof Decision.Refused<S, A> refused && !candidate.rejected()) {
            return new ErpDecision.Refused<>(key, label, planned.context(), refused.rejected(), 0);
        }
        if (!(decision instanceof Decision.Keep<S, A> keep)) {
            return new ErpDecision.Passed<>(key, label, planned.context().aside());
        }
        try {
            return update(planned, keep);
        } catch (Rejected rejected) {
            int conflicts =
                    keep.merge().conflicts(Direction.TO_ERP, keep.seen()).size();
            return new ErpDecision.Refused<>(key, label, planned.context(), rejected, conflicts);
        }
    }

    /**
     * The columns of a row that are to change; only those that a changed field is kept in.
     *
     * @throws Rejected for what the ERP cannot hold
     */
    public ErpDecision<E, S, A> update(DecidedRow<E, S, A> planned, Decision.Keep<S, A> keep) {
        Merge.Change key = keep.merge().keyChange();
        if (key != null) {
            throw new Rejected(
                    EngineRejects.NUMBER_CHANGED,
                    key.field(),
                    String.valueOf(key.to()),
                    "it was changed in Severa, but other tables of the ERP refer to the record by " + key.from());
        }
        if (keep.merge().erpChanges().isEmpty()) {
            return new ErpDecision.Same<>(planned, keep);
        }
        E row = planned.row();
        Map<String, Object> before = new HashMap<>(definition
                .mapping()
                .toErp(before(keep), row, planned.context().aside())
                .all());
        Map<String, Object> after = new HashMap<>(definition
                .mapping()
                .toErp(keep.merge().forErp(), row, planned.context())
                .all());
        cut(before, null);
        cut(after, planned.context());
        Set<String> changed = new LinkedHashSet<>();
        Map<String, Object> stands = RowHash.values(row);
        after.forEach((parameter, value) -> {
            // What stands in the row already, such as a reference that is left as it is, is no change.
            if (!value.equals(before.get(parameter)) && !same(value, stands.get(parameter))) {
                changed.add(parameter);
            }
        });
        Map<String, Object> given = new HashMap<>(after);
        given.keySet().retainAll(changed);
        columns.check(given);
        return changed.isEmpty()
                ? new ErpDecision.Same<>(planned, keep)
                : new ErpDecision.Update<>(planned, keep, changed, after);
    }

    /** What the row holds in the fields that change, also where it only implies it. */
    private A before(Decision.Keep<S, A> keep) {
        @Nullable Object[] values = agreed.values(keep.erp());
        for (Merge.Change change : keep.merge().erpChanges()) {
            values[agreed.index(change.field())] = change.from();
        }
        return agreed.record(values);
    }

    /** Parameters are called as the columns of the rows. */
    public static boolean same(Object value, @Nullable Object column) {
        if (value instanceof Number && column instanceof Number) {
            return new BigDecimal(value.toString()).compareTo(new BigDecimal(column.toString())) == 0;
        }
        return value.equals(column);
    }

    /** Texts that may be cut to the length of their column; a warning says so. */
    private void cut(Map<String, Object> values, @Nullable MappingContext context) {
        for (String parameter : definition.erp().cut()) {
            Integer length = columns.lengths().get(parameter);
            if (length != null && values.get(parameter) instanceof String text && text.length() > length) {
                values.put(parameter, text.substring(0, length).stripTrailing());
                if (context != null) {
                    context.warn("text-cut", parameter + " is cut to " + length + " characters: " + text);
                }
            }
        }
    }

    private ErpDecision<E, S, A> ofRecord(OfSevera<E, S> candidate) {
        S record = candidate.record();
        String guid = Objects.requireNonNull(definition.severa().resource().guid(record));
        String label = definition.severa().label(record);
        MappingContext context = new MappingContext(company, codes, candidate.references());
        try {
            Skip skip = skip(record, context);
            return skip == null
                    ? insert(candidate, guid, label, context)
                    : new ErpDecision.Skipped<>(guid, label, context, skip);
        } catch (Rejected rejected) {
            return new ErpDecision.Refused<>(guid, label, context, rejected, 0);
        }
    }

    /** Why a record of Severa is not made in the ERP although nothing is wrong with it; null where it is. */
    private @Nullable Skip skip(S record, MappingContext context) {
        Verdict verdict = definition.scope().newRecord(record, context);
        if (verdict instanceof Verdict.HeldBack held) {
            throw held.why();
        }
        if (verdict instanceof Verdict.Skipped skipped) {
            return skipped.why();
        }
        boolean homeless = definition.belonging().parent() != null && parentKey(record, context) == null;
        return homeless ? Skip.PARENT_NOT_TRANSFERRED : null;
    }

    private @Nullable String parentKey(S record, MappingContext context) {
        String entity = definition.belonging().parent();
        String parent = definition.severa().resource().parent(record);
        return parent == null || entity == null ? null : context.erpKey(entity, parent);
    }

    private ErpDecision<E, S, A> insert(OfSevera<E, S> candidate, String guid, String label, MappingContext context) {
        S record = candidate.record();
        refuseTwins(definition.severa().resource().keys(record), candidate.twins());
        A fromSevera = definition.mapping().fromSevera(record, context);
        Map<String, Object> values = new HashMap<>(
                definition.mapping().toErp(fromSevera, null, context).all());
        cut(values, context);
        columns.check(values);
        String parentKey = Objects.requireNonNullElse(parentKey(record, context), "0");
        values.putAll(definition.mapping().onErpCreate(record, parentKey, context));
        values.put("guid", guid);
        return new ErpDecision.Insert<>(record, guid, label, context, fromSevera, values);
    }

    private void refuseTwins(MatchValues keys, List<Like> twins) {
        for (Like twin : twins) {
            boolean name = twin.by().equals("name");
            if (!twin.linked()) {
                throw new Rejected(
                        definition.matching().ambiguous(),
                        twin.by(),
                        value(keys, twin.by()),
                        "the ERP has a record that may be the same: " + twin.label());
            }
            if (!name) {
                throw new Rejected(
                        twin.by().equals("number") ? EngineRejects.NUMBER_USED_TWICE : EngineRejects.EMAIL_USED_TWICE,
                        twin.by(),
                        value(keys, twin.by()),
                        "in the ERP, " + twin.label() + " has it, which is another record in Severa");
            }
        }
    }

    private static @Nullable String value(MatchValues keys, String by) {
        return switch (by) {
            case "number" -> keys.number();
            case "e-mail" -> keys.email();
            default -> keys.name();
        };
    }
}
