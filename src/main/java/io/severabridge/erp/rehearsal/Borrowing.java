package io.severabridge.erp.rehearsal;

import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.rehearsal.Overlay.Column;
import io.severabridge.erp.rehearsal.Overlay.Table;
import io.severabridge.erp.statement.Joins;
import io.severabridge.erp.statement.Joins.Link;
import io.severabridge.erp.statement.Names;
import io.severabridge.erp.statement.Statement;
import io.severabridge.erp.statement.WriteStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Brings those rows of the ERP into the overlay, once, that a statement needs there to answer as it would in the ERP: what
 * the added and changed rows are joined to.
 */
final class Borrowing {
    /** As many as one statement takes comfortably; SQL Server allows 2,100 parameters. */
    private static final int MOST = 500;

    private final ErpDatabase original;
    private final Overlay overlay;

    /** Values that rows were borrowed by, by table and column. */
    private final Map<String, Set<Object>> asked = new HashMap<>();

    /** Up to where the rows of a table were looked at for a link of a statement. */
    private final Map<String, Long> seen = new HashMap<>();

    Borrowing(ErpDatabase original, Overlay overlay) {
        this.original = original;
        this.overlay = overlay;
    }

    /** After a rollback, which took borrowed rows back. */
    void forget() {
        asked.clear();
        seen.clear();
    }

    /** What a statement needs. */
    void rowsFor(Statement statement) {
        Joins joins = statement.joins();
        joins.apart().forEach(this::whole);
        List<Link> links = joins.links();
        Set<String> reached = new HashSet<>();
        for (int at = links.size() - 1; at >= 0; at--) {
            towardsFirst(statement, links.get(at), reached);
        }
        for (Link link : links) {
            List<Object> values = values(
                    statement.name() + " > " + link.alias(),
                    joins.table(link.from().alias()),
                    link.from().name(),
                    "");
            borrow(joins.table(link.alias()), link.column(), values);
        }
    }

    /** A row that was added or changed may change what the statement says of the rows that are joined to it. */
    private void towardsFirst(Statement statement, Link link, Set<String> reached) {
        Joins joins = statement.joins();
        String table = joins.table(link.alias());
        if (!overlay.isWritten(table) && !reached.contains(link.alias())) {
            return;
        }
        boolean changed = overlay.isChanged(table, joins.columns(link.alias()));
        String condition = reached.contains(link.alias())
                ? ""
                : " AND " + Names.quoted(Overlay.ORIGIN)
                        + (changed
                                ? " IN ('" + Overlay.ADDED + "', '" + Overlay.CHANGED + "')"
                                : " = '" + Overlay.ADDED + "'");
        List<Object> values =
                values(statement.name() + " < " + link.alias() + condition, table, link.column(), condition);
        if (!values.isEmpty()) {
            borrow(joins.table(link.from().alias()), link.from().name(), values);
            reached.add(link.from().alias());
        }
    }

    /** The values of a column in rows that were not looked at for this. */
    private List<Object> values(String purpose, String name, String column, String condition) {
        Table table = overlay.table(name);
        long from = seen.getOrDefault(purpose, 0L);
        String order = Names.quoted(Overlay.ORDER);
        Long to = overlay.jdbc().queryForObject("SELECT MAX(" + order + ") FROM " + table.quoted(), Long.class);
        if (to == null || to <= from) {
            return List.of();
        }
        seen.put(purpose, to);
        return overlay.jdbc()
                .queryForList(
                        "SELECT DISTINCT " + Names.quoted(column) + " FROM " + table.quoted() + " WHERE " + order
                                + " > ? AND " + Names.quoted(column) + " IS NOT NULL" + condition,
                        Object.class,
                        from);
    }

    /** The rows that have one of these values in a column. */
    void borrow(String name, String column, Collection<?> values) {
        Set<Object> known = asked.computeIfAbsent(name + "." + column, any -> new HashSet<>());
        List<Object> now = new ArrayList<>();
        for (Object value : values) {
            if (!isNothing(value) && known.add(value instanceof Number number ? (Object) number.longValue() : value)) {
                now.add(value);
            }
        }
        for (int from = 0; from < now.size(); from += MOST) {
            List<Object> some = now.subList(from, Math.min(now.size(), from + MOST));
            copy(overlay.table(name), " WHERE " + Names.quoted(column) + " IN (:values)", Map.of("values", some));
        }
    }

    /** The ERP refers to nothing by 0 or an empty text. */
    private static boolean isNothing(Object value) {
        return value instanceof Number number
                ? number.doubleValue() == 0
                : value.toString().isBlank();
    }

    /** The rows that an update is about. */
    void rowsOf(WriteStatement update, List<? extends Map<String, ?>> rows) {
        borrow(
                update.physicalTable(),
                Objects.requireNonNull(update.key(), update.name()),
                rows.stream().map(row -> row.get("key")).toList());
    }

    /** A code table, which a statement asks for no value of a row. */
    private void whole(String name) {
        if (asked.putIfAbsent(name, new HashSet<>()) == null) {
            copy(overlay.table(name), "", Map.of());
        }
    }

    private void copy(Table table, String where, Map<String, ?> parameters) {
        List<Column> columns = table.columns();
        String names = String.join(", ", columns.stream().map(Column::quoted).toList());
        String sql = "SELECT " + names + " FROM " + table.quoted() + where;
        List<Object[]> rows = original.query(
                new Statement("table " + table.name(), sql, Set.of()),
                (row, number) -> {
                    Object[] values = new Object[columns.size()];
                    for (int at = 0; at < values.length; at++) {
                        Object value = row.getObject(at + 1);
                        // SQL Server pads texts of fixed length, and compares without regard to that.
                        values[at] = value instanceof String text ? text.stripTrailing() : value;
                    }
                    return values;
                },
                parameters);
        overlay.jdbc()
                .batchUpdate(
                        insert(table, names),
                        rows.stream().map(row -> withKey(table, row)).toList());
    }

    /** Unless the overlay has the row. */
    private static String insert(Table table, String names) {
        List<String> values = table.columns().stream()
                .map(column -> "CAST(? AS " + column.embeddedType() + ")")
                .toList();
        List<String> same = table.key().stream()
                .map(column -> column.quoted() + " = CAST(? AS " + column.embeddedType() + ")")
                .toList();
        return "INSERT INTO " + table.quoted() + " (" + names + ", " + Names.quoted(Overlay.ORIGIN) + ") SELECT "
                + String.join(", ", values) + ", '" + Overlay.BORROWED + "' WHERE NOT EXISTS (SELECT 1 FROM "
                + table.quoted() + " WHERE " + String.join(" AND ", same) + ")";
    }

    private static Object[] withKey(Table table, Object[] row) {
        List<Object> all = new ArrayList<>(java.util.Arrays.asList(row));
        table.key().forEach(column -> all.add(row[table.columns().indexOf(column)]));
        return all.toArray();
    }
}
