package io.severabridge.jenkins;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What surrounds a step: its stage, the label of its agent (empty: none), the locks that are held, its environment. */
record Scope(String stage, String agent, List<String> locks, Map<String, String> environment) {
    Scope ofStage(String name) {
        return new Scope(name, agent, locks, environment);
    }

    Scope onAgent(String label) {
        return new Scope(stage, label, locks, environment)
                .with(Map.of("WORKSPACE", "/agent/workspace/a job", "NODE_NAME", "agent 7"));
    }

    Scope holding(String lock) {
        return new Scope(
                stage, agent, Stream.concat(locks.stream(), Stream.of(lock)).toList(), environment);
    }

    Scope with(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(variables);
        return new Scope(stage, agent, locks, Map.copyOf(all));
    }
}
