package io.severabridge.sync.staging;

import io.severabridge.severa.Json;
import io.severabridge.sync.mapping.Reference;
import io.severabridge.sync.mapping.References;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The references of a page of records, in memory. They are found in sets: what the records ask is learnt by trying, and asked
 * of the store at once, until nothing new is asked. What is asked later all the same is looked up by itself.
 */
final class PageReferences implements References {
    private final Function<Collection<Question>, Map<Question, Optional<Object>>> store;
    private final Map<Question, Optional<Object>> answers = new HashMap<>();
    private final Set<Question> asked = new LinkedHashSet<>();
    private boolean trying;

    /** {@code store} answers each question; empty where there is nothing. */
    PageReferences(Function<Collection<Question>, Map<Question, Optional<Object>>> store) {
        this.store = store;
    }

    /** Finds what {@code trial} asks: as long as it asks something that is not known, it runs again. Its failures are no matter. */
    void learn(Runnable trial) {
        trying = true;
        try {
            do {
                asked.clear();
                trial.run();
                answers.putAll(store.apply(asked));
            } while (!asked.isEmpty());
        } finally {
            trying = false;
        }
    }

    private Optional<Object> answer(Question.Ask ask, String of, String about) {
        Question question = new Question(ask, of, about);
        Optional<Object> known = answers.get(question);
        if (known != null) {
            return known;
        }
        if (trying) {
            asked.add(question);
            return Optional.empty();
        }
        answers.putAll(store.apply(List.of(question)));
        return answers.getOrDefault(question, Optional.empty());
    }

    private @Nullable String text(Question.Ask ask, String of, String about) {
        return answer(ask, of, about).map(String::valueOf).orElse(null);
    }

    @Override
    public Reference byKey(String entity, String erpKey) {
        return (Reference) answer(Question.Ask.BY_KEY, entity, erpKey).orElseGet(Reference.Unknown::new);
    }

    @Override
    public Reference byNumber(String entity, String number) {
        return (Reference) answer(Question.Ask.BY_NUMBER, entity, number).orElseGet(Reference.Unknown::new);
    }

    @Override
    public @Nullable String erpKey(String entity, String guid) {
        return text(Question.Ask.ERP_KEY, entity, guid);
    }

    @Override
    public @Nullable String erpNumber(String entity, String guid) {
        return text(Question.Ask.ERP_NUMBER, entity, guid);
    }

    @Override
    public boolean isRejected(String entity, String guid) {
        return answer(Question.Ask.REJECTED, entity, guid).isPresent();
    }

    @Override
    public <T extends Record> @Nullable T staged(String resource, String guid, Class<T> type) {
        String body = text(Question.Ask.BODY, resource, guid);
        return body == null ? null : Json.MAPPER.readValue(body, type);
    }

    @Override
    public boolean eligible(String resource, String guid) {
        return answer(Question.Ask.ELIGIBLE, resource, guid).isPresent();
    }

    @Override
    public List<String> withoutParent(String resource) {
        return answer(Question.Ask.WITHOUT_PARENT, resource, "").stream()
                .flatMap(guids -> ((List<?>) guids).stream())
                .map(String::valueOf)
                .toList();
    }

    @Override
    public String label(String entity, String guid) {
        String label = text(Question.Ask.LABEL, entity, guid);
        return label == null ? entity + " " + guid : label + " (" + guid + ")";
    }
}
