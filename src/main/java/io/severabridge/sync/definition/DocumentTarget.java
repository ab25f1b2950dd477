package io.severabridge.sync.definition;

import io.severabridge.sync.mapping.ErpDocument;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Sources;
import java.util.ArrayList;
import java.util.List;

/**
 * Where documents go in the ERP, and what they become there.
 *
 * @param erp the statements
 * @param surroundings what the ERP is asked for one document
 * @param mapping the document for the ERP
 * @param uses statements that the surroundings need
 */
public record DocumentTarget<S extends Record, D extends Record, E extends Record>(
        Erp erp, Surroundings<S, D, E> surroundings, DocumentMapping<S, D, E> mapping, List<String> uses) {
    /** The statements of the ERP: those of GUIDs, all that carry one, what lines come to, the next number, and the writes. */
    public record Erp(String existing, String all, String lines, String next, String head, String line, String mark) {}

    /** What the ERP is asked for one document. */
    @FunctionalInterface
    public interface Surroundings<S, D, E> {
        E read(S listed, D details, MappingContext context, Sources sources);
    }

    /** The document for the ERP; throws {@link io.severabridge.failure.Rejected} for what cannot be mapped. */
    @FunctionalInterface
    public interface DocumentMapping<S, D, E> {
        ErpDocument document(S listed, D details, E erp, MappingContext context);
    }

    public DocumentTarget {
        uses = List.copyOf(uses);
    }

    /** The statements that it needs, but those that write. */
    public List<String> statements() {
        List<String> names = new ArrayList<>(List.of(erp.existing(), erp.all(), erp.lines(), erp.next()));
        names.addAll(uses);
        return names;
    }

    /** The statements that write. */
    public List<String> writes() {
        return List.of(erp.head(), erp.line(), erp.mark());
    }
}
