package io.severabridge.erp;

import io.severabridge.company.Company;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
    private final Map<String, Statement> resolved = new ConcurrentHashMap<>();

    /**
     * Statements of a folder.
     *
     * @param folder below {@code sql/}, such as {@code visma-business}
     * @param settings what the company file chooses, by the name that statements use; null where it chooses nothing
     */
    public Statements(String folder, Company.Erp erp, Map<String, @Nullable String> settings) {
        this.folder = folder;
        this.names = new Names(erp);
        this.settings = settings;
    }

    /** The statement of a file, named by folder and file without the ending: {@code customer/rows}. */
    public Statement get(String name) {
        return resolved.computeIfAbsent(name, any -> new Resolution(any, text(any), names, settings).statement());
    }

    private String text(String name) {
        String file = "/sql/" + folder + "/" + name + ".sql";
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
