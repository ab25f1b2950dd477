package io.severabridge.jenkins;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps of a build: each is checked as Jenkins does, recorded, and does what it does to the build. */
final class Steps {
    private static final Map<String, Signature> KNOWN = Map.ofEntries(
            Map.entry("script", Signature.of()),
            Map.entry("node", Signature.of("label")),
            Map.entry("stash", Signature.of("name", "includes", "excludes", "allowEmpty", "useDefaultExcludes")),
            Map.entry("unstash", Signature.of("name")),
            Map.entry("sh", Signature.of("script", "returnStatus", "returnStdout", "label", "encoding")),
            Map.entry("echo", Signature.of("message")),
            Map.entry("error", Signature.of("message")),
            Map.entry("unstable", Signature.of("message")),
            Map.entry("catchError", Signature.of("message", "buildResult", "stageResult", "catchInterruptions")),
            Map.entry("sleep", Signature.of("time", "unit")),
            Map.entry("dir", Signature.of("path")),
            Map.entry("deleteDir", Signature.of()),
            Map.entry("withCredentials", Signature.of("bindings")),
            Map.entry("string", Signature.of("credentialsId", "variable")),
            Map.entry("usernamePassword", Signature.of("credentialsId", "usernameVariable", "passwordVariable")),
            Map.entry("junit", Signature.of("testResults", "allowEmptyResults", "skipMarkingBuildUnstable")),
            Map.entry("archiveArtifacts", Signature.of("artifacts", "allowEmptyArchive", "excludes", "fingerprint")),
            Map.entry("publishHTML", Signature.of("target")),
            Map.entry("mail", Signature.of("subject", "body", "to", "cc", "bcc", "from", "replyTo", "mimeType")));

    private static final Set<String> NEED_AN_AGENT =
            Set.of("sh", "dir", "deleteDir", "junit", "archiveArtifacts", "publishHTML", "stash", "unstash");

    private static final Set<String> BINDINGS = Set.of("string", "usernamePassword");

    private final Jenkins jenkins;
    private final Build build;
    private final Map<String, Object> params = new HashMap<>();
    private final Set<String> stashed = new HashSet<>();
    private Scope scope;

    Steps(Jenkins jenkins, Build build) {
        this.jenkins = jenkins;
        this.build = build;
        scope = new Scope("", "", List.of(), jenkins.environment());
    }

    /** How the build before ended. */
    @Nullable
    Result before() {
        return jenkins.previous();
    }

    Build build() {
        return build;
    }

    Scope scope() {
        return scope;
    }

    /** A parameter of the pipeline: what the build was started with, else its default. */
    void declare(String parameter, Object byDefault) {
        params.put(parameter, jenkins.parameters().getOrDefault(parameter, byDefault));
    }

    boolean isVariable(String name) {
        return Set.of("params", "env", "currentBuild").contains(name)
                || scope.environment().containsKey(name);
    }

    @Nullable
    Object variable(String name) {
        return switch (name) {
            case "params" -> params;
            case "env" -> scope.environment();
            case "currentBuild" -> build.current();
            default -> scope.environment().get(name);
        };
    }

    /** Runs with that around it, and leaves it again. */
    void within(Scope inner, Runnable body) {
        Scope outer = scope;
        scope = inner;
        try {
            body.run();
        } finally {
            scope = outer;
        }
    }

    @Nullable
    Object call(PipelineScript script, String name, Object[] written) {
        Signature signature = KNOWN.get(name);
        if (signature == null || jenkins.missing().contains(name)) {
            throw new NoSuchMethodError("No such DSL method '" + name + "' found among steps " + KNOWN.keySet());
        }
        Signature.Given given = signature.read(name, written);
        if (BINDINGS.contains(name)) {
            return new Call(name, given.arguments(), scope);
        }
        if (NEED_AN_AGENT.contains(name) && scope.agent().isEmpty()) {
            throw new IllegalStateException(name + " needs an agent");
        }
        Call call = new Call(name, given.arguments(), scope);
        build.record(call);
        Closure<?> body = given.body();
        return body == null ? act(call) : around(call, script, body);
    }

    private @Nullable Object act(Call call) {
        switch (call.name()) {
            case "sh" -> {
                return sh(call);
            }
            case "error" -> throw new Stopped(call.text("message"));
            case "unstable" -> build.current().worsen(Result.UNSTABLE);
            case "mail" -> {
                if (jenkins.mailIsAway()) {
                    throw new Stopped("no connection to the mail server");
                }
            }
            case "stash" -> stashed.add(call.text("name"));
            case "unstash" -> {
                if (!stashed.contains(call.text("name"))) {
                    throw new Stopped("No such saved stash '" + call.text("name") + "'");
                }
            }
            case "echo", "sleep", "deleteDir", "junit", "archiveArtifacts", "publishHTML" -> {}
            default -> throw new IllegalArgumentException(call.name() + " needs a block");
        }
        return null;
    }

    private @Nullable Object sh(Call call) {
        int exitCode = jenkins.shell().run(call.text("script"), scope);
        if (Boolean.TRUE.equals(call.arguments().get("returnStatus"))) {
            return exitCode;
        }
        if (exitCode != 0) {
            throw new Stopped("script returned exit code " + exitCode);
        }
        return null;
    }

    private @Nullable Object around(Call call, PipelineScript script, Closure<?> body) {
        List<@Nullable Object> answer = new ArrayList<>();
        switch (call.name()) {
            case "script", "dir" -> answer.add(script.inside(body));
            case "node" -> within(scope.onAgent(call.text("label")), () -> answer.add(script.inside(body)));
            case "withCredentials" -> within(scope.with(secrets(call)), () -> answer.add(script.inside(body)));
            case "catchError" -> {
                try {
                    script.inside(body);
                } catch (Stopped e) {
                    build.current().worsen(Result.valueOf(call.text("buildResult")));
                }
            }
            default -> throw new IllegalArgumentException(call.name() + " takes no block");
        }
        return answer.isEmpty() ? null : answer.get(0);
    }

    /** The value of a secret names its credentials and its variable. */
    private static Map<String, String> secrets(Call call) {
        Map<String, String> secrets = new LinkedHashMap<>();
        for (Object each : (List<?>) call.arguments().getOrDefault("bindings", List.of())) {
            Call binding = (Call) each;
            binding.arguments().forEach((key, variable) -> {
                if (!key.equals("credentialsId")) {
                    secrets.put(variable.toString(), "secret:" + binding.text("credentialsId") + ":" + variable);
                }
            });
        }
        return secrets;
    }
}
