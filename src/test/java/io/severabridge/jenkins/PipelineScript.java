package io.severabridge.jenkins;

import groovy.lang.Closure;
import groovy.lang.Script;
import org.jspecify.annotations.Nullable;

/** What Groovy makes of the Jenkinsfile: names that it does not define itself are those of Jenkins. */
public abstract class PipelineScript extends Script {
    private @Nullable Steps steps;

    void standOn(Steps ground) {
        steps = ground;
    }

    private Steps steps() {
        if (steps == null) {
            throw new IllegalStateException("the script does not run in a build");
        }
        return steps;
    }

    public @Nullable Object methodMissing(String name, Object arguments) {
        Object[] written = (Object[]) arguments;
        if (name.equals("pipeline") && written.length == 1 && written[0] instanceof Closure<?> body) {
            new Declarative(steps(), this, steps().before()).run(body);
            return null;
        }
        return steps().call(this, name, written);
    }

    @Override
    public @Nullable Object getProperty(String name) {
        return steps().isVariable(name) ? steps().variable(name) : super.getProperty(name);
    }

    /** Runs a block of steps, whose names are those of this script. */
    @Nullable
    Object inside(Closure<?> block) {
        block.setDelegate(this);
        block.setResolveStrategy(Closure.DELEGATE_ONLY);
        return block.call();
    }
}
