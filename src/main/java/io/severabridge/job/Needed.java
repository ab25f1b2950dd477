package io.severabridge.job;

import io.severabridge.store.ledger.Rejects.Row;
import io.severabridge.transfer.EngineRejects;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rejects that wait for others are tried together with those. */
final class Needed {
    private Needed() {}

    /** The chosen ones, and of all that are open those which they wait for, as far as they name them. */
    static List<Row> with(List<Row> chosen, List<Row> open) {
        Set<Row> found = new LinkedHashSet<>(chosen);
        List<Row> next = new ArrayList<>(chosen);
        while (!next.isEmpty()) {
            Row waiting = next.remove(0);
            open.stream()
                    .filter(other -> names(waiting, other))
                    .filter(found::add)
                    .forEach(next::add);
        }
        return List.copyOf(found);
    }

    /** By the GUID of a record of Severa, or by the label of one of the ERP. */
    private static boolean names(Row waiting, Row other) {
        if (!waiting.code().equals(EngineRejects.DEPENDS_ON_REJECTED.code())) {
            return false;
        }
        boolean byGuid = other.erpKey().contains("-") && other.erpKey().equals(waiting.value());
        return byGuid || waiting.message().startsWith(other.label() + ", to which it refers");
    }
}
