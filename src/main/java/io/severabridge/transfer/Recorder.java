package io.severabridge.transfer;

import io.severabridge.bridge.Intents.Intent;
import io.severabridge.bridge.Journal;
import io.severabridge.bridge.Journal.Action;
import io.severabridge.bridge.Links.Link;
import io.severabridge.bridge.Links.MadeBy;
import io.severabridge.bridge.SeveraStage.Staged;
import io.severabridge.severa.SeveraClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes down what is about to be sent and what was answered, each in a transaction of its own. */
final class Recorder<E extends Record, S extends Record, A extends Record> {
    private final Part<E, S, A> part;
    private final Workplace work;
    private final SeveraClient severa;
    private final Agreed<A> agreed;
    private final Function<S, Staged> staging;
    private final Journal journal;
    private final long jobInstance;

    Recorder(
            Part<E, S, A> part,
            Workplace work,
            SeveraClient severa,
            Agreed<A> agreed,
            Function<S, Staged> staging,
            long jobInstance,
            long jobExecution) {
        this.part = part;
        this.work = work;
        this.severa = severa;
        this.agreed = agreed;
        this.staging = staging;
        this.jobInstance = jobInstance;
        this.journal = new Journal(work.bridge, work.company.name(), jobExecution);
    }

    /** Before anything is sent: creates as intents, changes in the journal. */
    void before(Collection<Planned<E, S, A>> plans) {
        Instant now = work.clock.instant();
        List<Intent> intents = new ArrayList<>();
        List<Journal.Entry> entries = new ArrayList<>();
        for (Planned<E, S, A> plan : plans) {
            Decision<S, A> decision = plan.decision();
            if (decision instanceof Decision.Create<S, A> create && create.inDoubt() == null) {
                intents.add(intent(plan.key(), create, now));
            } else if (decision instanceof Decision.Replace<S, A> replace
                    && replace.create().inDoubt() == null) {
                intents.add(intent(plan.key(), replace.create(), now));
            } else if (decision instanceof Decision.Keep<S, A> keep) {
                entries.addAll(changes(plan.key(), keep));
            } else if (decision instanceof Decision.Delete<S, A> delete) {
                entries.add(entry(plan.key(), delete.guid(), Action.DELETE, null, json(delete.severa()), null));
            }
        }
        if (!intents.isEmpty() || !entries.isEmpty()) {
            work.bridge.atOnce(() -> {
                work.intents.put(part.entity, intents);
                journal.write(entries, now);
            });
        }
    }

    private Intent intent(String key, Decision.Create<S, A> create, Instant now) {
        return new Intent(key, create.parentGuid(), create.body().toString(), now, severa.severaTime());
    }

    private List<Journal.Entry> changes(String key, Decision.Keep<S, A> keep) {
        List<Journal.Entry> entries = new ArrayList<>();
        keep.merge()
                .severaChanges()
                .forEach(change -> entries.add(entry(
                        key, keep.guid(), Action.UPDATE, change.field(), json(change.from()), json(change.to()))));
        return entries;
    }

    /** With the link, so that each is kept once: the value that lost. */
    private List<Journal.Entry> conflicts(String key, Decision.Keep<S, A> keep) {
        return keep.merge().conflicts(Merge.Direction.TO_SEVERA, keep.seen()).stream()
                .map(conflict -> entry(
                        key,
                        keep.guid(),
                        Action.CONFLICT,
                        conflict.field(),
                        json(conflict.from()),
                        json(conflict.to())))
                .toList();
    }

    private Journal.Entry entry(
            String key,
            String guid,
            Action action,
            @Nullable String field,
            @Nullable String from,
            @Nullable String to) {
        return new Journal.Entry(part.entity, key, guid, Journal.Side.SEVERA, action, field, from, to);
    }

    private static @Nullable String json(@Nullable Object value) {
        return value == null ? null : SeveraClient.JSON.writeValueAsString(value);
    }

    /** As soon as answers are there. */
    void answered(List<Sender.Answer<E, S, A>> answers) {
        work.bridge.atOnce(() -> answers.forEach(this::store));
    }

