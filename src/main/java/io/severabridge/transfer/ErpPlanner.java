package io.severabridge.transfer;

import io.severabridge.erp.ErpWrite;
import io.severabridge.failure.Rejected;
import io.severabridge.store.staging.ErpLookUp.Like;
import io.severabridge.store.staging.Keys;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what the ERP is to get: columns of rows that both have, and new rows. Writes nothing. */
final class ErpPlanner<E extends Record, S extends Record, A extends Record> {
    private final EntityDefinition<E, S, A> part;
    private final Workplace work;
    private final StoredReferences references;
    private final Agreed<A> agreed;
    private @Nullable Map<String, Integer> lengths;

    ErpPlanner(EntityDefinition<E, S, A> part, Workplace work, StoredReferences references, Agreed<A> agreed) {
        this.part = part;
        this.work = work;
        this.references = references;
        this.agreed = agreed;
    }

    /**
     * The columns of a row that are to change; only those that a changed field is kept in.
     *
     * @throws Rejected for what the ERP cannot hold
     */
    ErpPlan.Update<E, S, A> update(Planned<E, S, A> planned, Decision.Keep<S, A> keep) {
        Merge.Change key = keep.merge().keyChange();
        if (key != null) {
            throw new Rejected(
                    EngineRejects.NUMBER_CHANGED,
                    key.field(),
                    String.valueOf(key.to()),
                    "in Severa it was changed, but the ERP's other tables refer to the record by " + key.from());
        }
        if (keep.merge().erpChanges().isEmpty()) {
            return new ErpPlan.Update<>(planned, keep, Set.of(), Map.of());
        }
        E row = planned.row();
        Map<String, Object> before = new HashMap<>(part.mapping()
                .toErp(before(keep), row, new MappingContext(work.company, work.codes, references))
                .all());
        Map<String, Object> after = new HashMap<>(part.mapping()
                .toErp(keep.merge().forErp(), row, planned.facts())
                .all());
        cut(before, null);
        cut(after, planned.facts());
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
        check(given);
        after.putAll(work.erpTime.change());
        return new ErpPlan.Update<>(planned, keep, changed, after);
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
    private static boolean same(Object value, @Nullable Object column) {
        if (value instanceof Number && column instanceof Number) {
            return new BigDecimal(value.toString()).compareTo(new BigDecimal(column.toString())) == 0;
        }
        return value.equals(column);
    }

    /** Texts that may be cut to the length of their column; a warning says so. */
    private void cut(Map<String, Object> values, @Nullable MappingContext facts) {
        for (String parameter : part.erp().cut()) {
            Integer length = lengths().get(parameter);
            if (length != null && values.get(parameter) instanceof String text && text.length() > length) {
                values.put(parameter, text.substring(0, length).stripTrailing());
                if (facts != null) {
                    facts.warn("text-cut", parameter + " is cut to " + length + " characters: " + text);
                }
            }
        }
    }

    /** Characters that the columns hold, by parameter; found once. */
    private Map<String, Integer> lengths() {
        Map<String, Integer> known = lengths;
        if (known == null) {
            known = new HashMap<>();
            for (String write : part.writes()) {
                known.putAll(ErpWrite.lengths(work.erp, work.statements.write(write)));
            }
            lengths = known;
        }
        return known;
    }

    private void check(Map<String, Object> values) {
        part.writes().forEach(write -> ErpWrite.check(work.erp, work.statements.write(write), values));
    }

    /** Why a record of Severa is not made in the ERP although nothing is wrong with it; null where it is. */
    @Nullable
    Skip skip(S severa, MappingContext facts) {
        Verdict verdict = part.scope().newRecord(severa, facts);
        if (verdict instanceof Verdict.HeldBack held) {
            throw held.why();
        }
        if (verdict instanceof Verdict.Skipped skipped) {
            return skipped.why();
        }
        boolean homeless = part.belonging().parent() != null && parentKey(severa) == null;
        return homeless ? Skip.PARENT_NOT_TRANSFERRED : null;
    }

    private @Nullable String parentKey(S severa) {
        String parent = part.severa().resource().parent(severa);
        return parent == null || part.belonging().parent() == null
                ? null
                : references.erpKey(part.belonging().parent(), parent);
    }

    /**
     * A new row.
     *
     * @throws Rejected if the ERP has a record that may be the same, or for what it cannot hold
     */
    ErpPlan.Insert<E, S, A> insert(S severa, String label, MappingContext facts) {
        String guid = Objects.requireNonNull(part.severa().resource().guid(severa));
        refuseTwins(part.severa().resource().keys(severa));
        A agreed = part.mapping().fromSevera(severa, facts);
        Map<String, Object> values =
                new HashMap<>(part.mapping().toErp(agreed, null, facts).all());
        cut(values, facts);
        check(values);
        values.putAll(part.mapping().onErpCreate(severa, Objects.requireNonNullElse(parentKey(severa), "0"), facts));
        values.put("guid", guid);
        values.putAll(work.erpTime.change());
        return new ErpPlan.Insert<>(severa, guid, label, facts, agreed, values);
    }

    private void refuseTwins(Keys keys) {
        List<Like> twins = work.erpLookUp.like(part.entity(), keys);
        for (Like twin : twins) {
            boolean name = twin.by().equals("name");
            if (!twin.linked()) {
                throw new Rejected(
                        part.matching().ambiguous(),
                        twin.by(),
                        value(keys, twin.by()),
                        "the ERP has a record that may be the same: " + twin.label());
            }
            if (!name) {
                throw new Rejected(
                        twin.by().equals("number") ? EngineRejects.NUMBER_USED_TWICE : EngineRejects.EMAIL_USED_TWICE,
                        twin.by(),
                        value(keys, twin.by()),
                        "the ERP has it for " + twin.label() + ", which is another record in Severa");
            }
        }
    }

    private static @Nullable String value(Keys keys, String by) {
        return switch (by) {
            case "number" -> keys.number();
            case "e-mail" -> keys.email();
            default -> keys.name();
        };
    }
}
