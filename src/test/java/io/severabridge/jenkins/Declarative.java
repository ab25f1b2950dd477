package io.severabridge.jenkins;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;
import org.jspecify.annotations.Nullable;

/** Runs a {@code pipeline} block: its sections in Jenkins' order, whatever their order in the file. */
final class Declarative {
    private static final Set<String> PIPELINE =
            Set.of("agent", "environment", "options", "parameters", "post", "stages", "triggers");
    private static final Set<String> STAGE =
            Set.of("agent", "environment", "options", "post", "stages", "steps", "when");
    private static final Set<String> CONDITIONS =
            Arrays.stream(Condition.values()).map(Condition::name).collect(Collectors.toUnmodifiableSet());

    private final Steps steps;
    private final PipelineScript script;
    private final @Nullable Result before;

    Declarative(Steps steps, PipelineScript script, @Nullable Result before) {
        this.steps = steps;
        this.script = script;
        this.before = before;
    }

    void run(Closure<?> body) {
        Map<String, Object> parts = parts("pipeline", PIPELINE, body);
        require(parts, "pipeline", "agent");
        require(parts, "pipeline", "stages");
        settings(parts, "parameters", Settings.PARAMETERS).forEach(this::declare);
        settings(parts, "triggers", Settings.TRIGGERS);
        try {
            surrounded(parts, Settings.OPTIONS, () -> inside(parts));
        } catch (Stopped e) {
            steps.build().current().worsen(Result.FAILURE);
        }
    }

    private void declare(Call parameter) {
        Object byDefault = parameter.name().equals("choice")
                ? ((List<?>) parameter.arguments().getOrDefault("choices", List.of())).get(0)
                : parameter.arguments().getOrDefault("defaultValue", "");
        steps.declare(parameter.text("name"), byDefault);
    }

    private void stage(String name, Closure<?> body) {
        Map<String, Object> parts = parts("stage " + name, STAGE, body);
        if (parts.containsKey("steps") == parts.containsKey("stages")) {
            throw new IllegalArgumentException("stage " + name + " needs either steps or stages");
        }
        steps.within(
                steps.scope().ofStage(name),
                () -> surrounded(parts, Settings.STAGE_OPTIONS, () -> {
                    if (isDue(parts)) {
                        steps.build().enter(name);
                        inside(parts);
                    }
                }));
    }

    /** Options first, as with a stage of Jenkins: a lock is waited for without an agent. */
    private void surrounded(Map<String, Object> parts, Map<String, Signature> options, Runnable work) {
        Scope inner = steps.scope();
        for (Call option : settings(parts, "options", options)) {
            inner = option.name().equals("lock") ? inner.holding(option.text("resource")) : inner;
        }
        if (parts.containsKey("agent") && !"none".equals(parts.get("agent"))) {
            inner = inner.onAgent(label(parts));
        }
        steps.within(inner, () -> steps.within(steps.scope().with(environment(parts)), work));
    }

    private String label(Map<String, Object> parts) {
        if ("any".equals(parts.get("agent"))) {
            return "any";
        }
        return settings(parts, "agent", Settings.AGENT).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("agent needs a label"))
                .text("label");
    }

    private void inside(Map<String, Object> parts) {
        List<Stopped> failures = new ArrayList<>();
        if (parts.get("steps") instanceof Closure<?> block) {
            attempt(failures, () -> script.inside(block));
        } else {
            attempt(failures, () -> stages(block(parts, "stages")));
        }
        Map<String, Object> blocks =
                parts.get("post") instanceof Closure<?> post ? parts("post", CONDITIONS, post) : Map.of();
        for (Condition condition : Condition.values()) {
            if (blocks.containsKey(condition.name())
                    && condition.holds(steps.build().result(), before)) {
                attempt(failures, () -> script.inside(block(blocks, condition.name())));
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private void attempt(List<Stopped> failures, Runnable work) {
        try {
            work.run();
        } catch (Stopped e) {
            steps.build().current().worsen(Result.FAILURE);
            failures.add(e);
        }
    }

    private void stages(Closure<?> body) {
        new Section("stages", Set.of("stage"), script, (name, written) -> {
                    stage(written[0].toString(), (Closure<?>) written[1]);
                    return null;
                })
                .readAll(body);
    }

    private boolean isDue(Map<String, Object> parts) {
        if (!parts.containsKey("when")) {
            return true;
        }
        Map<String, Object> conditions = parts("when", Set.of("expression"), block(parts, "when"));
        return DefaultTypeTransformation.castToBoolean(script.inside(block(conditions, "expression")));
    }

    private Map<String, String> environment(Map<String, Object> parts) {
        return parts.get("environment") instanceof Closure<?> body
                ? new Section("environment", Set.of(), script, (name, written) -> null).readAll(body)
                : Map.of();
    }

    private List<Call> settings(Map<String, Object> parts, String section, Map<String, Signature> known) {
        List<Call> calls = new ArrayList<>();
        if (parts.get(section) instanceof Closure<?> body) {
            new Section(section, known.keySet(), script, (name, written) -> {
                        Signature signature = known.getOrDefault(name, Signature.of());
                        Call call = new Call(name, signature.read(name, written).arguments(), steps.scope());
                        calls.add(call);
                        steps.build().record(call);
                        return call;
                    })
                    .readAll(body);
        }
        return calls;
    }

    /** What stands in a block, each once. */
    private Map<String, Object> parts(String block, Set<String> known, Closure<?> body) {
        Map<String, Object> parts = new LinkedHashMap<>();
        new Section(block, known, script, (name, written) -> {
                    if (written.length != 1 || parts.put(name, written[0]) != null) {
                        throw new IllegalArgumentException(block + ": expected " + name + " once, with one block");
                    }
                    return null;
                })
                .readAll(body);
        return parts;
    }

    private static void require(Map<String, Object> parts, String block, String name) {
        if (!parts.containsKey(name)) {
            throw new IllegalArgumentException(block + " needs " + name);
        }
    }

    private static Closure<?> block(Map<String, Object> parts, String name) {
        if (parts.get(name) instanceof Closure<?> block) {
            return block;
        }
        throw new IllegalArgumentException(name + " is no block");
    }
}
