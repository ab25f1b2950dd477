package io.severabridge.sync.staging;

import io.severabridge.severa.Json;
import io.severabridge.store.staging.ErpPlaces.Place;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.plan.Candidate;
import io.severabridge.sync.plan.Candidate.OfErp;
import io.severabridge.sync.plan.Candidate.OfSevera;
import io.severabridge.sync.run.RejectThresholds;
import io.severabridge.sync.run.RunContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads what a step is to look at: the rows of the ERP that are due, in the order of their position, and behind them, towards
 * the ERP, the records of Severa that it may not have. The place of the last one that was handed out is where a restart goes
 * on: by key and never by row count, since rows come and go.
 */
public final class CandidateReader<E extends Record, S extends Record> implements ItemStreamReader<Candidate<E, S>> {
    private static final String POSITION = "position";
    private static final String NEWCOMER = "newcomer";

    private final EntityDefinition<E, S, ?> definition;
    private final RunContext work;
    private final CandidateLoader<E, S> loader;
    private final int page;
    private final RejectThresholds limits;
    private final boolean newcomers;
    private final ErpRows<E> rows;
    private final Deque<Candidate<E, S>> ahead = new ArrayDeque<>();
    /** Of what goes from the top down: it is all in memory, and a record is looked at once those above it are there. */
    private final Deque<E> rowsAhead = new ArrayDeque<>();

    private final Deque<S> recordsAhead = new ArrayDeque<>();
    private @Nullable String position;
    private @Nullable String newcomer;
    private @Nullable String readPosition;
    private @Nullable String readNewcomer;
    private boolean rowsEnded;
    private boolean recordsEnded;
    private long handedOut;

    /** {@code newcomers}: also the records of Severa that the ERP may not have. */
    public CandidateReader(
            EntityDefinition<E, S, ?> definition,
            RunContext work,
            CandidateLoader<E, S> loader,
            int page,
            RejectThresholds limits,
            boolean newcomers) {
        this.definition = definition;
        this.work = work;
        this.loader = loader;
        this.page = page;
        this.limits = limits;
        this.newcomers = newcomers;
        this.rows = new ErpRows<>(definition, work);
    }

    @Override
    public void open(ExecutionContext context) {
        ahead.clear();
        rowsAhead.clear();
        recordsAhead.clear();
        rowsEnded = false;
        recordsEnded = !newcomers;
        boolean goesOn = !topDown();
        position = goesOn && context.containsKey(POSITION) ? context.getString(POSITION) : null;
        newcomer = goesOn && context.containsKey(NEWCOMER) ? context.getString(NEWCOMER) : null;
        readPosition = position;
        readNewcomer = newcomer;
    }

    @Override
    public @Nullable Candidate<E, S> read() {
        limits.check();
        if (ahead.isEmpty()) {
            ahead.addAll(work.bridge.outside(this::next));
        }
        Candidate<E, S> next = ahead.poll();
        handedOut++;
        if (next instanceof OfErp<E, S> row) {
            position = rows.position(row.row());
        } else if (next instanceof OfSevera<E, S> record) {
            newcomer = guid(record.record());
        }
        return next;
    }

    /** A chunk's candidates are loaded once the chunk before has been written: never more than the chunk still takes. */
    private int room() {
        return topDown() ? page : page - (int) (handedOut % page);
    }

    private boolean topDown() {
        return definition.belonging().topDown();
    }

    /** The next candidates: a page, or one alone of what goes from the top down; none at the end. */
    private List<Candidate<E, S>> next() {
        while (true) {
            if (!rowsAhead.isEmpty()) {
                return loader.ofRows(some(rowsAhead));
            }
            if (!rowsEnded) {
                readRows();
            } else if (!recordsAhead.isEmpty()) {
                return loader.ofRecords(some(recordsAhead));
            } else if (!recordsEnded) {
                readRecords();
            } else {
                return List.of();
            }
        }
    }

    private <T> List<T> some(Deque<T> all) {
        int size = topDown() ? 1 : all.size();
        List<T> some = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            some.add(all.remove());
        }
        return some;
    }

    private void readRows() {
        int most = room();
        List<Place> due = topDown() ? allDue() : work.erpPlaces.due(definition.entity(), readPosition, most);
        Map<String, E> found = rows.these(due);
        gone(due.stream()
                .map(Place::erpKey)
                .filter(key -> !found.containsKey(key))
                .toList());
        List<E> inOrder = due.stream()
                .map(place -> found.get(place.erpKey()))
                .filter(Objects::nonNull)
                .toList();
        rowsAhead.addAll(
                topDown() ? fromTheTop(inOrder, definition.erp()::key, definition.belonging()::above) : inOrder);
        readPosition = due.isEmpty() ? readPosition : due.get(due.size() - 1).position();
        rowsEnded = topDown() || due.size() < most;
    }

    /** Somebody has deleted the rows in the ERP: nothing is left to fix, and if that was the fix, they may come again. */
    private void gone(List<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        String entity = definition.entity();
        work.bridge.atOnce(() -> {
            work.erpRecords.remove(entity, keys);
            if (definition.mayComeAgain()) {
                Set<String> rejected = work.rejects.open(entity, keys);
                Collection<String> guids = work.links.guids(entity, rejected).values();
                rejected.forEach(key -> work.links.remove(entity, key));
                work.stage.changed(definition.resource(), guids, work.watermarks.nextLook());
            }
            work.rejects.resolve(entity, keys);
        });
    }

    private List<Place> allDue() {
        List<Place> all = new ArrayList<>();
        String after = null;
        List<Place> some = work.erpPlaces.due(definition.entity(), after, page);
        while (!some.isEmpty()) {
            all.addAll(some);
            after = some.get(some.size() - 1).position();
            some = work.erpPlaces.due(definition.entity(), after, page);
        }
        return all;
    }

    private void readRecords() {
        List<S> records = new ArrayList<>();
        List<String> bodies;
        int most = room();
        do {
            bodies = work.stage.due(definition.resource(), readNewcomer, most);
            for (String body : bodies) {
                records.add(Json.MAPPER.readValue(
                        body, definition.severa().resource().type()));
            }
            if (!bodies.isEmpty()) {
                readNewcomer = guid(records.get(records.size() - 1));
            }
        } while (topDown() && bodies.size() == most);
        recordsAhead.addAll(
                topDown() ? fromTheTop(records, this::guid, definition.severa().resource()::parent) : records);
        recordsEnded = bodies.size() < most;
    }

    private String guid(S record) {
        return Objects.requireNonNull(definition.severa().resource().guid(record));
    }

    /** Those above first. Rows in a cycle are rejected later, so their order does not matter. */
    private static <T> List<T> fromTheTop(
            Collection<T> all, Function<T, String> key, Function<T, @Nullable String> above) {
        Map<String, T> byKey = new HashMap<>();
        all.forEach(one -> byKey.put(key.apply(one), one));
        return all.stream()
                .sorted(Comparator.comparingInt(one -> depth(one, byKey, above)))
                .toList();
    }

    private static <T> int depth(T one, Map<String, T> byKey, Function<T, @Nullable String> above) {
        int depth = 0;
        for (T at = one; at != null && depth <= byKey.size(); depth++) {
            String upper = above.apply(at);
            at = upper == null ? null : byKey.get(upper);
        }
        return depth;
    }

    @Override
    public void update(ExecutionContext context) {
        if (position != null) {
            context.putString(POSITION, position);
        }
        if (newcomer != null) {
            context.putString(NEWCOMER, newcomer);
        }
    }
}
