package io.severabridge.sync.undo;

import io.severabridge.store.ledger.Changes.Change;
import io.severabridge.store.ledger.Journal.Action;
import io.severabridge.store.ledger.Journal.Side;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.mapping.Scope;
import io.severabridge.sync.run.RunContext;
import io.severabridge.sync.staging.StoredReferences;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Takes back what an execution has changed, from its journal, the last change first: changed fields get their old values unless
 * somebody has changed them since, what was made is removed unless somebody has changed it since or it is in use, and pairs that it
 * linked are no longer linked. It may be killed and begun again.
 */
public final class Undo {
    /**
     * What is taken back, or left.
     *
     * @param what remove, restore, make again, unlink or left
     * @param note why it is left; empty where it is not
     */
    public record Line(
            String label, String entity, Side side, String what, String field, String now, String back, String note) {
        public boolean isLeft() {
            return !note.isEmpty();
        }
    }

    /**
     * What is to be taken back, and what came later.
     *
     * @param made records that were made and are to go, as {@code SIDE entity key} and {@code SIDE guid}
     * @param later what later executions have changed, as {@link io.severabridge.store.ledger.Changes#after} has it
     */
    record Scope(Set<String> made, Map<String, Long> later) {
        /** The record does not go after all. */
        void stays(Change change) {
            made.remove(change.side() + " " + change.entity() + " " + change.erpKey());
            made.remove(change.side() + " " + change.guid());
        }

        boolean removedInErp(String entity, String key) {
            return made.contains(Side.ERP + " " + entity + " " + key);
        }

        boolean removedInSevera(String guid) {
            return made.contains(Side.SEVERA + " " + guid);
        }

        boolean removedInSevera(String entity, String key) {
            return made.contains(Side.SEVERA + " " + entity + " " + key);
        }

        /** Whether either side's record was made. */
        boolean removed(String entity, String key) {
            return removedInErp(entity, key) || removedInSevera(entity, key);
        }
    }

    private final RunContext work;
    private final boolean act;

    /** {@code act} is false where it is only to be told what would be done. */
    public Undo(RunContext work, boolean act) {
        this.work = work;
        this.act = act;
    }

    /**
     * Takes them back.
     *
     * @param definitions all there are
     * @param changes in the order in which they were made
     * @param later what later executions have changed, as {@link io.severabridge.store.ledger.Changes#after} has it
     * @param instance the run, whose links are to go
     */
    public List<Line> run(
            List<EntityDefinition<?, ?, ?>> definitions, List<Change> changes, Map<String, Long> later, long instance) {
        Map<String, EntityDefinition<?, ?, ?>> byEntity = new HashMap<>();
        definitions.forEach(definition -> byEntity.putIfAbsent(definition.entity(), definition));
        Map<String, List<Change>> groups = groups(changes);
        Map<String, EntityUndo<?, ?, ?>> undoing = undoing(byEntity, groups, new Scope(made(changes), later));
        Map<List<Change>, List<Line>> lines = new LinkedHashMap<>();
        for (List<Change> group : groups.values()) {
            EntityUndo<?, ?, ?> definition = undoing.get(group.get(0).entity());
            if (definition == null) {
                lines.put(group, List.of(document(group.get(0))));
            } else {
                lines.put(group, definition.undo(group));
            }
        }
        if (act) {
            removeWhatWasInUse(lines, undoing);
            byEntity.keySet().forEach(entity -> work.links.removeMadeIn(EntityDefinition.typesOf(entity), instance));
        }
        return lines.values().stream().flatMap(List::stream).toList();
    }

    /** What was made, in the words of {@link Scope}. */
    private static Set<String> made(List<Change> changes) {
        Set<String> made = new HashSet<>();
        changes.stream().filter(change -> change.action() == Action.CREATE).forEach(change -> {
            made.add(change.side() + " " + change.entity() + " " + change.erpKey());
            made.add(change.side() + " " + change.guid());
        });
        return made;
    }

    /** By entity, for those that have changes; both sides are read. */
    private Map<String, EntityUndo<?, ?, ?>> undoing(
            Map<String, EntityDefinition<?, ?, ?>> byEntity, Map<String, List<Change>> groups, Scope scope) {
        UsesInSevera uses = new UsesInSevera(work.severa, byEntity.values());
        StoredReferences references = new StoredReferences(work);
        Map<String, EntityUndo<?, ?, ?>> undoing = new HashMap<>();
        groups.values().stream()
                .map(group -> group.get(0).entity())
                .distinct()
                .filter(byEntity::containsKey)
                .forEach(entity -> undoing.put(
                        entity,
                        EntityUndo.of(
                                Objects.requireNonNull(byEntity.get(entity)),
                                work,
                                references,
                                keys(groups, entity),
                                scope,
                                uses,
                                act)));
        return undoing;
    }

    /**
     * What Severa has refused to remove is tried again as long as others go: records of one kind may refer to each other in any
     * order, such as a superior who was made after those below.
     */
    private static void removeWhatWasInUse(
            Map<List<Change>, List<Line>> lines, Map<String, EntityUndo<?, ?, ?>> undoing) {
        boolean gone = true;
        while (gone) {
            gone = false;
            for (Map.Entry<List<Change>, List<Line>> done : lines.entrySet()) {
                if (isOnlyRefused(done.getKey(), done.getValue())) {
                    List<Line> again = Objects.requireNonNull(
                                    undoing.get(done.getKey().get(0).entity()))
                            .undo(done.getKey());
                    gone |= again.stream().noneMatch(Line::isLeft);
                    done.setValue(again);
                }
            }
        }
    }

    /** A removal from Severa and nothing else, so that trying it again repeats nothing that was done. */
    private static boolean isOnlyRefused(List<Change> group, List<Line> lines) {
        return lines.size() == 1
                && lines.get(0).note().startsWith(RecordRemoval.REFUSED)
                && group.stream().anyMatch(change -> change.action() == Action.CREATE && change.side() == Side.SEVERA)
                && group.stream().noneMatch(change -> change.action() == Action.DELETE);
    }

    private static Set<String> keys(Map<String, List<Change>> groups, String entity) {
        Set<String> keys = new HashSet<>();
        groups.values().stream()
                .filter(group -> group.get(0).entity().equals(entity))
                .forEach(group -> keys.add(group.get(0).erpKey()));
        return keys;
    }

    /** By record; the one that was changed last comes first, its changes in their order. */
    private static Map<String, List<Change>> groups(List<Change> changes) {
        List<Change> backwards = new ArrayList<>(changes);
        Collections.reverse(backwards);
        Map<String, List<Change>> groups = new LinkedHashMap<>();
        backwards.forEach(
                change -> groups.computeIfAbsent(change.entity() + " " + change.erpKey(), any -> new ArrayList<>())
                        .add(0, change));
        return groups;
    }

    private static Line document(Change change) {
        return new Line(
                change.label(),
                change.entity(),
                change.side(),
                "left",
                "",
                "",
                "",
                "it has become a document of the ERP, which is not taken back here: delete it there, and set its status back in"
                        + " Severa");
    }
}
