package io.severabridge.erp;

import io.severabridge.erp.statement.Statement;
import io.severabridge.erp.statement.Use;
import io.severabridge.erp.statement.WriteStatement;
import io.severabridge.failure.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the login of the ERP database may do (HAS_PERMS_BY_NAME), compared with what the statements need. An embedded database
 * has no permissions.
 */
public final class Permissions {
    private final ErpDatabase database;
    private final String schema;

    public Permissions(ErpDatabase database, String schema) {
        this.database = database;
        this.schema = schema;
    }

    /** What is missing, with the GRANT for it. */
    public List<Finding> findings(Collection<Statement> reads, Collection<WriteStatement> writes) {
        if (database.embedded()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        needed(reads, writes).forEach((table, permissions) -> {
            List<String> missing = permissions.stream()
                    .filter(permission -> !has("[" + schema + "].[" + table + "]", "OBJECT", permission))
                    .toList();
            if (!missing.isEmpty()) {
                String on = String.join(", ", missing) + " ON [" + schema + "].[" + table + "]";
                findings.add(Finding.error(
                        "permission-missing",
                        "erp.username",
                        "the login of the ERP database lacks " + on,
                        "GRANT " + on + " TO the user of that login, as in sql/admin/erp-permissions.sql"));
            }
        });
        boolean inserts = writes.stream().anyMatch(write -> write.key() == null);
        if (inserts && !has("[" + schema + "]", "SCHEMA", "VIEW DEFINITION")) {
            findings.add(Finding.warning(
                    "defaults-not-visible",
                    "erp.username",
                    "the login of the ERP database does not see the defaults of columns: a new row gets 0 or an empty"
                            + " text in each column that is NOT NULL and not mapped",
                    "GRANT VIEW DEFINITION ON SCHEMA::[" + schema + "] TO the user of that login, if a column has"
                            + " another default"));
        }
        return findings;
    }

    /** What is needed of each table, as the database calls it. */
    public static SortedMap<String, SortedSet<String>> needed(
            Collection<Statement> reads, Collection<WriteStatement> writes) {
        SortedMap<String, SortedSet<String>> needed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Statement read : reads) {
            for (Use use : read.uses()) {
                needed.computeIfAbsent(use.physicalTable(), any -> new TreeSet<>())
                        .add("SELECT");
            }
        }
        for (WriteStatement write : writes) {
            SortedSet<String> permissions = needed.computeIfAbsent(write.physicalTable(), any -> new TreeSet<>());
            permissions.add(write.key() == null ? "INSERT" : "UPDATE");
            permissions.add("SELECT");
        }
        return needed;
    }

    /** Documentation of HAS_PERMS_BY_NAME: 1 where the permission is held, 0 where not, NULL where the name is not found. */
    private boolean has(String securable, String kind, String permission) {
        Statement asked = new Statement(
                "permissions", "SELECT HAS_PERMS_BY_NAME(:securable, :kind, :permission) AS held", java.util.Set.of());
        return database.query(
                                asked,
                                (row, number) -> row.getInt(1),
                                Map.of("securable", securable, "kind", kind, "permission", permission))
                        .get(0)
                == 1;
    }
}
