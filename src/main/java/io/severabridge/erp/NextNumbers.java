package io.severabridge.erp;

import io.severabridge.erp.statement.Statements;
import java.util.HashMap;
import java.util.Map;

/** Asks for the next number once, with a statement that locks until the transaction ends, and counts on from it. */
final class NextNumbers implements ErpSystem.Numbering {
    private final ErpWrite write;
    private final Statements statements;
    private final Map<String, Long> next = new HashMap<>();

    NextNumbers(ErpWrite write, Statements statements) {
        this.write = write;
        this.statements = statements;
    }

    @Override
    public long next(String statement, long from, long to) {
        Map<String, Object> range = Map.of("seriesFrom", from, "seriesTo", to);
        long given = next.computeIfAbsent(statement, name -> write.number(statements.get(name), range));
        next.put(statement, given + 1);
        return given;
    }
}
