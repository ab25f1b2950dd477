package io.severabridge.jenkins;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jspecify.annotations.Nullable;

/**
 * The stand-in for Jenkins and one start of a build.
 *
 * @param parameters what the build was started with; none: the first build of all
 * @param shell carries out the scripts
 * @param previous how the build before ended
 * @param missing steps whose plugin is not installed
 * @param variables global variables of Jenkins
 * @param mailIsAway there is no mail server
 */
record Jenkins(
        Map<String, Object> parameters,
        Shell shell,
        @Nullable Result previous,
        Set<String> missing,
        Map<String, String> variables,
        boolean mailIsAway) {

    private static final Map<String, Object> NIGHTLY = Map.of("JOB", "nightly", "COMPANY", "fjord", "DRY_RUN", false);

    private static final Map<String, Class<?>> COMPILED = new ConcurrentHashMap<>();

    /** A nightly of the company fjord whose commands end so. */
    static Jenkins nightly(Integer... exitCodes) {
        return new Jenkins(
                NIGHTLY,
                Shell.ending(exitCodes),
                Result.SUCCESS,
                Set.of(),
                Map.of("SEVERA_BRIDGE_MAIL", "admin@fjord.example"),
                false);
    }

    Jenkins with(String parameter, Object value) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put(parameter, value);
        return new Jenkins(all, shell, previous, missing, variables, mailIsAway);
    }

    Jenkins withoutParameters() {
        return new Jenkins(Map.of(), shell, previous, missing, variables, mailIsAway);
    }

    Jenkins after(@Nullable Result result) {
        return new Jenkins(parameters, shell, result, missing, variables, mailIsAway);
    }

    Jenkins without(String step) {
        return new Jenkins(parameters, shell, previous, Set.of(step), variables, mailIsAway);
    }

    Jenkins withVariable(String name, String value) {
        Map<String, String> all = new HashMap<>(variables);
        all.put(name, value);
        return new Jenkins(parameters, shell, previous, missing, all, mailIsAway);
    }

    Jenkins withoutVariables() {
        return new Jenkins(parameters, shell, previous, missing, Map.of(), mailIsAway);
    }

    Jenkins withoutMailServer() {
        return new Jenkins(parameters, shell, previous, missing, variables, true);
    }

    Jenkins by(Shell other) {
        return new Jenkins(parameters, other, previous, missing, variables, mailIsAway);
    }

    /** Parameters that a build was started with are variables of its environment too. */
    Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(variables);
        all.put("JOB_NAME", "erp/fjord");
        all.put("JOB_BASE_NAME", "fjord");
        all.put("BUILD_URL", "https://jenkins.example/job/erp/job/fjord/7/");
        parameters.forEach((name, value) -> all.put(name, value.toString()));
        return Map.copyOf(all);
    }

    Build run() {
        return run(UnaryOperator.identity());
    }

    /** Runs the Jenkinsfile as it is after a change. */
    Build run(UnaryOperator<String> change) {
        Class<?> compiled = COMPILED.computeIfAbsent(change.apply(jenkinsfile()), Jenkins::compile);
        PipelineScript script = (PipelineScript) InvokerHelper.createScript(compiled, new Binding());
        Build build = new Build();
        script.standOn(new Steps(this, build));
        script.run();
        return build;
    }

    private static Class<?> compile(String text) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(PipelineScript.class.getName());
        configuration.addCompilationCustomizers(new StepsOnly());
        return new GroovyShell(Jenkins.class.getClassLoader(), configuration)
                .parse(text)
                .getClass();
    }

    private static String jenkinsfile() {
        try {
            return Files.readString(Path.of("Jenkinsfile"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
