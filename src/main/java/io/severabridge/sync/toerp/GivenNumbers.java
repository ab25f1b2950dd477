package io.severabridge.sync.toerp;

import io.severabridge.failure.Rejected;
import io.severabridge.severa.Refused;
import io.severabridge.store.ledger.LinkStore.MadeBy;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.plan.ErpDecision;
import io.severabridge.sync.plan.Patch;
import io.severabridge.sync.run.Outcome;
import io.severabridge.sync.run.RunContext;
import io.severabridge.sync.run.StepOutcomes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Numbers that the ERP gives to new rows whose records have none in Severa, and that are sent back there. */
final class GivenNumbers<E extends Record, S extends Record, A extends Record> {
    /** A record of Severa that gets the number which the ERP has given to its row. */
    record Numbering<E extends Record, S extends Record, A extends Record>(
            ErpDecision.Insert<E, S, A> insert, String erpKey, A erp, A numbered) {}

    private final EntityDefinition<E, S, A> definition;
    private final RunContext work;
    private final ErpWriter.Tools<E, S, A> tools;

    GivenNumbers(EntityDefinition<E, S, A> definition, RunContext work, ErpWriter.Tools<E, S, A> tools) {
        this.definition = definition;
        this.work = work;
        this.tools = tools;
    }

    /** Severa's record with the number that the ERP has given it; null where it had one. */
    @Nullable
    A numbered(A severa, A erp) {
        if (definition.erp().givenNumber() == null) {
            return null;
        }
        int field = tools.agreed().index(definition.erp().givenNumber());
        @Nullable Object[] values = tools.agreed().values(severa);
        Object given = tools.agreed().values(erp)[field];
        boolean none = values[field] == null || "".equals(values[field]);
        if (!none || given == null) {
            return null;
        }
        values[field] = given;
        return tools.agreed().record(values);
    }

    /** Killed before it: the field is open, and the next run sends it. */
    void send(Numbering<E, S, A> numbering, StepOutcomes outcomes) {
        ErpDecision.Insert<E, S, A> insert = numbering.insert();
        A numbered = numbering.numbered();
        var operations = Patch.replace(
                definition.mapping().toSevera(insert.agreed(), "", insert.context()),
                definition.mapping().toSevera(numbered, "", insert.context()));
        String path = Objects.requireNonNull(definition.severa().updatePath(insert.severa()));
        try {
            S answered = work.writes(tools.severa())
                    .patch(
                            path,
                            insert.severa(),
                            operations,
                            definition.severa().resource().type());
            work.bridge.atOnce(() -> remember(numbering, answered));
            outcomes.end(insert.key(), insert.label(), Outcome.CREATED, insert.context());
        } catch (Refused refused) {
            outcomes.reject(insert.key(), insert.label(), rejected(numbered, refused), insert.context());
        }
    }

    private void remember(Numbering<E, S, A> numbering, S answered) {
        ErpDecision.Insert<E, S, A> insert = numbering.insert();
        work.stage.answered(
                definition.severa().resource().name(),
                List.of(tools.preparation().staged(answered)));
        tools.state()
                .made(
                        numbering.erpKey(),
                        insert.key(),
                        numbering.erp(),
                        definition.mapping().fromSevera(answered, insert.context()),
                        MadeBy.CREATED_IN_ERP,
                        insert.context().openFields());
    }

    private Rejected rejected(A numbered, Refused refused) {
        String field = Objects.requireNonNull(definition.erp().givenNumber());
        Object number = tools.agreed().values(numbered)[tools.agreed().index(field)];
        return new Rejected(
                EngineRejects.REFUSED_BY_SEVERA,
                field,
                String.valueOf(number),
                "Severa answered " + refused.status() + " to the number that the ERP has given: "
                        + refused.getMessage());
    }
}
