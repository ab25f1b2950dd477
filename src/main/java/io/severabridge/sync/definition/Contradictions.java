package io.severabridge.sync.definition;

import io.severabridge.sync.mapping.Direction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What would fail in the middle of a run, found when a definition is built. */
final class Contradictions {
    private final EntityDefinition<?, ?, ?> definition;

    /** A sentence for each rule that is broken, in the order of the rules. */
    private final Map<String, Boolean> broken = new LinkedHashMap<>();

    private Contradictions(EntityDefinition<?, ?, ?> definition) {
        this.definition = definition;
    }

    /**
     * Looks at a definition as a whole.
     *
     * @throws IllegalArgumentException for the first rule that it breaks
     */
    static void refuse(EntityDefinition<?, ?, ?> definition) {
        Contradictions found = new Contradictions(definition);
        found.ofErp();
        found.ofNumbers();
        found.ofSevera();
        found.ofMatch();
        found.ofBelonging();
        found.broken.forEach((sentence, isBroken) -> {
            if (isBroken) {
                throw new IllegalArgumentException(definition.entity() + ": " + sentence);
            }
        });
    }

    private void ofErp() {
        var erp = definition.erp();
        var mapping = definition.mapping();
        boolean toErp = mapping.goes(Direction.TO_ERP);
        broken.put(
                "a mapping to the ERP needs a table that it is written to",
                toErp && erp.tables().isEmpty());
        broken.put(
                "a table that is written to needs a mapping to the ERP",
                !toErp && !erp.tables().isEmpty());
        broken.put("columns of new rows need an insert", mapping.hasOnErpCreate() && !erp.isInserted());
        broken.put("a template for new rows needs an insert", erp.hasTemplate() && !erp.isInserted());
    }

    private void ofNumbers() {
        var erp = definition.erp();
        @Nullable String given = erp.givenNumber();
        broken.put(
                "an insert needs a number series",
                given != null
                        && (!erp.isInserted() || erp.tables().get(0).next().isEmpty()));
        broken.put(
                "the number that the ERP gives is sent back, which needs a path for updates",
                given != null && !definition.severa().isUpdated());
        broken.put(
                "the agreed record has no field " + given,
                given != null && !hasField(definition.mapping().agreed(), given));
        broken.put(
                "rows in the order of a number need that number of a row",
                erp.numberOfPosition() != null && erp.progress() == null);
        broken.put(
                "rows counted by a number need the number of a position",
                erp.counts() != null && erp.numberOfPosition() == null);
    }

    private void ofSevera() {
        var severa = definition.severa();
        var mapping = definition.mapping();
        boolean toSevera = mapping.goes(Direction.TO_SEVERA);
        boolean written = severa.isCreated() || severa.isUpdated();
        broken.put("a mapping to Severa needs a path for creates or updates", toSevera && !written);
        broken.put("a path for creates or updates needs a mapping to Severa", !toSevera && written);
        broken.put("a create needs a list in which it is looked up", severa.isCreated() && !mapping.hasLookUp());
        broken.put("a look-up needs a path for creates", !severa.isCreated() && mapping.hasLookUp());
        broken.put("a facet is never created", severa.isCreated() && !definition.isRecord());
        broken.put(
                "what is replaced when it changes needs paths for creates and deletes",
                severa.replacedWhenChanged() && !(severa.isCreated() && severa.isUpdated()));
        broken.put(
                "what may be missing is deleted, which needs a path for it",
                mapping.mayBeMissing() && !severa.isUpdated());
    }

    private void ofMatch() {
        var matching = definition.matching();
        broken.put(
                "rows are matched by keys that records of Severa are not matched by",
                !definition.severa().resource().matchKeys().includes(matching.keys()));
        broken.put(
                "what identifies a record is looked at where its GUID field is empty, and there is no such field",
                matching.hasIdentity() && !definition.erp().hasGuid());
        broken.put(
                "a number that is known below a parent needs a parent",
                matching.knownByNumber() && definition.belonging().parent() == null);
    }

    private void ofBelonging() {
        var belonging = definition.belonging();
        @Nullable String parent = belonging.parent();
        boolean perParent = definition.severa().resource().perParent() != null;
        broken.put("lists per parent need a parent", perParent && parent == null);
        broken.put("lists per parent need the resource of the parent", perParent && belonging.parentList() == null);
        broken.put("what is made with its parent needs a parent", belonging.madeWithParent() != null && parent == null);
        broken.put("a facet has no parent of its own", belonging.facetOf() != null && parent != null);
        broken.put(
                "an undo needs to know what refers to a record that was made, or why it need not look",
                (definition.severa().isCreated() || definition.erp().isInserted())
                        && !definition.undo().isDeclared());
        broken.put("an order from the top down needs rows above rows", belonging.topDown() && !belonging.isHierarchy());
    }

    private static boolean hasField(Class<? extends Record> type, String field) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getName().equals(field));
    }
}
