package io.severabridge.erp.statement;

import io.severabridge.company.Company;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one ERP, by file name, with the names that one company uses. What reads is plain T-SQL: parameters are
 * variables, and a name in brackets with a dot or hyphen in it, such as {@code [customers.guid-field]}, stands for what
 * the company file chooses. What writes is declared, in the {@code writes.yml} of each folder.
 */
public final class Statements {
    private final String folder;
    private final Names names;
    private final Map<String, @Nullable String> settings;
    private final Stamp stamp;
    private final Map<String, Statement> resolved = new ConcurrentHashMap<>();
    private final Map<String, Map<String, WriteStatement>> writes = new ConcurrentHashMap<>();

    /**
     * Statements of a folder.
     *
     * @param folder below {@code sql/}, such as {@code visma-business}
     * @param settings what the company file chooses, by the name that statements use; null where it chooses nothing
     * @param stamp what is written with each change
     */
    public Statements(String folder, Company.Erp erp, Map<String, @Nullable String> settings, Stamp stamp) {
        this.stamp = stamp;
        this.folder = folder;
        this.names = new Names(erp);
        this.settings = settings;
    }

    /** Whether the ERP has such a statement: what it has not, it has no records for. */
    public boolean has(String name) {
        return Statements.class.getResource(file(name)) != null
                || writesOf(name).containsKey(entry(name));
    }

    private String file(String name) {
        return "/sql/" + folder + "/" + name + ".sql";
    }

    /** The statement of a file, named by folder and file without the ending: {@code customer/rows}. */
    public Statement get(String name) {
        return resolved.computeIfAbsent(name, any -> new Resolution(any, text(any), names, settings).statement());
    }

    /** A write that a folder declares, named by folder and entry; columns whose setting chooses none are left out. */
    public WriteStatement write(String name) {
        WriteStatement write = writesOf(name).get(entry(name));
        if (write == null) {
            throw new IllegalStateException("there is no write " + name + " of " + folder);
        }
        return write;
    }

    private static String entry(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private Map<String, WriteStatement> writesOf(String name) {
        String of = name.substring(0, name.lastIndexOf('/') + 1) + "writes.yml";
        return writes.computeIfAbsent(of, any -> {
            String file = "/sql/" + folder + "/" + of;
            return Statements.class.getResource(file) == null
                    ? Map.of()
                    : new WriteFile(of, names, settings, stamp).read(read(file));
        });
    }

    /**
     * The statements for the rows of one that reads rows: pages of what changed since {@code :since} or not known when, and
     * certain rows. Their texts are queries that can stand in parentheses.
     *
     * @param position the first column, by which rows are ordered
     */
    public RowStatements rows(String name, String position) {
        return new RowStatements(page(name, position, ">="), page(name, position, ">"), these(name, position));
    }

    private Statement page(String name, String position, String behind) {
        Statement rows = get(name);
        String column = "q." + Names.quoted(position);
        return new Statement(
                name,
                "SELECT q.* FROM (" + rows.sql() + ") q WHERE " + column + " " + behind + " :after"
                        + " AND (q.changedAt < 10000 OR q.changedAt >= :since) ORDER BY " + column
                        + " OFFSET 0 ROWS FETCH NEXT :page ROWS ONLY",
                rows.uses(),
                Map.of(),
                rows.joins());
    }

    private Statement these(String name, String position) {
        Statement rows = get(name);
        return new Statement(
                name,
                "SELECT q.* FROM (" + rows.sql() + ") q WHERE q." + Names.quoted(position) + " IN (:keys) ORDER BY q."
                        + Names.quoted(position),
                rows.uses(),
                Map.of(),
                rows.joins());
    }

    /**
     * What people call a column of the ERP that a statement reads.
     *
     * @param component of the row; its own name where the statement has no such column
     */
    public String column(String statement, String component) {
        return get(statement).columns().getOrDefault(component, component);
    }

    /** The columns that hold GUIDs of Severa, in small letters: those that the company file's guid-fields choose. */
    public Set<String> guidColumns() {
        Set<String> columns = new HashSet<>();
        settings.forEach((key, column) -> {
            if (key.endsWith("guid-field") && column != null) {
                columns.add(column.toLowerCase(Locale.ROOT));
            }
        });
        return columns;
    }

    private String text(String name) {
        return read(file(name));
    }

    private static String read(String file) {
        try (InputStream in = Statements.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no statement " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
