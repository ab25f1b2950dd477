package io.severabridge.sync.run;

import io.severabridge.sync.definition.StepName;
import java.util.Map;
import java.util.Set;

/**
 * Records that a run looks at, and at nothing else.
 *
 * @param keys by transfer: keys of the ERP, and GUIDs of what the ERP lacks
 */
public record RecordSelection(Map<String, Set<String>> keys) {
    /** The records of a step: those of its transfer, since its parts are parts of the same records. */
    public Set<String> of(String step) {
        return keys.getOrDefault(StepName.transfer(step), Set.of());
    }
}
