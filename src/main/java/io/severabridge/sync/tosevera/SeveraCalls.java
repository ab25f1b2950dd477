package io.severabridge.sync.tosevera;

import io.severabridge.failure.Rejected;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.severa.Json;
import io.severabridge.severa.Refused;
import io.severabridge.severa.SeveraClient;
import io.severabridge.severa.UncertainCreateException;
import io.severabridge.store.ledger.Intents.Intent;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.plan.DecidedRow;
import io.severabridge.sync.plan.Decision;
import io.severabridge.sync.record.RecordFields;
import io.severabridge.sync.run.RunContext;
import io.severabridge.sync.run.SeveraWrites;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends what was decided, several calls at a time, and hands on each answer as soon as it is there. Knows when a create is
 * in doubt: then it is looked up, waited for, looked up again, and only then sent once more.
 */
public final class SeveraCalls<E extends Record, S extends Record, A extends Record> {
    private static final int ATTEMPTS = 3;

    /** Severa's clock is read from a header in whole seconds. */
    private static final Duration CLOCK_GRAIN = Duration.ofSeconds(1);

    /** What came of one call. */
    sealed interface Result<S extends Record> {
        /** Severa has the record, as answered; null where the answer is not the record, or it was deleted. */
        record Done<S extends Record>(@Nullable S answered) implements Result<S> {}

        record Refusal<S extends Record>(Refused refused) implements Result<S> {}

        /** Nothing was sent: the record lacks what the call needs, such as the contract that a title is kept in. */
        record Unfit<S extends Record>(Rejected why) implements Result<S> {}

        /** Another call failed for good before this one was sent. */
        record NotSent<S extends Record>() implements Result<S> {}

        /** This call failed for good; what it was to do may or may not have been done. */
        record Failed<S extends Record>(RuntimeException cause) implements Result<S> {}
    }

    /** An answer with what it answers. */
    record Answer<E extends Record, S extends Record, A extends Record>(
            DecidedRow<E, S, A> planned, Result<S> result) {}

    private final EntityDefinition<E, S, A> definition;
    private final RunContext work;
    private final SeveraClient severa;
    private final SeveraWrites writes;
    private final RecordFields<A> agreed;
    private volatile boolean failed;

    public SeveraCalls(
            EntityDefinition<E, S, A> definition, RunContext work, SeveraClient severa, RecordFields<A> agreed) {
        this.definition = definition;
        this.work = work;
        this.severa = severa;
        this.writes = work.writes(severa);
        this.agreed = agreed;
    }

