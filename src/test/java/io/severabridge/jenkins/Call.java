package io.severabridge.jenkins;

import java.util.Map;

/** One step or setting that the Jenkinsfile named, and where it stood. */
record Call(String name, Map<String, Object> arguments, Scope scope) {
    /** An argument that has to be there. */
    String text(String argument) {
        Object value = arguments.get(argument);
        if (value == null) {
            throw new AssertionError(name + " has no " + argument + ": " + arguments);
        }
        return value.toString();
    }
}
