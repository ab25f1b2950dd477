package io.severabridge.transfer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the rows of a part in the order of their position, page by page. The position of the last row that was handed out
 * is where a restart goes on: by key and never by row count, since rows come and go.
 */
final class ErpRows<E extends Record> implements ItemStreamReader<E> {
    private static final String POSITION = "position";

    private final Part<E, ?, ?> part;
    private final Workplace work;
    private final int page;
    private final RunLimits limits;
    private final Deque<E> ahead = new ArrayDeque<>();
    private @Nullable String position;
    private boolean ended;

    ErpRows(Part<E, ?, ?> part, Workplace work, int page, RunLimits limits) {
        this.part = part;
        this.work = work;
        this.page = page;
        this.limits = limits;
    }

    @Override
    public void open(ExecutionContext context) {
        ahead.clear();
        ended = false;
        position = part.topDown || !context.containsKey(POSITION) ? null : context.getString(POSITION);
    }

    @Override
    public @Nullable E read() {
        limits.check();
        if (ahead.isEmpty() && !ended) {
            readAhead();
        }
        E row = ahead.poll();
        if (row != null) {
            position = part.source.position().apply(row);
        }
        return row;
    }

    private void readAhead() {
        if (part.topDown) {
            ahead.addAll(fromTheTop(all(part, work, page)));
            ended = true;
            return;
        }
        List<E> rows = page(part, work, position, page);
        ahead.addAll(rows);
        ended = rows.size() < page;
    }

    private List<E> fromTheTop(List<E> rows) {
        Map<String, E> byKey = new HashMap<>();
        rows.forEach(row -> byKey.put(part.source.key().apply(row), row));
        return rows.stream()
                .sorted(Comparator.comparingInt(row -> depth(row, byKey)))
                .toList();
    }

    /** Rows in a circle have no depth; they are rejected, so any will do. */
    private int depth(E row, Map<String, E> byKey) {
        int depth = 0;
        for (E at = row; at != null && depth <= byKey.size(); depth++) {
            String above = part.above.apply(at);
            at = above == null ? null : byKey.get(above);
        }
        return depth;
    }

    static <E extends Record> List<E> all(Part<E, ?, ?> part, Workplace work, int page) {
        List<E> all = new ArrayList<>();
        String position = null;
        for (List<E> rows = page(part, work, null, page); ; rows = page(part, work, position, page)) {
            all.addAll(rows);
            if (rows.size() < page) {
                return all;
            }
            position = part.source.position().apply(rows.get(rows.size() - 1));
        }
    }

    static <E extends Record> List<E> page(Part<E, ?, ?> part, Workplace work, @Nullable String after, int page) {
        boolean text = part.textKey.test(work.company);
        Object from = text ? (after == null ? "" : after) : (after == null ? Long.valueOf(-1) : Long.valueOf(after));
        return work.erp.rows(
                work.statements.get(part.source.rows()),
                part.source.type(),
                Map.of(
                        "after",
                        from,
                        "page",
                        page,
                        "today",
                        ErpToday.of(work.clock),
                        "homeCurrency",
                        work.company.erp().homeCurrency()));
    }

    @Override
    public void update(ExecutionContext context) {
        if (position != null) {
            context.putString(POSITION, position);
        }
    }
}
