package io.severabridge.company;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * A company or job file that cannot be used: everything that is wrong with it at once. Holds no secret value, and no
 * cause that could.
 */
public final class SettingsFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * One thing to fix.
     *
     * @param file name of the file, without its folder
     * @param line counted from 1; 0 when the file as a whole is meant
     * @param key dotted path such as {@code severa.requests-per-second}; empty when no key is meant
     */
    public record Problem(String file, int line, String key, String message) {
        /** As people read it: {@code northwind.yml:12: severa.client-id: is required}. */
        @Override
        public String toString() {
            return file + (line > 0 ? ":" + line : "") + ": " + (key.isEmpty() ? "" : key + ": ") + message;
        }
    }

    private final transient List<Problem> problems;

    SettingsFileException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** At least one, by line. */
    public List<Problem> problems() {
        return problems;
    }
}
