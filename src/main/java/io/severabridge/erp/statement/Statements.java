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
 * The statements of one ERP, by file name, with the names that one company uses. The files are plain T-SQL: parameters are
 * variables, and a name in brackets with a dot or hyphen in it, such as {@code [customers.guid-field]}, stands for what
 * the company file chooses.
 */
public final class Statements {
    private final String folder;
    private final Names names;
    private final Map<String, @Nullable String> settings;
    private final Stamp stamp;
    private final Map<String, Statement> resolved = new ConcurrentHashMap<>();
    private final Map<String, WriteStatement> writes = new ConcurrentHashMap<>();

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
        return Statements.class.getResource(file(name)) != null;
    }

    private String file(String name) {
        return "/sql/" + folder + "/" + name + ".sql";
    }

    /** The statement of a file, named by folder and file without the ending: {@code customer/rows}. */
    public Statement get(String name) {
        return resolved.computeIfAbsent(name, any -> new Resolution(any, text(any), names, settings).statement());
    }

    /** An UPDATE or INSERT of a file; columns whose setting chooses none are left out. */
    public WriteStatement write(String name) {
        return writes.computeIfAbsent(
                name, any -> new WriteResolution(any, text(any), names, settings).statement(stamp));
    }

    /**
     * A page of the rows of a statement that reads rows: those behind {@code :after}, changed since {@code :since} or not
     * known when, in the order of their first column. Its text is a query that can stand in parentheses.
     */
    public Statement page(String name, String position) {
        return page(name, position, ">");
    }

    /** The same from {@code :after} on: the first page, which an empty key is on, too. */
    public Statement firstPage(String name, String position) {
        return page(name, position, ">=");
    }

    private Statement page(String name, String position, String behind) {
        Statement rows = get(name);
        String column = "q." + Names.quoted(position);
        return new Statement(
                name,
                "SELECT q.* FROM (" + rows.sql() + ") q WHERE " + column + " " + behind + " :after"
                        + " AND (q.changedAt < 10000 OR q.changedAt >= :since) ORDER BY " + column
                        + " OFFSET 0 ROWS FETCH NEXT :page ROWS ONLY",
                rows.uses());
    }

    /** The rows of a statement that reads rows whose first column is one of {@code :keys}. */
    public Statement these(String name, String position) {
        Statement rows = get(name);
        return new Statement(
                name,
                "SELECT q.* FROM (" + rows.sql() + ") q WHERE q." + Names.quoted(position) + " IN (:keys) ORDER BY q."
                        + Names.quoted(position),
                rows.uses());
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
        String file = file(name);
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
