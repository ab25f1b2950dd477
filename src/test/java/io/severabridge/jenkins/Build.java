package io.severabridge.jenkins;

import java.util.ArrayList;
import java.util.List;

/** A build that has ended: what it did, in order. */
final class Build {
    private final List<Call> calls = new ArrayList<>();
    private final List<String> stages = new ArrayList<>();
    private final CurrentBuild current = new CurrentBuild();

    void record(Call call) {
        calls.add(call);
    }

    void enter(String stage) {
        stages.add(stage);
    }

    CurrentBuild current() {
        return current;
    }

    Result result() {
        return current.current();
    }

    /** Stages that ran; those that were skipped are not among them. */
    List<String> stages() {
        return List.copyOf(stages);
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    List<Call> calls(String name) {
        return calls.stream().filter(call -> call.name().equals(name)).toList();
    }

    Call only(String name) {
        List<Call> found = calls(name);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " times " + name);
        }
        return found.get(0);
    }

    /** The last line of each script: what it starts. */
    List<String> commands() {
        return calls("sh").stream()
                .map(call -> call.text("script").strip())
                .map(script -> script.substring(script.lastIndexOf('\n') + 1).strip())
                .toList();
    }
}
