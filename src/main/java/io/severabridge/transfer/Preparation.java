package io.severabridge.transfer;

import io.severabridge.bridge.ErpRecords;
import io.severabridge.bridge.Keys;
import io.severabridge.bridge.Matching;
import io.severabridge.bridge.SeveraStage.Staged;
import io.severabridge.failure.Reason;
import io.severabridge.severa.SeveraClient;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Before a part's first record: reads both sides whole, once a run, and matches them. */
final class Preparation<E extends Record, S extends Record> {
    private static final int PAGE = 1_000;

    /** How many GUIDs one conversion call takes. */
    private static final int CONVERSION = 100;

    private final Part<E, S, ?> part;
    private final Workplace work;
    private final SeveraClient severa;
    private final StoredReferences references;

    Preparation(Part<E, S, ?> part, Workplace work, SeveraClient severa, StoredReferences references) {
        this.part = part;
        this.work = work;
        this.severa = severa;
        this.references = references;
    }

    void run() {
        references.forget();
        if (work.read.add(part.resource.name())) {
            stage();
        }
        work.bridge.atOnce(() -> work.erpRecords.clear(part.entity));
        enterRows();
        if (part.facetOf == null) {
            convertOlderGuids();
            work.bridge.atOnce(() -> new Matching(work.bridge, work.company.name(), part.entity, part.resource.name())
                    .run(part.several));
        }
        references.forget();
    }

    /**
     * A list that is paged by offset is read to its end before the first write: it is never read between writes. Stored in
     * portions, so that no transaction waits for Severa; what a crash leaves half is read anew by the next run.
     */
    private void stage() {
        String resource = part.resource.name();
        work.bridge.atOnce(() -> work.stage.clear(resource));
        Map<String, Staged> portion = new LinkedHashMap<>();
        severa.list(part.resource.list(), part.resource.type(), record -> {
            Staged staged = staged(part.resource, record);
            if (part.resource.used().test(record)) {
                portion.put(staged.guid(), staged);
            }
            if (portion.size() >= PAGE) {
                work.bridge.atOnce(() -> work.stage.put(resource, portion.values()));
                portion.clear();
            }
        });
        work.bridge.atOnce(() -> work.stage.put(resource, portion.values()));
    }

    static <S extends Record> Staged staged(Resource<S> resource, S record) {
        String guid = resource.guid().apply(record);
        if (guid == null) {
            throw new IllegalStateException("Severa answered a record of " + resource.name() + " without a GUID");
        }
        var created = resource.createdAt().apply(record);
        return new Staged(
                guid,
                resource.keys().apply(record),
                resource.above().apply(record),
                created == null ? null : created.toInstant(),
                SeveraClient.JSON.writeValueAsString(record));
    }

    private void enterRows() {
        Set<String> circle = part.hierarchy ? circle() : Set.of();
        String position = null;
        for (List<E> rows = ErpRows.page(part, work, null, PAGE); ; rows = ErpRows.page(part, work, position, PAGE)) {
            List<ErpRecords.Entry> entries =
                    rows.stream().map(row -> entry(row, circle)).toList();
            work.bridge.atOnce(() -> work.erpRecords.add(part.entity, entries));
            if (rows.size() < PAGE) {
                return;
            }
            position = part.source.position().apply(rows.get(rows.size() - 1));
        }
    }

    private ErpRecords.Entry entry(E row, Set<String> circle) {
        String key = part.source.key().apply(row);
        boolean sendable = !part.excluded.test(row, work.company)
                && part.notCreated.apply(row, work.company) == null
                && !part.absent.test(row);
        String problem = circle.contains(key) ? Reason.CYCLE.code() : null;
        String guid = part.erpGuid == null ? null : Texts.folded(part.erpGuid.apply(row));
        if (problem == null && guid != null && !isGuid(guid)) {
            problem = Reason.GUID_NOT_VALID.code();
        }
        return new ErpRecords.Entry(key, part.source.label().apply(row), fitting(guid), keys(row), sendable, problem);
    }

    private static @Nullable String fitting(@Nullable String guid) {
        return guid == null || guid.length() > 40 ? null : guid;
    }

    private Keys keys(E row) {
        Facts facts = new Facts(work.company, work.codes, references);
        Keys keys = part.keys.apply(row, facts);
        if (part.parent == null) {
            return keys;
        }
        Reference parent = references.byKey(part.parent, part.parentKey.apply(row));
        // Without its parent it can match nothing; it is skipped or rejected with it.
        return parent instanceof Reference.Linked linked ? keys.below(linked.guid()) : Keys.NONE;
    }

    private static boolean isGuid(String text) {
        try {
            return text.length() == 36 && UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Keys of the rows that are above themselves. */
    private Set<String> circle() {
        Map<String, String> above = new HashMap<>();
        for (E row : ErpRows.all(part, work, PAGE)) {
            String upper = part.above.apply(row);
            if (upper != null) {
                above.put(part.source.key().apply(row), upper);
            }
        }
        Set<String> circle = new HashSet<>();
        for (String start : above.keySet()) {
            String at = above.get(start);
            for (int steps = 0; at != null && !at.equals(start) && steps <= above.size(); steps++) {
                at = above.get(at);
            }
            if (start.equals(at)) {
                circle.add(start);
            }
        }
        return circle;
    }

    /** GUIDs that Severa does not know may be of its older interface (API document, guids/convert). */
    private void convertOlderGuids() {
        List<String> unknown = work.erpRecords.unknownGuids(part.entity, part.resource.name());
        for (int from = 0; from < unknown.size(); from += CONVERSION) {
            List<String> some = unknown.subList(from, Math.min(unknown.size(), from + CONVERSION));
            for (JsonNode pair : severa.ask("/v1/guids/convert", some)) {
                String converted = Texts.folded(pair.path("converted").asString(""));
                if (converted != null) {
                    work.erpRecords.convert(part.entity, pair.path("guid").asString(""), converted);
                }
            }
        }
    }
}
