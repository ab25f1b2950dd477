package io.severabridge.erp;

import io.severabridge.company.Company;
import io.severabridge.failure.WrongSetUp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Before anything is read: are the tables and columns there that the statements use, and of the right kind? */
public final class SchemaCheck {
    /** A GUID with its hyphens. */
    private static final int GUID_LENGTH = 36;

    /** A column as the database describes it; {@code length} is -1 for unlimited text. */
    private record Found(String type, int length) {}

    private final ErpDatabase database;
    private final Company.Erp erp;
    private final Schema schema = Schema.ofVismaBusiness();

    public SchemaCheck(ErpDatabase database, Company.Erp erp) {
        this.database = database;
        this.erp = erp;
    }

    /**
     * Checks all that the statements use.
     *
     * @throws WrongSetUp with a line for each table or column that is missing or of another kind
     */
    public void check(Collection<Statement> statements) {
        Map<String, Map<String, Found>> tables = tables();
        Map<String, String> problems = new LinkedHashMap<>();
        for (Statement statement : statements) {
            for (Use use : statement.uses()) {
                String problem = problem(use, statement.name(), tables.get(use.physicalTable()));
                if (problem != null) {
                    problems.putIfAbsent(
                            tables.containsKey(use.physicalTable()) ? use.table() + "." + use.column() : use.table(),
                            problem);
                }
            }
        }
        if (!problems.isEmpty()) {
            List<String> lines = new ArrayList<>(problems.values());
            throw new WrongSetUp("the ERP database does not fit:\n  " + String.join("\n  ", lines));
        }
    }

    private Map<String, Map<String, Found>> tables() {
        Map<String, Map<String, Found>> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        JdbcClient.create(database.dataSource())
                .sql("SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH"
                        + " FROM INFORMATION_SCHEMA.COLUMNS WHERE LOWER(TABLE_SCHEMA) = LOWER(?)")
                .param(erp.schema())
                .query(row -> {
                    long length = row.getLong(4);
                    tables.computeIfAbsent(row.getString(1), any -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
                            .put(
                                    row.getString(2),
                                    new Found(row.getString(3), length > Integer.MAX_VALUE ? -1 : (int) length));
                });
        return tables;
    }

    private @Nullable String problem(Use use, String statement, @Nullable Map<String, Found> columns) {
        String usedBy = " (used by " + statement + ")";
        if (columns == null) {
            return "there is no table " + erp.schema() + "." + use.physicalTable() + usedBy
                    + "; if it is called otherwise here, set erp.columns: { " + use.table() + ": NAME }";
        }
        Found found = columns.get(use.physicalColumn());
        if (found == null) {
            return "table " + use.physicalTable() + " has no column " + use.physicalColumn() + usedBy
                    + "; if it is called otherwise here, set erp.columns: { " + use.table() + "." + use.column()
                    + ": NAME }";
        }
        Map<String, Schema.Column> known = schema.columns(use.table());
        Schema.Column expected = known == null ? null : known.get(use.column());
        if (expected != null && expected.family() != Schema.Family.of(found.type())) {
            return "column " + use.physicalTable() + "." + use.physicalColumn() + " is of type " + found.type()
                    + ", expected " + expected.family().word() + usedBy;
        }
        if (use.guid() && found.length() >= 0 && found.length() < GUID_LENGTH) {
            return "column " + use.physicalTable() + "." + use.physicalColumn() + " holds " + found.length()
                    + " characters, a GUID has " + GUID_LENGTH + usedBy;
        }
        return null;
    }
}
