package io.severabridge.jenkins;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a step or setting; the first can be given without its name. */
record Signature(List<String> parameters) {
    /** A call as it was written. */
    record Given(Map<String, Object> arguments, @Nullable Closure<?> body) {}

    static Signature of(String... parameters) {
        return new Signature(List.of(parameters));
    }

    Given read(String name, Object[] written) {
        List<Object> rest = new ArrayList<>(Arrays.asList(written));
        Closure<?> body = null;
        if (!rest.isEmpty() && rest.get(rest.size() - 1) instanceof Closure<?> last) {
            body = last;
            rest.remove(last);
        }
        Map<String, Object> arguments = new LinkedHashMap<>();
        if (rest.size() == 1 && rest.get(0) instanceof Map<?, ?> named) {
            named.forEach((key, value) -> arguments.put(key.toString(), value));
        } else if (rest.size() == 1 && !parameters.isEmpty()) {
            arguments.put(parameters.get(0), rest.get(0));
        } else if (!rest.isEmpty()) {
            throw new IllegalArgumentException(name + " takes " + parameters + ", not " + rest);
        }
        arguments.keySet().stream()
                .filter(key -> !parameters.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException(name + " has no parameter " + key + ", only " + parameters);
                });
        return new Given(arguments, body);
    }
}
