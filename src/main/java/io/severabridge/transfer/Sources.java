package io.severabridge.transfer;

import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.ErpWrite;
import io.severabridge.erp.statement.Statements;
import io.severabridge.erp.statement.Use;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.SeveraClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where a document is put together from: lists and records of Severa, rows of the ERP. Reads only. */
public final class Sources {
    private final SeveraClient severa;
    private final ErpDatabase erp;
    private final Statements statements;

    public Sources(SeveraClient severa, ErpDatabase erp, Statements statements) {
        this.severa = severa;
        this.erp = erp;
        this.statements = statements;
    }

    /** A list of Severa to its end. */
    public <T> List<T> list(ListRequest request, Class<T> type) {
        List<T> all = new ArrayList<>();
        severa.list(request, type, all::add);
        return all;
    }

    /** One record or object of Severa. */
    public <T> T get(String path, Class<T> type) {
        return severa.get(path, type);
    }

    /** Rows of the ERP. */
    public <R extends Record> List<R> rows(String statement, Class<R> type, Map<String, ?> parameters) {
        return erp.rows(statements.get(statement), type, parameters);
    }

    /** What the column holds that a reading statement uses, such as {@code a whole number}; empty where there is none. */
    public String holds(String statement, String column) {
        return holds(statements.get(statement).uses(), column);
    }

    /** The same of a writing statement. */
    public String filled(String statement, String column) {
        return holds(statements.write(statement).uses(), column);
    }

    private String holds(Collection<Use> uses, String column) {
        return uses.stream()
                .filter(use -> use.column().equals(column))
                .findFirst()
                .map(erp::holds)
                .orElse("");
    }

    /** How many characters the column holds that a writing statement fills from a parameter. */
    public int length(String statement, String parameter) {
        return Objects.requireNonNull(
                ErpWrite.lengths(erp, statements.write(statement)).get(parameter), parameter);
    }
}
