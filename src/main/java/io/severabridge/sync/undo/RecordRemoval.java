package io.severabridge.sync.undo;

import io.severabridge.erp.ErpAccess;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.Refused;
import io.severabridge.store.ledger.Changes.Change;
import io.severabridge.store.ledger.Journal.Action;
import io.severabridge.store.ledger.Journal.Side;
import io.severabridge.store.ledger.LinkStore.Link;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.ErpTable;
import io.severabridge.sync.definition.UndoRules;
import io.severabridge.sync.record.RecordFields;
import io.severabridge.sync.run.RunContext;
import io.severabridge.sync.staging.ErpRows;
import io.severabridge.sync.undo.Undo.Line;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Removes records that an execution has made, as long as they are that and nothing refers to them. */
final class RecordRemoval<E extends Record, S extends Record, A extends Record> {
    /** What the note of a record begins with that Severa does not remove. */
    static final String REFUSED = "Severa refuses: ";

    private final EntityUndo<E, S, A> undo;
    private final EntityDefinition<E, S, A> definition;
    private final RunContext work;
    private final RecordFields<A> agreed;
    private final Undo.Scope scope;
    private final boolean act;
    private final UsesInSevera uses;

    RecordRemoval(
            EntityUndo<E, S, A> undo,
            EntityDefinition<E, S, A> definition,
            RunContext work,
            RecordFields<A> agreed,
            Undo.Scope scope,
            UsesInSevera uses,
            boolean act) {
        this.undo = undo;
        this.definition = definition;
        this.work = work;
        this.agreed = agreed;
        this.scope = scope;
        this.uses = uses;
        this.act = act;
    }

    /** Nothing where that was done already, as in what follows. */
    List<Line> fromSevera(Change made) {
        S severa = undo.severa(made.guid());
        Link link = undo.link(made.erpKey());
        if (severa == null && link == null) {
            return List.of();
        }
        String why = whyItStaysInSevera(made, severa, link);
        if (!why.isEmpty()) {
            return stays(made, Side.SEVERA, why);
        }
        return act ? removeFromSevera(made, severa) : List.of(EntityUndo.line(made, Side.SEVERA, "remove", ""));
    }

    /** Empty where it can be removed. */
    private String whyItStaysInSevera(Change made, @Nullable S severa, @Nullable Link link) {
        String why = otherwise(made, link);
        if (!why.isEmpty() || severa == null) {
            return why;
        }
        if (isUsed(made)) {
            return "other records of Severa refer to it";
        }
        why = definition.severa().updatePath(severa) == null
                ? EntityUndo.NO_WAY
                : definition.undo().keptInSevera(severa);
        if (!why.isEmpty() || link == null || link.severaSeen() == null) {
            return why;
        }
        A now = definition.mapping().fromSevera(severa, undo.context());
        return agreed.same(now, agreed.parse(link.severaSeen())) ? "" : "somebody has changed it in Severa since";
    }

    private List<Line> removeFromSevera(Change made, @Nullable S severa) {
        try {
            if (severa != null) {
                undo.writes.delete(Objects.requireNonNull(definition.severa().updatePath(severa)));
            }
        } catch (Refused refused) {
            return List.of(EntityUndo.line(made, Side.SEVERA, "remove", REFUSED + refused.getMessage()));
        }
        work.stage.remove(definition.severa().resource().name(), List.of(Objects.requireNonNullElse(made.guid(), "")));
        String stays = undo.emptied(made);
        undo.forget(made);
        undo.journal(made, Side.SEVERA, Action.DELETE, null, null);
        Line removed = EntityUndo.line(made, Side.SEVERA, "remove", "");
        return stays.isEmpty()
                ? List.of(removed)
                : List.of(removed, EntityUndo.line(made, Side.ERP, "unlink", stays + "; empty the field by hand"));
    }

    /** Why it is no longer the record that the execution made, or not alone; empty where it is. */
    private String otherwise(Change made, @Nullable Link link) {
        Long execution = scope.later().get(definition.entity() + " " + made.erpKey());
        if (execution != null) {
            return "execution " + execution + " has changed it since: take that back first";
        }
        return link == null || link.guid().equalsIgnoreCase(made.guid()) ? "" : "it is linked to another record now";
    }

    /** Whether a record that stays refers to it. */
    private boolean isUsed(Change made) {
        String guid = Objects.requireNonNullElse(made.guid(), "");
        return definition.undo().usedInSevera().entrySet().stream()
                .anyMatch(use -> uses.of(use.getKey(), use.getValue(), guid, scope::removedInSevera));
    }

    /** What refers to it stays in use too. */
    private List<Line> stays(Change made, Side side, String why) {
        scope.stays(made);
        return List.of(EntityUndo.line(made, side, "remove", why));
    }

    List<Line> fromErp(Change made) {
        E row = undo.rows.get(made.erpKey());
        Link link = undo.link(made.erpKey());
        if (row == null && link == null) {
            return List.of();
        }
        String why = otherwise(made, link);
        if (why.isEmpty() && row != null) {
            why = !definition.erp().hasGuid() || undo.carries(row, made)
                    ? keptInErp(row, link)
                    : "it is another record now";
        }
        if (!why.isEmpty()) {
            return stays(made, Side.ERP, why);
        }
        if (act) {
            try {
                if (row != null) {
                    delete(row);
                }
            } catch (ErpAccess.Refused refused) {
                return stays(made, Side.ERP, "the ERP refuses: " + refused.getMessage());
            }
            work.bridge.atOnce(() -> {
                work.erpRecords.remove(definition.entity(), List.of(made.erpKey()));
                undo.unlinkAll(made);
                undo.lookedAtAgain(made);
            });
            undo.journal(made, Side.ERP, Action.DELETE, null, null);
        }
        return List.of(EntityUndo.line(made, Side.ERP, "remove", ""));
    }

    /** Why a row stays; empty where it may go. */
    private String keptInErp(E row, @Nullable Link link) {
        try {
            if (link != null
                    && link.erpSeen() != null
                    && !agreed.same(undo.fromErp(row), agreed.parse(link.erpSeen()))) {
                return "somebody has changed it in the ERP since";
            }
        } catch (Rejected rejected) {
            return String.valueOf(rejected.getMessage());
        }
        Map<String, Object> key = Map.of(
                "key",
                new ErpRows<>(definition, work).parameter(definition.erp().key(row)));
        for (UndoRules.UsedIn used : definition.undo().usedIn()) {
            if (!work.statements.has(used.statement())) {
                continue;
            }
            long uses = work.erp.rows(work.statements.get(used.statement()), Use.class, key).stream()
                    .filter(use -> used.entities().stream()
                            .noneMatch(entity -> scope.removedInErp(entity, String.valueOf(use.record()))))
                    .count();
            if (uses > 0) {
                return "it is in use in the ERP (" + used.rows() + ", " + uses + ")";
            }
        }
        return "";
    }

    /** A row of a statement that names where a record is used. */
    record Use(long record) {}

    private void delete(E row) {
        ErpRows<E> keys = new ErpRows<>(definition, work);
        work.erp.inTransaction(write -> {
            for (int place = definition.erp().tables().size() - 1; place >= 0; place--) {
                ErpTable<E> table = definition.erp().tables().get(place);
                String key = table.key().apply(row);
                if (key != null && work.statements.has(table.update())) {
                    write.delete(
                            work.statements.write(table.update()),
                            Map.of("key", place == 0 ? keys.parameter(key) : (Object) Long.valueOf(key)));
                }
            }
            return true;
        });
    }
}
