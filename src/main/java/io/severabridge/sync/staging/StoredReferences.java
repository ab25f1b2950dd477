package io.severabridge.sync.staging;

import io.severabridge.store.ledger.LinkStore.Link;
import io.severabridge.store.staging.ErpLookUp.Named;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.mapping.Reference;
import io.severabridge.sync.mapping.Skip;
import io.severabridge.sync.plan.SameRecord;
import io.severabridge.sync.run.RunContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers questions about other records from the bridge database, those of one kind with one statement. */
public final class StoredReferences {
    private final RunContext work;

    public StoredReferences(RunContext work) {
        this.work = work;
    }

    /** Those of a page of records, of which nothing is known yet. */
    public PageReferences ofPage() {
        return new PageReferences(this::answers);
    }

    private record Group(Question.Ask ask, String of) {}

    /** An answer to each question; empty where there is nothing. */
    Map<Question, Optional<Object>> answers(Collection<Question> questions) {
        Map<Question, Optional<Object>> all = new HashMap<>();
        questions.stream()
                .collect(Collectors.groupingBy(question -> new Group(question.ask(), question.of())))
                .forEach((group, some) -> {
                    Set<String> about = some.stream().map(Question::about).collect(Collectors.toSet());
                    Map<String, ?> found = find(group.ask(), group.of(), about);
                    some.forEach(question -> all.put(question, Optional.ofNullable(found.get(question.about()))));
                });
        return all;
    }

    private Map<String, ?> find(Question.Ask ask, String of, Set<String> about) {
        return switch (ask) {
            case BY_KEY -> byKey(of, about);
            case BY_NUMBER -> byNumber(of, about);
            case ERP_KEY -> erpKeys(of, about);
            case ERP_NUMBER -> erpNumbers(of, about);
            case REJECTED -> itself(work.rejects.open(of, about));
            case BODY -> work.stage.bodies(of, about);
            case ELIGIBLE -> itself(work.stage.withEligibleBelow(of, about));
            case WITHOUT_PARENT -> Map.of("", work.stage.withoutParent(of));
            case LABEL -> labels(of, about);
        };
    }

    private static Map<String, String> itself(Collection<String> keys) {
        return keys.stream().collect(Collectors.toMap(key -> key, key -> key));
    }

    private Map<String, Reference> byKey(String entity, Set<String> keys) {
        List<Named> named = work.erpLookUp.byKeys(entity, keys);
        States states = states(entity, named);
        Map<String, Reference> found = new HashMap<>();
        named.forEach(one -> found.put(one.erpKey(), states.of(List.of(one))));
        return found;
    }

    private Map<String, Reference> byNumber(String entity, Set<String> numbers) {
        Map<String, List<Named>> named = work.erpLookUp.byNumbers(entity, numbers);
        States states =
                states(entity, named.values().stream().flatMap(List::stream).toList());
        Map<String, Reference> found = new HashMap<>();
        named.forEach((number, some) -> found.put(number, states.of(some)));
        return found;
    }

    /** What is known of some rows of the ERP. */
    private record States(String entity, Map<String, String> links, Map<String, String> skipped) {
        Reference of(List<Named> named) {
            List<String> linked = named.stream()
                    .map(one -> links.get(one.erpKey()))
                    .filter(Objects::nonNull)
                    .toList();
            if (named.size() > 1) {
                return linked.size() == 1
                        ? new Reference.Linked(linked.get(0))
                        : new Reference.Several(named.stream().map(Named::label).collect(Collectors.joining("; ")));
            }
            Named one = named.get(0);
            String link = links.get(one.erpKey());
            String why = skipped.get(one.erpKey());
            if (why != null && (link == null || why.equals(Skip.EXCLUDED.code()))) {
                return new Reference.NotTransferred(one.label(), why);
            }
            return link == null ? new Reference.Refused(one.label(), entity, one.erpKey()) : new Reference.Linked(link);
        }
    }

    private States states(String entity, Collection<Named> named) {
        List<String> keys = named.stream().map(Named::erpKey).toList();
        Map<String, String> links = new HashMap<>(work.links.guids(entity, keys));
        links.keySet().removeAll(others(entity, links.keySet()));
        return new States(entity, links, work.notices.skipped(entity, keys));
    }

    /** Those of the keys under which the ERP has another record than the one that is linked: nothing may refer to either. */
    private Set<String> others(String entity, Collection<String> keys) {
        return work.rejects.open(entity, List.copyOf(keys), EngineRejects.LINK_MISMATCH, SameRecord.GUID);
    }

    private Map<String, String> erpKeys(String entity, Set<String> guids) {
        Map<String, String> keys = new LinkedHashMap<>();
        Map<String, Link> links = work.links.ofGuids(entity, guids);
        Set<String> others = others(entity, links.keySet());
        links.forEach((key, link) -> {
            if (!others.contains(key)) {
                keys.putIfAbsent(link.guid(), key);
            }
        });
        return keys;
    }

    private Map<String, String> erpNumbers(String entity, Set<String> guids) {
        Map<String, String> keys = erpKeys(entity, guids);
        Map<String, String> numbers = work.erpLookUp.numbers(entity, new HashSet<>(keys.values()));
        Map<String, String> found = new HashMap<>();
        keys.forEach((guid, key) -> put(found, guid, numbers.get(key)));
        return found;
    }

    private Map<String, String> labels(String entity, Set<String> guids) {
        Map<String, Link> links = work.links.ofGuids(entity, guids);
        Map<String, String> labels = new HashMap<>();
        work.erpLookUp.byKeys(entity, links.keySet()).forEach(named -> {
            Link link = Objects.requireNonNull(links.get(named.erpKey()));
            labels.putIfAbsent(link.guid(), named.label());
        });
        return labels;
    }

    private static void put(Map<String, String> found, String guid, @Nullable String number) {
        if (number != null) {
            found.put(guid, number);
        }
    }
}
