package io.severabridge.jenkins;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** What carries out a {@code sh} step. */
@FunctionalInterface
interface Shell {
    /** The exit code of the script. */
    int run(String script, Scope scope);

    /** Each command ends with the next of these. */
    static Shell ending(Integer... exitCodes) {
        Deque<Integer> left = new ArrayDeque<>(List.of(exitCodes));
        return (script, scope) -> {
            Integer next = left.poll();
            if (next == null) {
                throw new AssertionError(
                        Arrays.toString(exitCodes) + " are all used, and there is one more: " + script);
            }
            return next;
        };
    }
}
