package io.severabridge.erp.rehearsal;

import io.severabridge.company.Company;
import io.severabridge.erp.CodePage;
import io.severabridge.erp.ColumnChecks;
import io.severabridge.erp.ErpAccess;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.ErpSystem;
import io.severabridge.erp.ErpWrite;
import io.severabridge.erp.statement.RowStatements;
import io.severabridge.erp.statement.Statement;
import io.severabridge.erp.statement.Use;
import io.severabridge.erp.statement.WriteStatement;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The ERP with what a run would write to it. It is only read; rows that would be added or changed are kept in an embedded
 * database beside it, and each answer is the ERP's with those rows in place of its own.
 */
public final class RehearsedErp implements ErpAccess, AutoCloseable {
    private static final int MOST_KEYS = 500;

    private final ErpDatabase original;
    private final Overlay overlay;
    private final Borrowing borrowing;

    private RehearsedErp(ErpDatabase original, Overlay overlay) {
        this.original = original;
        this.overlay = overlay;
        borrowing = new Borrowing(original, overlay);
    }

    /**
     * Begins a rehearsal.
     *
     * @param uses of all statements that will be run
     * @param folder for what would be written
     */
    public static RehearsedErp of(
            ErpDatabase original, ErpSystem system, Company.Erp erp, Collection<Use> uses, Path folder) {
        return new RehearsedErp(original, Overlay.of(original, system, erp, uses, folder));
    }

    @Override
    public <R extends Record> List<R> rows(Statement statement, Class<R> type, Map<String, ?> parameters) {
        List<R> there = original.rows(statement, type, parameters);
        return isWritten(statement) ? merged(there, written(statement, type, parameters)) : there;
    }

    /** Rows that would be added come with the first page, whatever their place is. */
    @Override
    public <R extends Record> List<R> page(
            RowStatements rows, boolean first, Class<R> type, Map<String, ?> parameters) {
        List<R> there = original.page(rows, first, type, parameters);
        if (!isWritten(rows.these())) {
            return there;
        }
        List<R> page = there.isEmpty()
                ? there
                : replaced(there, written(rows.these(), type, with(parameters, "keys", keys(there))));
        if (!first) {
            return page;
        }
        List<R> all = new ArrayList<>(added(rows, type, parameters, new HashSet<>(keys(there))));
        all.addAll(page);
        return all;
    }

    /** Written rows that the pages of the ERP will not bring. */
    private <R extends Record> List<R> added(
            RowStatements rows, Class<R> type, Map<String, ?> parameters, Set<Object> paged) {
        List<R> added = new ArrayList<>(written(rows.first(), type, with(parameters, "page", Integer.MAX_VALUE)));
        added.removeIf(row -> paged.contains(key(row)));
        if (Long.valueOf(0).equals(parameters.get("since"))) {
            List<Object> keys = keys(added);
            Set<Object> there = new HashSet<>();
            for (int from = 0; from < keys.size(); from += MOST_KEYS) {
                List<Object> some = keys.subList(from, Math.min(keys.size(), from + MOST_KEYS));
                there.addAll(keys(original.rows(rows.these(), type, with(parameters, "keys", some))));
            }
            added.removeIf(row -> there.contains(key(row)));
        }
        return added;
    }

    private boolean isWritten(Statement statement) {
        return statement.joins().sources().values().stream().anyMatch(source -> overlay.isWritten(source.table()));
    }

    private synchronized <R extends Record> List<R> written(
            Statement statement, Class<R> type, Map<String, ?> parameters) {
        borrowing.rowsFor(statement);
        return overlay.database().rows(statement, type, parameters);
    }

    private static Map<String, Object> with(Map<String, ?> parameters, String name, Object value) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put(name, value);
        return all;
    }

    /** Those that are written in place of those of the same key, the others behind them. */
    private static <R extends Record> List<R> merged(List<R> there, List<R> written) {
        Map<Object, List<R>> byKey = byKey(written);
        List<R> merged = new ArrayList<>(replaced(there, written));
        keys(there).forEach(byKey::remove);
        byKey.values().forEach(merged::addAll);
        return merged;
    }

    private static <R extends Record> List<R> replaced(List<R> there, List<R> written) {
        Map<Object, List<R>> byKey = byKey(written);
        Set<Object> done = new HashSet<>();
        List<R> replaced = new ArrayList<>();
        for (R row : there) {
            List<R> instead = byKey.get(key(row));
            if (instead == null) {
                replaced.add(row);
            } else if (done.add(key(row))) {
                replaced.addAll(instead);
            }
        }
        return replaced;
    }

    private static <R extends Record> Map<Object, List<R>> byKey(List<R> rows) {
        Map<Object, List<R>> byKey = new LinkedHashMap<>();
        rows.forEach(
                row -> byKey.computeIfAbsent(key(row), any -> new ArrayList<>()).add(row));
        return byKey;
    }

    private static List<Object> keys(List<? extends Record> rows) {
        return rows.stream().map(RehearsedErp::key).distinct().toList();
    }

    /** The first component of a row: what statements order by. */
    private static Object key(Record row) {
        try {
            Method first = row.getClass().getRecordComponents()[0].getAccessor();
            first.setAccessible(true);
            return first.invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(row.getClass() + " has no key", e);
        }
    }

    @Override
    public void write(WriteStatement statement, List<? extends Map<String, ?>> rows) {
        inTransaction(transaction -> {
            borrowing.rowsOf(statement, rows);
            rows.forEach(row -> transaction.update(statement, statement.parameters(), row));
            return true;
        });
    }

    @Override
    public <T> T inTransaction(Function<ErpWrite, T> work) {
        return overlay.database().inTransaction(write -> {
            try {
                return work.apply(new RehearsedWrite(this, original, overlay, borrowing, write));
            } catch (RuntimeException e) {
                borrowing.forget();
                throw e;
            }
        });
    }

    @Override
    public String holds(Use use) {
        return original.holds(use);
    }

    @Override
    public CodePage codePage() {
        return original.codePage();
    }

    @Override
    public ColumnChecks columnChecks() {
        return original.columnChecks();
    }

    /** Where the rows are that would be written. */
    public DataSource besides() {
        return overlay.database().dataSource();
    }

    @Override
    public void close() {
        overlay.close();
    }
}
