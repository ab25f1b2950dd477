package io.severabridge.job;

import io.severabridge.sync.definition.StepDefinition;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The names that people may give: transfers, and the entities that they move. */
public final class KnownNames {
    private KnownNames() {}

    public static SortedSet<String> transfers() {
        return new TreeSet<>(Transfers.all("").keySet());
    }

    /** An entity by the name that people have for it. */
    public static String entity(String word) {
        return Transfers.parts().stream()
                .filter(part -> part.otherNames().contains(word))
                .map(StepDefinition::entity)
                .findFirst()
                .orElse(word);
    }

    public static SortedSet<String> entities() {
        return Transfers.all("").values().stream()
                .flatMap(transfer -> transfer.parts().stream())
                .map(StepDefinition::entity)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
