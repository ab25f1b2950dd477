package io.severabridge.transfer;

import io.severabridge.severa.SeveraClient;
import io.severabridge.store.staging.ErpPlaces.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
final class DueItems<E extends Record, S extends Record> implements ItemStreamReader<Item<E, S>> {
    private static final String POSITION = "position";
    private static final String NEWCOMER = "newcomer";

    private final EntityDefinition<E, S, ?> part;
    private final Workplace work;
    private final int page;
    private final RunLimits limits;
    private final boolean newcomers;
    private final ErpRows<E> rows;
    private final Deque<Placed<E, S>> ahead = new ArrayDeque<>();
    private @Nullable String position;
    private @Nullable String newcomer;
    private @Nullable String readPosition;
    private @Nullable String readNewcomer;
    private boolean rowsEnded;
    private boolean ended;

    private record Placed<E extends Record, S extends Record>(Item<E, S> item, String place) {}

    DueItems(EntityDefinition<E, S, ?> part, Workplace work, int page, RunLimits limits, boolean newcomers) {
        this.part = part;
        this.work = work;
        this.page = page;
        this.limits = limits;
        this.newcomers = newcomers;
        this.rows = new ErpRows<>(part, work);
    }

    @Override
    public void open(ExecutionContext context) {
        ahead.clear();
        rowsEnded = false;
        ended = false;
        boolean goesOn = !part.belonging().topDown();
        position = goesOn && context.containsKey(POSITION) ? context.getString(POSITION) : null;
        newcomer = goesOn && context.containsKey(NEWCOMER) ? context.getString(NEWCOMER) : null;
        readPosition = position;
        readNewcomer = newcomer;
    }

    @Override
    public @Nullable Item<E, S> read() {
        limits.check();
        if (ahead.isEmpty() && !ended) {
            work.bridge.outside(this::readAhead);
        }
        Placed<E, S> next = ahead.poll();
        if (next == null) {
            return null;
        }
        if (next.item() instanceof Item.Row) {
            position = next.place();
        } else {
            newcomer = next.place();
        }
        return next.item();
    }

    private boolean readAhead() {
        while (ahead.isEmpty() && !ended) {
            if (!rowsEnded) {
                readRows();
            } else if (newcomers) {
                readNewcomers();
            } else {
                ended = true;
            }
        }
        return !ahead.isEmpty();
    }

    private void readRows() {
        List<Place> due = part.belonging().topDown() ? allDue() : work.erpPlaces.due(part.entity(), readPosition, page);
        Map<String, E> found = rows.these(due);
        gone(due.stream()
                .map(Place::erpKey)
                .filter(key -> !found.containsKey(key))
                .toList());
        List<E> inOrder = due.stream()
                .map(place -> found.get(place.erpKey()))
                .filter(java.util.Objects::nonNull)
                .toList();
        if (part.belonging().topDown()) {
            inOrder = fromTheTop(inOrder, part.erp()::key, part.belonging()::above);
        }
        inOrder.forEach(row -> ahead.add(new Placed<>(new Item.Row<>(row), rows.position(row))));
        readPosition = due.isEmpty() ? readPosition : due.get(due.size() - 1).position();
        rowsEnded = part.belonging().topDown() || due.size() < page;
    }

    /** Somebody has deleted the rows in the ERP: nothing is left to fix, and if that was the fix, they may come again. */
    private void gone(List<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        work.bridge.atOnce(() -> {
            work.erpRecords.remove(part.entity(), keys);
            if (part.mayComeAgain()) {
                Set<String> rejected = work.rejects.open(part.entity(), keys);
                Collection<String> guids =
                        work.links.guids(part.entity(), rejected).values();
                rejected.forEach(key -> work.links.remove(part.entity(), key));
                work.stage.changed(part.severa().resource().name(), guids, work.watermarks.nextLook());
            }
            work.rejects.resolve(part.entity(), keys);
        });
    }

    private List<Place> allDue() {
        List<Place> all = new ArrayList<>();
        String after = null;
        List<Place> some = work.erpPlaces.due(part.entity(), after, page);
        while (!some.isEmpty()) {
            all.addAll(some);
            after = some.get(some.size() - 1).position();
            some = work.erpPlaces.due(part.entity(), after, page);
        }
        return all;
    }

    private void readNewcomers() {
        List<S> records = new ArrayList<>();
        List<String> bodies;
        do {
            bodies = work.stage.due(part.severa().resource().name(), readNewcomer, page);
            for (String body : bodies) {
                records.add(SeveraClient.JSON.readValue(
                        body, part.severa().resource().type()));
            }
            if (!bodies.isEmpty()) {
                readNewcomer = guid(records.get(records.size() - 1));
            }
        } while (part.belonging().topDown() && bodies.size() == page);
        if (part.belonging().topDown()) {
            records = fromTheTop(records, this::guid, part.severa().resource()::parent);
        }
        records.forEach(record -> ahead.add(new Placed<>(new Item.Newcomer<>(record), guid(record))));
        ended = bodies.size() < page;
    }

    private String guid(S record) {
        return java.util.Objects.requireNonNull(part.severa().resource().guid(record));
    }

    /** Those above first. What is in a circle has no depth; it is rejected, so any will do. */
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