    /**
     * Sends all, and gives the answers in portions as they come.
     *
     * @throws RuntimeException what stopped the sending, after all that was under way has been answered
     */
    void send(Collection<DecidedRow<E, S, A>> plans, Consumer<List<Answer<E, S, A>>> answers) {
        BlockingQueue<Answer<E, S, A>> queue = new LinkedBlockingQueue<>();
        failed = false;
        for (DecidedRow<E, S, A> plan : plans) {
            work.calls.execute(() -> queue.add(new Answer<>(plan, call(plan))));
        }
        RuntimeException failure = null;
        for (int left = plans.size(); left > 0; ) {
            List<Answer<E, S, A>> portion = new ArrayList<>();
            portion.add(awaitAnswer(queue));
            queue.drainTo(portion);
            left -= portion.size();
            answers.accept(portion);
            for (Answer<E, S, A> answer : portion) {
                if (failure == null && answer.result() instanceof Result.Failed<S> f) {
                    failure = f.cause();
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static <T> T awaitAnswer(BlockingQueue<T> queue) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return queue.take();
                } catch (InterruptedException e) {
                    // What is under way is still answered: nothing that was sent may be forgotten.
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Result<S> call(DecidedRow<E, S, A> plan) {
        if (failed) {
            return new Result.NotSent<>();
        }
        try {
            return new Result.Done<>(answer(plan));
        } catch (Refused refused) {
            return new Result.Refusal<>(refused);
        } catch (Rejected rejected) {
            return new Result.Unfit<>(rejected);
        } catch (RuntimeException e) {
            failed = true;
            return new Result.Failed<>(e);
        } catch (Error e) {
            failed = true;
            return new Result.Failed<>(new IllegalStateException(e));
        }
    }

    private @Nullable S answer(DecidedRow<E, S, A> plan) {
        Decision<S, A> decision = plan.decision();
        if (decision instanceof Decision.Create<S, A> create) {
            return create(create, plan.context());
        }
        if (decision instanceof Decision.Keep<S, A> keep) {
            S now = Objects.requireNonNull(keep.severa());
            if (definition.severa().answersOtherRecord()) {
                writes.patch(path(now), keep.operations());
                return null;
            }
            return writes.patch(
                    path(now),
                    now,
                    keep.operations(),
                    definition.severa().resource().type());
        }
        if (decision instanceof Decision.Replace<S, A> replace) {
            S made = create(replace.create(), plan.context());
            writes.delete(path(replace.old()));
            return made;
        }
        if (decision instanceof Decision.Delete<S, A> delete) {
            writes.delete(path(delete.severa()));
            return null;
        }
        throw new IllegalStateException("nothing to send for " + decision);
    }

    private String path(S record) {
        return Objects.requireNonNull(definition.severa().updatePath(record), "a record that cannot be updated");
    }

    private S create(Decision.Create<S, A> create, MappingContext context) {
        Intent doubt = create.inDoubt();
        Instant since = doubt == null ? severa.severaTime() : doubt.severaTime();
        if (doubt != null) {
            S found = lookUpTwice(create, context, since, waitFor(doubt.madeAt()));
            if (found != null) {
                return found;
            }
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return writes.create(
                        definition.severa().createPath(create.parentGuid()),
                        create.body(),
                        definition.mapping().addedBySevera(create.erp()),
                        definition.severa().resource().type());
            } catch (UncertainCreateException doubtful) {
                S found = lookUpTwice(
                        create, context, since, work.company.severa().doubtDelay());
                if (found != null) {
                    return found;
                }
                if (attempt >= ATTEMPTS) {
                    throw new io.severabridge.failure.Unavailable(
                            "Severa: " + doubtful.getMessage() + ", " + attempt + " times for the same record",
                            doubtful);
                }
            }
        }
    }

    /** What is left of the time in which an old create may still be carried out. Our clock may have been set back. */
    private Duration waitFor(Instant madeAt) {
        Duration delay = work.company.severa().doubtDelay();
        Duration left = delay.minus(Duration.between(madeAt, work.clock.instant()));
        return left.isNegative() ? Duration.ZERO : left.compareTo(delay) > 0 ? delay : left;
    }

    private @Nullable S lookUpTwice(
            Decision.Create<S, A> create, MappingContext context, Instant since, Duration wait) {
        S found = lookUp(create, context, since);
        if (found != null || wait.isZero()) {
            return found;
        }
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new io.severabridge.failure.Unavailable("stopped while a create was in doubt", e);
        }
        return lookUp(create, context, since);
    }

    /**
     * A record with the same number; or, for what has none, one of the same parent and content, made since. Never one that
     * is linked already.
     */
    private @Nullable S lookUp(Decision.Create<S, A> create, MappingContext context, Instant since) {
        var list = definition.mapping().lookUp(create.erp(), create.parentGuid());
        List<S> candidates = new ArrayList<>();
        try {
            severa.list(list, definition.severa().resource().type(), record -> {
                if (definition.severa().resource().isUsed(record) && fits(create, record, context, since)) {
                    candidates.add(record);
                }
            });
        } catch (Refused refused) {
            // Not the record is refused but the look-up: whether it exists is still in doubt.
            throw new WrongSetUp(refused.sentence(), refused);
        }
        Set<String> linked =
                work
                        .links
                        .ofGuids(
                                definition.entity(),
                                candidates.stream().map(this::guid).toList())
                        .values()
                        .stream()
                        .map(io.severabridge.store.ledger.LinkStore.Link::guid)
                        .collect(java.util.stream.Collectors.toSet());
        return candidates.stream()
                .filter(record -> !linked.contains(guid(record)))
                .min(Comparator.comparing(this::guid))
                .orElse(null);
    }

    private String guid(S record) {
        return Objects.requireNonNull(definition.severa().resource().guid(record));
    }

    private boolean fits(Decision.Create<S, A> create, S record, MappingContext context, Instant since) {
        S sent = Json.MAPPER.treeToValue(
                create.body(), definition.severa().resource().type());
        String number =
                definition.belonging().parent() == null || definition.matching().knownByNumber()
                        ? definition.severa().resource().keys(sent).number()
                        : null;
        if (number != null) {
            return number.equals(definition.severa().resource().keys(record).number());
        }
        var created = definition.severa().resource().createdAt(record);
        boolean recent = created == null || !created.toInstant().isBefore(since.minus(CLOCK_GRAIN));
        return recent && agreed.same(create.erp(), definition.mapping().fromSevera(record, context));
    }
}
