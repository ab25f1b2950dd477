package io.severabridge.sync.staging;

import io.severabridge.severa.Json;
import io.severabridge.sync.definition.DocumentDefinition;
import io.severabridge.sync.run.RejectThresholds;
import io.severabridge.sync.run.RunContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Hands out the documents that Severa listed when the step began, in their order. A restart lists them again: those that were
 * handed over have another status by then, or are found in the ERP by their GUID.
 */
public final class DocumentItems<S extends Record> implements ItemStreamReader<S> {
    private final DocumentDefinition<S, ?, ?> documents;
    private final RunContext work;
    private final Supplier<List<String>> due;
    private final int page;
    private final RejectThresholds limits;
    private final Deque<S> ahead = new ArrayDeque<>();
    private List<String> guids = List.of();
    private int next;

    public DocumentItems(
            DocumentDefinition<S, ?, ?> documents,
            RunContext work,
            Supplier<List<String>> due,
            int page,
            RejectThresholds limits) {
        this.documents = documents;
        this.work = work;
        this.due = due;
        this.page = page;
        this.limits = limits;
    }

    @Override
    public void open(ExecutionContext context) {
        guids = due.get();
        next = 0;
        ahead.clear();
    }

    @Override
    public @Nullable S read() {
        limits.check();
        if (ahead.isEmpty() && next < guids.size()) {
            List<String> some = guids.subList(next, Math.min(guids.size(), next + page));
            Map<String, String> bodies = work.bridge.outside(() -> work.stage.bodies(documents.entity(), some));
            some.forEach(guid -> ahead.add(Json.MAPPER.readValue(
                    Objects.requireNonNull(bodies.get(guid)), documents.source().type())));
            next += some.size();
        }
        return ahead.poll();
    }
}
