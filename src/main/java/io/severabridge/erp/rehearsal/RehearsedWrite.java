package io.severabridge.erp.rehearsal;

import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.ErpWrite;
import io.severabridge.erp.rehearsal.Overlay.Column;
import io.severabridge.erp.rehearsal.Overlay.Table;
import io.severabridge.erp.statement.Names;
import io.severabridge.erp.statement.Statement;
import io.severabridge.erp.statement.WriteStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** A transaction of a rehearsal: a row is borrowed before it is changed, and numbers follow on those of the ERP. */
final class RehearsedWrite implements ErpWrite {
    private final RehearsedErp erp;
    private final ErpDatabase original;
    private final Overlay overlay;
    private final Borrowing borrowing;
    private final ErpWrite write;

    /** Numbers from which on the ERP has handed out none. */
    private final List<Long> free = new ArrayList<>();

    RehearsedWrite(RehearsedErp erp, ErpDatabase original, Overlay overlay, Borrowing borrowing, ErpWrite write) {
        this.erp = erp;
        this.original = original;
        this.overlay = overlay;
        this.borrowing = borrowing;
        this.write = write;
    }

    @Override
    public int update(WriteStatement statement, Set<String> changed, Map<String, ?> values) {
        borrowing.rowsOf(statement, List.of(values));
        int rows = write.update(statement, changed, values);
        if (rows > 0) {
            String origin = Names.quoted(Overlay.ORIGIN);
            new NamedParameterJdbcTemplate(overlay.database().dataSource())
                    .update(
                            "UPDATE " + statement.quotedTable() + " SET " + Names.quoted(Overlay.ORDER) + " = "
                                    + Overlay.NEXT + ", " + origin + " = CASE WHEN " + origin + " = '" + Overlay.ADDED
                                    + "' THEN '" + Overlay.ADDED + "' ELSE '" + Overlay.CHANGED + "' END WHERE "
                                    + statement.where(),
                            values);
            Set<String> columns = new HashSet<>(statement.stamp().ifThere().keySet());
            statement.changed(changed).forEach(value -> columns.add(value.physicalColumn()));
            overlay.write(statement.physicalTable(), columns);
        }
        return rows;
    }

    @Override
    public void insert(WriteStatement statement, Map<String, ?> values, Map<String, Object> template) {
        refuseTwin(statement, values);
        write.insert(statement, values, template);
        overlay.write(statement.physicalTable(), Set.of());
    }

    /** As the ERP would refuse a key that it has, also in a row that nothing of ours reads. */
    private void refuseTwin(WriteStatement statement, Map<String, ?> values) {
        Table table = overlay.table(statement.physicalTable());
        Map<String, Object> key = new HashMap<>();
        for (Column column : table.key()) {
            Object value = value(statement, column, values);
            if (value == null || (value instanceof Number number && isFree(number.longValue()))) {
                return;
            }
            key.put("key" + key.size(), value);
        }
        List<String> conditions = new ArrayList<>();
        for (Column column : table.key()) {
            conditions.add(column.quoted() + " = :key" + conditions.size());
        }
        String sql = "SELECT COUNT(*) FROM " + table.quoted() + " WHERE " + String.join(" AND ", conditions);
        Statement twins = new Statement("the key of " + table.name(), sql, Set.of());
        if (original.query(twins, (row, number) -> row.getLong(1), key).get(0) > 0) {
            throw new DuplicateKeyException(
                    "table " + table.name() + " has a row with the key " + String.join(", ", texts(key.values())));
        }
    }

    private static List<String> texts(Iterable<Object> values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(String.valueOf(value)));
        return texts;
    }

    private static @Nullable Object value(WriteStatement statement, Column column, Map<String, ?> values) {
        return statement.values().stream()
                .filter(value -> value.physicalColumn().equalsIgnoreCase(column.name()) && value.parameter() != null)
                .findFirst()
                .<@Nullable Object>map(value -> values.get(value.parameter()))
                .orElse(null);
    }

    private boolean isFree(long number) {
        return free.stream().anyMatch(from -> number >= from);
    }

    @Override
    public int delete(WriteStatement statement, Map<String, ?> key) {
        throw new UnsupportedOperationException("no row of the ERP is removed in a rehearsal");
    }

    /** The greater of what the ERP says and of what follows on the rows that were added. */
    @Override
    public long number(Statement statement, Map<String, ?> parameters) {
        long there = original.query(statement.withoutLocks(), (row, number) -> row.getLong(1), parameters)
                .get(0);
        long next = Math.max(there, write.number(statement, parameters));
        free.add(there);
        return next;
    }

    @Override
    public <R extends Record> List<R> rows(Statement statement, Class<R> type, Map<String, ?> parameters) {
        return erp.rows(statement, type, parameters);
    }

    @Override
    public Map<String, Object> template(Statement statement, long key) {
        return original.template(statement, key);
    }
}
