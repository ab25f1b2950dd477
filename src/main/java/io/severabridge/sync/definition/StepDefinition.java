package io.severabridge.sync.definition;

import io.severabridge.company.Company;
import io.severabridge.reference.CodeTables;
import io.severabridge.sync.mapping.Sources;
import java.util.List;
import java.util.Set;

/** What a transfer is made of: each is a step. */
public sealed interface StepDefinition permits EntityDefinition, DocumentDefinition {
    String entity();

    boolean enabledFor(Company company);

    /** The statements that it needs, but those that write to the ERP. */
    List<String> statements();

    /** The statements that write its records to the ERP. */
    List<String> writes();

    /** The statements that write GUIDs to rows of the ERP, whichever direction it is moved in. */
    default List<String> guidWrites() {
        return List.of();
    }

    /** What Severa has to allow beside what registers need. */
    Set<String> scopes();

    /** What a step needs beside its records. */
    @FunctionalInterface
    interface Check {
        List<String> missing(Company company, CodeTables codes, Sources sources);
    }

    /** What both systems must have before it begins; answers a sentence for each thing that is missing. */
    List<String> missing(Company company, CodeTables codes, Sources sources);
}
