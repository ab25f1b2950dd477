package io.severabridge.sync.run;

import io.severabridge.failure.Rejected;
import io.severabridge.store.ledger.Remarks.Kind;
import io.severabridge.store.ledger.Remarks.Notice;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Skip;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of the records of a chunk, until it is written down for people. */
public final class StepOutcomes {
    private record End(String label, Outcome outcome, List<Notice> notices) {}

    private final Map<String, End> outcomes = new LinkedHashMap<>();
    private final Map<String, Rejected> rejected = new LinkedHashMap<>();
    private final Set<String> postponed = new HashSet<>();
    private long conflicts;

    /** A record whose warnings are kept. */
    public void end(String key, String label, Outcome outcome, MappingContext context) {
        List<Notice> notices = new ArrayList<>();
        context.warnings()
                .forEach(warning ->
                        notices.add(new Notice(key, label, Kind.WARNING, warning.code(), warning.message())));
        outcomes.put(key, new End(label, outcome, notices));
    }

    public void skip(String key, String label, Skip why) {
        outcomes.put(
                key,
                new End(
                        label,
                        Outcome.SKIPPED,
                        List.of(new Notice(key, label, Kind.SKIPPED, why.code(), why.message()))));
    }

    /** Skips a record until the next run: what is open of it stays open. */
    public void postpone(String key, String label, Skip why) {
        skip(key, label, why);
        postponed.add(key);
    }

    public void reject(String key, String label, Rejected why, MappingContext context) {
        end(key, label, Outcome.REJECTED, context);
        rejected.put(key, why);
    }

    public void addConflicts(long more) {
        conflicts += more;
    }

    /** With the chunk's own transaction: what people see. */
    public void finish(String entity, RunContext work, OutcomeCounter counter) {
        String transfer = counter.transfer();
        List<String> seen = outcomes.entrySet().stream()
                .filter(entry -> entry.getValue().outcome() != Outcome.PASSED)
                .map(Map.Entry::getKey)
                .toList();
        work.rejects.resolve(
                transfer,
                entity,
                seen.stream()
                        .filter(key -> !rejected.containsKey(key) && !postponed.contains(key))
                        .toList());
        rejected.forEach((key, why) -> work.rejects.put(
                transfer,
                entity,
                key,
                java.util.Objects.requireNonNull(outcomes.get(key)).label(),
                why,
                counter.jobExecution()));
        work.notices.replace(
                transfer,
                entity,
                seen,
                outcomes.values().stream()
                        .flatMap(end -> end.notices().stream())
                        .toList(),
                counter.jobExecution());
        counter.add(outcomes.values().stream().map(End::outcome).toList(), conflicts);
    }
}
