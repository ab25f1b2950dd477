package io.severabridge.erp;

import io.severabridge.company.Company;
import io.severabridge.erp.statement.Statement;
import io.severabridge.erp.statement.Use;
import io.severabridge.erp.statement.WriteStatement;
import io.severabridge.failure.WrongSetUp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Before anything is read: are the tables and columns there that the statements use, and of the right kind? */
public final class SchemaCheck {
    /** A GUID with its hyphens. */
    private static final int GUID_LENGTH = 36;

    private final ErpDatabase database;
    private final Company.Erp erp;
    private final Schema schema;

    public SchemaCheck(ErpDatabase database, Company.Erp erp) {
        this.database = database;
        this.erp = erp;
        schema = Schema.of(erp.system());
    }

    /**
     * Checks all that the statements use.
     *
     * @throws WrongSetUp with a line for each table or column that is missing or of another kind
     */
    public void check(Collection<Statement> statements, Collection<WriteStatement> writes) {
        Columns columns = database.columns();
        Map<String, String> problems = new LinkedHashMap<>();
        statements.forEach(statement -> check(statement.name(), statement.uses(), columns, problems));
        writes.forEach(statement -> check(statement.name(), statement.uses(), columns, problems));
        writes.forEach(statement -> refuseFilledIn(statement, columns, problems));
        if (!problems.isEmpty()) {
            List<String> lines = new ArrayList<>(problems.values());
            throw new WrongSetUp("the ERP database does not fit:\n  " + String.join("\n  ", lines));
        }
    }

    /** Only the database gives such a column a value: it refuses a statement that does. */
    private static void refuseFilledIn(WriteStatement statement, Columns columns, Map<String, String> problems) {
        Map<String, Columns.Column> table = columns.of(statement.physicalTable());
        for (WriteStatement.Value value : statement.values()) {
            Columns.Column column = table == null ? null : table.get(value.physicalColumn());
            if (column != null && column.filledIn()) {
                String name = statement.table() + "." + value.column();
                problems.putIfAbsent(
                        name,
                        "column " + statement.physicalTable() + "." + value.physicalColumn()
                                + " is filled in by the database (IDENTITY, computed or rowversion), and "
                                + statement.name() + " writes it; name another column with erp.columns: { " + name
                                + ": NAME }, or in the setting that chooses it");
            }
        }
    }

    private void check(String statement, Collection<Use> uses, Columns columns, Map<String, String> problems) {
        for (Use use : uses) {
            Map<String, Columns.Column> table = columns.of(use.physicalTable());
            String problem = problem(use, statement, table);
            if (problem != null) {
                problems.putIfAbsent(table == null ? use.table() : use.table() + "." + use.column(), problem);
            }
        }
    }

    private @Nullable String problem(Use use, String statement, @Nullable Map<String, Columns.Column> columns) {
        String usedBy = " (used by " + statement + ")";
        if (columns == null) {
            return "there is no table " + erp.schema() + "." + use.physicalTable() + usedBy
                    + "; if it is called otherwise here, set erp.columns: { " + use.table() + ": NAME }";
        }
        Columns.Column found = columns.get(use.physicalColumn());
        if (found == null) {
            return "table " + use.physicalTable() + " has no column " + use.physicalColumn() + usedBy
                    + "; if it is called otherwise here, set erp.columns: { " + use.table() + "." + use.column()
                    + ": NAME }";
        }
        if (use.text() && Schema.Family.of(found.type()) != Schema.Family.TEXT) {
            return "column " + use.physicalTable() + "." + use.physicalColumn() + " is of type " + found.type()
                    + ", expected " + Schema.Family.TEXT.word() + usedBy;
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
