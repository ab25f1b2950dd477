package io.severabridge.sync.tosevera;

import io.severabridge.severa.SeveraClient;
import io.severabridge.store.ledger.Intents.Intent;
import io.severabridge.store.ledger.Journal;
import io.severabridge.store.ledger.Journal.Action;
import io.severabridge.store.ledger.LinkStore.Link;
import io.severabridge.store.ledger.LinkStore.MadeBy;
import io.severabridge.store.staging.SeveraStage.Staged;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.plan.DecidedRow;
import io.severabridge.sync.plan.Decision;
import io.severabridge.sync.plan.Patch;
import io.severabridge.sync.run.RunContext;
import io.severabridge.sync.run.SyncState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes down what is about to be sent and what was answered, each in a transaction of its own. */
public final class IntentLog<E extends Record, S extends Record, A extends Record> {
    private final EntityDefinition<E, S, A> definition;
    private final RunContext work;
    private final SeveraClient severa;
    private final Function<S, Staged> staging;
    private final SyncState<A> state;
    private final long jobInstance;

    public IntentLog(
            EntityDefinition<E, S, A> definition,
            RunContext work,
            SeveraClient severa,
            Function<S, Staged> staging,
            SyncState<A> state,
            long jobInstance) {
        this.definition = definition;
        this.work = work;
        this.severa = severa;
        this.staging = staging;
        this.jobInstance = jobInstance;
        this.state = state;
    }

    /** Before anything is sent: creates as intents, changes in the journal. */
    void before(Collection<DecidedRow<E, S, A>> plans) {
        Instant now = work.clock.instant();
        List<Intent> intents = new ArrayList<>();
        List<Journal.Entry> entries = new ArrayList<>();
        for (DecidedRow<E, S, A> plan : plans) {
            Decision<S, A> decision = plan.decision();
            if (decision instanceof Decision.Create<S, A> create && create.inDoubt() == null) {
                intents.add(intent(plan.key(), create, now));
            } else if (decision instanceof Decision.Replace<S, A> replace
                    && replace.create().inDoubt() == null) {
                intents.add(intent(plan.key(), replace.create(), now));
            } else if (decision instanceof Decision.Keep<S, A> keep) {
                entries.addAll(state.updates(plan.key(), keep));
            } else if (decision instanceof Decision.Delete<S, A> delete) {
                entries.add(state.entry(plan.key(), delete.guid(), Action.DELETE, null, delete.severa(), null));
            }
        }
        if (!intents.isEmpty() || !entries.isEmpty()) {
            work.bridge.atOnce(() -> {
                work.intents.put(definition.entity(), intents);
                state.write(entries);
            });
        }
    }

    private Intent intent(String key, Decision.Create<S, A> create, Instant now) {
        return new Intent(key, create.parentGuid(), create.body().toString(), now, severa.severaTime());
    }

    /** As soon as answers are there. */
    void answered(List<SeveraCalls.Answer<E, S, A>> answers) {
        work.bridge.atOnce(() -> answers.forEach(this::store));
    }

    private void store(SeveraCalls.Answer<E, S, A> answer) {
        DecidedRow<E, S, A> plan = answer.planned();
        Decision<S, A> decision = plan.decision();
        if (answer.result() instanceof SeveraCalls.Result.Done<S> done) {
            if (decision instanceof Decision.Create<S, A> create) {
                created(plan, create, Objects.requireNonNull(done.answered()));
            } else if (decision instanceof Decision.Replace<S, A> replace) {
                work.stage.remove(definition.severa().resource().name(), List.of(replace.oldGuid()));
                state.write(
                        List.of(state.entry(plan.key(), replace.oldGuid(), Action.DELETE, null, replace.old(), null)));
                created(plan, replace.create(), Objects.requireNonNull(done.answered()));
            } else if (decision instanceof Decision.Keep<S, A> keep) {
                kept(plan, keep, done.answered());
            } else if (decision instanceof Decision.Delete<S, A> delete) {
                work.links.remove(definition.entity(), plan.key());
                work.stage.remove(definition.severa().resource().name(), List.of(delete.guid()));
            }
        } else if (!(answer.result() instanceof SeveraCalls.Result.Failed<S>)) {
            // Refused, or never sent: Severa certainly has not made it, unless an older create is still in doubt.
            if (!(decision instanceof Decision.Create<S, A> create) || create.inDoubt() == null) {
                work.intents.remove(definition.entity(), plan.key());
            }
        }
    }

    private void created(DecidedRow<E, S, A> plan, Decision.Create<S, A> create, S answered) {
        Staged staged = staging.apply(answered);
        A seen = definition.mapping().fromSevera(answered, plan.context());
        state.made(plan.key(), staged.guid(), create.erp(), seen, MadeBy.CREATED, Set.of());
        work.stage.answered(definition.severa().resource().name(), List.of(staged));
        state.write(List.of(state.entry(plan.key(), staged.guid(), Action.CREATE, null, null, create.body())));
        work.intents.remove(definition.entity(), plan.key());
    }

    /** Records that both have and that need no call: together, since most of a later run is that. */
    void kept(Collection<DecidedRow<E, S, A>> plans) {
        work.bridge.atOnce(() -> plans.forEach(plan -> {
            if (plan.decision() instanceof Decision.Keep<S, A> keep
                    && keep.operations().isEmpty()) {
                kept(plan, keep, null);
            }
        }));
    }

    private void kept(DecidedRow<E, S, A> plan, Decision.Keep<S, A> keep, @Nullable S answered) {
        boolean sent = !keep.operations().isEmpty();
        A now = answered != null
                ? definition.mapping().fromSevera(answered, plan.context())
                : sent ? keep.merge().forSevera() : keep.now();
        state.kept(plan.key(), keep, keep.erp(), now, plan.context().openFields());
        if (keep.ownCreate()) {
            work.intents.remove(definition.entity(), plan.key());
        }
        S known = answered == null && sent
                ? Patch.applied(
                        Objects.requireNonNull(keep.severa()),
                        keep.operations(),
                        definition.severa().resource().type())
                : answered;
        if (known != null) {
            work.stage.answered(definition.severa().resource().name(), List.of(staging.apply(known)));
        }
    }

    /** Links of a row that stands for records of another kind; answers whether one is new. */
    boolean elsewhere(String key, List<String> guids) {
        String entity = EntityDefinition.typesOf(definition.entity());
        List<String> keys = guids.stream().map(guid -> key + "|" + guid).toList();
        var known = work.links.of(entity, keys);
        boolean fresh = false;
        for (String guid : guids) {
            String linkKey = key + "|" + guid;
            if (!known.containsKey(linkKey)) {
                work.links.put(
                        entity,
                        new Link(linkKey, guid, null, null, MadeBy.LINKED, jobInstance, null),
                        work.clock.instant());
                state.write(List.of(state.entry(
                        key,
                        guid,
                        Action.LINK,
                        null,
                        null,
                        definition.matching().elsewhereBy())));
                fresh = true;
            } else if (known.get(linkKey).madeIn() == jobInstance) {
                fresh = true;
            }
        }
        return fresh;
    }
}
