package io.severabridge.job;

import io.severabridge.failure.Rejected.Awaited;
import io.severabridge.store.ledger.Rejects.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rejects that wait for others are tried together with those. */
final class DependentRejects {
    private DependentRejects() {}

    /** The chosen ones, and of all that are open those which they wait for. */
    static List<Row> with(List<Row> chosen, List<Row> open) {
        Set<Row> found = new LinkedHashSet<>(chosen);
        List<Row> next = new ArrayList<>(chosen);
        while (!next.isEmpty()) {
            Row waiting = next.remove(0);
            open.stream()
                    .filter(other -> new Awaited(other.entity(), other.erpKey()).equals(waiting.awaited()))
                    .filter(found::add)
                    .forEach(next::add);
        }
        return List.copyOf(found);
    }
}