    private void store(Sender.Answer<E, S, A> answer) {
        Planned<E, S, A> plan = answer.planned();
        Decision<S, A> decision = plan.decision();
        if (answer.result() instanceof Sender.Result.Done<S> done) {
            if (decision instanceof Decision.Create<S, A> create) {
                created(plan, create, Objects.requireNonNull(done.answered()));
            } else if (decision instanceof Decision.Replace<S, A> replace) {
                work.stage.remove(part.resource.name, List.of(replace.oldGuid()));
                journal.write(
                        List.of(entry(plan.key(), replace.oldGuid(), Action.DELETE, null, json(replace.old()), null)),
                        work.clock.instant());
                created(plan, replace.create(), Objects.requireNonNull(done.answered()));
            } else if (decision instanceof Decision.Keep<S, A> keep) {
                kept(plan, keep, done.answered());
            } else if (decision instanceof Decision.Delete<S, A> delete) {
                work.links.remove(part.entity, plan.key());
                work.stage.remove(part.resource.name, List.of(delete.guid()));
            }
        } else if (!(answer.result() instanceof Sender.Result.Failed<S>)) {
            // Refused, or never sent: Severa certainly has not made it, unless an older create is still in doubt.
            if (!(decision instanceof Decision.Create<S, A> create) || create.inDoubt() == null) {
                work.intents.remove(part.entity, plan.key());
            }
        }
    }

    private void created(Planned<E, S, A> plan, Decision.Create<S, A> create, S answered) {
        Staged staged = staging.apply(answered);
        A seen = part.mapping.fromSevera().apply(answered, plan.facts());
        work.links.put(
                part.entity,
                new Link(
                        plan.key(),
                        staged.guid(),
                        agreed.json(create.erp()),
                        agreed.json(seen),
                        MadeBy.CREATED,
                        jobInstance,
                        null),
                work.clock.instant());
        work.stage.answered(part.resource.name, List.of(staged));
        journal.write(
                List.of(entry(
                        plan.key(),
                        staged.guid(),
                        Action.CREATE,
                        null,
                        null,
                        create.body().toString())),
                work.clock.instant());
        work.intents.remove(part.entity, plan.key());
    }

    /** Records that both have and that need no call: together, since most of a later run is that. */
    void kept(Collection<Planned<E, S, A>> plans) {
        work.bridge.atOnce(() -> plans.forEach(plan -> {
            if (plan.decision() instanceof Decision.Keep<S, A> keep
                    && keep.operations().isEmpty()) {
                kept(plan, keep, null);
            }
        }));
    }

    /** A record that both have: what was seen is stored if it changed, whether or not something was sent. */
    private void kept(Planned<E, S, A> plan, Decision.Keep<S, A> keep, @Nullable S answered) {
        if (keep.severa() == null) {
            gone(plan, keep);
            return;
        }
        boolean sent = !keep.operations().isEmpty();
        A now = answered != null
                ? part.mapping.fromSevera().apply(answered, plan.facts())
                : sent ? keep.merge().forSevera() : keep.now();
        Merge.Seen<A> seen = keep.merge()
                .seenNow(
                        agreed,
                        Merge.Direction.TO_SEVERA,
                        keep.erp(),
                        now,
                        keep.seen(),
                        plan.facts().openFields());
        Link link = link(plan.key(), keep, seen);
        if (!link.equals(keep.link())) {
            work.links.put(part.entity, link, work.clock.instant());
            journal.write(conflicts(plan.key(), keep), work.clock.instant());
        }
        if (keep.ownCreate()) {
            work.intents.remove(part.entity, plan.key());
        }
        if (keep.link() == null && part.facetOf == null) {
            journal.write(
                    List.of(entry(
                            plan.key(), keep.guid(), keep.ownCreate() ? Action.CREATE : Action.LINK, null, null, null)),
                    work.clock.instant());
        }
        S known = answered == null && sent
                ? Patch.applied(keep.severa(), keep.operations(), part.resource.type)
                : answered;
        if (known != null) {
            work.stage.answered(part.resource.name, List.of(staging.apply(known)));
        }
    }

    private Link link(String key, Decision.Keep<S, A> keep, Merge.Seen<A> seen) {
        Link before = keep.link();
        return new Link(
                key,
                keep.guid(),
                agreed.json(seen.erp()),
                agreed.json(seen.severa()),
                before == null ? (keep.ownCreate() ? MadeBy.CREATED : MadeBy.LINKED) : before.madeBy(),
                before == null ? jobInstance : before.madeIn(),
                seen.openNames());
    }

    /** Severa has no record any more, and neither has the ERP: nothing is left to link. */
    private void gone(Planned<E, S, A> plan, Decision.Keep<S, A> keep) {
        if (agreed.same(keep.erp(), keep.now())) {
            work.links.remove(part.entity, plan.key());
        }
    }

    /** Links of a row that stands for records of another kind; answers whether one is new. */
    boolean elsewhere(String key, List<String> guids) {
        String entity = part.entity + "-type";
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
                fresh = true;
            } else if (known.get(linkKey).madeIn() == jobInstance) {
                fresh = true;
            }
        }
        return fresh;
    }
}
