package io.severabridge.jenkins;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A block in which only certain names may stand, such as {@code options}. */
final class Section extends GroovyObjectSupport {
    /** Takes what stands in a section. */
    interface Entries {
        @Nullable
        Object take(String name, Object[] written);
    }

    private final String section;
    private final Set<String> known;
    private final PipelineScript script;
    private final Entries entries;
    private final Map<String, String> assigned = new LinkedHashMap<>();

    Section(String section, Set<String> known, PipelineScript script, Entries entries) {
        this.section = section;
        this.known = known;
        this.script = script;
        this.entries = entries;
    }

    /** Goes through the block; what it assigns comes back. */
    Map<String, String> readAll(Closure<?> block) {
        block.setDelegate(this);
        block.setResolveStrategy(Closure.DELEGATE_ONLY);
        block.call();
        return assigned;
    }

    @Override
    public @Nullable Object invokeMethod(String name, Object arguments) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException(section + " has no " + name + ", only " + known);
        }
        return entries.take(name, (Object[]) arguments);
    }

    @Override
    public @Nullable Object getProperty(String name) {
        return name.equals("none") || name.equals("any") ? name : script.getProperty(name);
    }

    @Override
    public void setProperty(String name, Object value) {
        if (!section.equals("environment")) {
            throw new IllegalArgumentException(section + " assigns nothing, but here is " + name);
        }
        assigned.put(name, value.toString());
    }
}
