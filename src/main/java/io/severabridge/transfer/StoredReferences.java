package io.severabridge.transfer;

import io.severabridge.severa.SeveraClient;
import io.severabridge.store.staging.ErpLookUp.Named;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds references in the bridge database, and remembers the last ones: many records refer to the same few. */
final class StoredReferences implements References {
    private static final int REMEMBERED = 5_000;

    private final Workplace work;
    private final Map<String, Reference> remembered = remembering();
    private final Map<String, Optional<String>> backwards = remembering();
    private final Map<String, Optional<String>> staged = remembering();
    private final Map<String, List<String>> roots = new HashMap<>();

    StoredReferences(Workplace work) {
        this.work = work;
    }

    /** What was looked up may have been made or rejected since. */
    void forget() {
        remembered.clear();
        backwards.clear();
        staged.clear();
    }

    /** The same of one entity: a step makes and rejects records of its own only. */
    void forget(String entity) {
        remembered.keySet().removeIf(name -> name.startsWith("key " + entity + " "));
        remembered.keySet().removeIf(name -> name.startsWith("number " + entity + " "));
        backwards.keySet().removeIf(name -> name.startsWith(entity + " "));
    }

    private static <V> Map<String, V> remembering() {
        return new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    @Override
    public Reference byKey(String entity, String erpKey) {
        return remembered.computeIfAbsent(
                "key " + entity + " " + erpKey, any -> state(entity, work.erpLookUp.byKey(entity, erpKey)));
    }

    @Override
    public Reference byNumber(String entity, String number) {
        return remembered.computeIfAbsent(
                "number " + entity + " " + number, any -> state(entity, work.erpLookUp.byNumber(entity, number)));
    }

    /** Looks up many at once: what the records of a chunk belong to. */
    void prefetch(String entity, Collection<String> erpKeys) {
        List<String> unknown = erpKeys.stream()
                .distinct()
                .filter(key -> !remembered.containsKey("key " + entity + " " + key))
                .toList();
        List<Named> named = work.erpLookUp.byKeys(entity, unknown);
        Map<String, String> links = new HashMap<>(work.links.guids(entity, unknown));
        Map<String, String> skipped = work.notices.skipped(entity, unknown);
        links.keySet().removeAll(others(entity, links.keySet()));
        named.forEach(one -> remembered.put("key " + entity + " " + one.erpKey(), state(List.of(one), links, skipped)));
    }

    private Reference state(String entity, List<Named> named) {
        List<String> keys = named.stream().map(Named::erpKey).toList();
        if (named.isEmpty()) {
            return new Reference.Unknown();
        }
        Map<String, String> links = new HashMap<>(work.links.guids(entity, keys));
        links.keySet().removeAll(others(entity, keys));
        return state(named, links, work.notices.skipped(entity, keys));
    }

    /** Those of the keys under which the ERP has another record than the one that is linked: nothing may refer to either. */
    private Set<String> others(String entity, Collection<String> keys) {
        return work.rejects.open(entity, List.copyOf(keys), EngineRejects.LINK_MISMATCH, MatchProblems.GUID);
    }

    private static Reference state(List<Named> named, Map<String, String> links, Map<String, String> skipped) {
        if (links.size() == 1 && named.size() > 1) {
            return new Reference.Linked(links.values().iterator().next());
        }
        if (named.size() > 1) {
            return new Reference.Several(named.stream().map(Named::label).collect(Collectors.joining("; ")));
        }
        Named one = named.get(0);
        var link = links.get(one.erpKey());
        String why = skipped.get(one.erpKey());
        if (why != null && (link == null || why.equals(Skip.EXCLUDED.code()))) {
            return new Reference.NotTransferred(one.label(), why);
        }
        return link == null ? new Reference.Refused(one.label()) : new Reference.Linked(link);
    }

    @Override
    public @Nullable String erpKey(String entity, String guid) {
        return backwards
                .computeIfAbsent(
                        entity + " key " + guid,
                        any -> work.links.ofGuids(entity, List.of(guid)).keySet().stream()
                                .filter(key -> others(entity, List.of(key)).isEmpty())
                                .findFirst())
                .orElse(null);
    }

    @Override
    public @Nullable String erpNumber(String entity, String guid) {
        String key = erpKey(entity, guid);
        return key == null
                ? null
                : backwards
                        .computeIfAbsent(
                                entity + " number " + guid,
                                any -> Optional.ofNullable(work.erpLookUp.number(entity, key)))
                        .orElse(null);
    }

    @Override
    public boolean isRejected(String entity, String guid) {
        return backwards
                .computeIfAbsent(
                        entity + " rejected " + guid,
                        any -> work.rejects.open(entity, List.of(guid)).stream().findFirst())
                .isPresent();
    }

    @Override
    public <T extends Record> @Nullable T staged(String resource, String guid, Class<T> type) {
        return staged.computeIfAbsent(
                        resource + " " + guid,
                        any -> Optional.ofNullable(
                                work.stage.bodies(resource, List.of(guid)).get(guid)))
                .map(body -> SeveraClient.JSON.readValue(body, type))
                .orElse(null);
    }

    @Override
    public boolean eligible(String resource, String guid) {
        return work.stage.hasEligibleBelow(resource, guid);
    }

    @Override
    public List<String> withoutParent(String resource) {
        return roots.computeIfAbsent(resource, work.stage::withoutParent);
    }
}
