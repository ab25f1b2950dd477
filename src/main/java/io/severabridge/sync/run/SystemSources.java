package io.severabridge.sync.run;

import io.severabridge.erp.ErpAccess;
import io.severabridge.erp.statement.Statements;
import io.severabridge.erp.statement.Use;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.SeveraClient;
import io.severabridge.sync.mapping.Sources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The two systems of a company, as a definition may read them. */
public final class SystemSources implements Sources {
    private final SeveraClient severa;
    private final ErpAccess erp;
    private final Statements statements;

    public SystemSources(SeveraClient severa, ErpAccess erp, Statements statements) {
        this.severa = severa;
        this.erp = erp;
        this.statements = statements;
    }

    @Override
    public <T> List<T> list(ListRequest request, Class<T> type) {
        List<T> all = new ArrayList<>();
        severa.list(request, type, all::add);
        return all;
    }

    @Override
    public <T> T get(String path, Class<T> type) {
        return severa.get(path, type);
    }

    @Override
    public <R extends Record> List<R> rows(String statement, Class<R> type, Map<String, ?> parameters) {
        return erp.rows(statements.get(statement), type, parameters);
    }

    @Override
    public String holds(String statement, String column) {
        return holds(statements.get(statement).uses(), column);
    }

    @Override
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

    @Override
    public int length(String statement, String parameter) {
        return Objects.requireNonNull(
                erp.columnChecks().lengths(statements.write(statement)).get(parameter), parameter);
    }
}
