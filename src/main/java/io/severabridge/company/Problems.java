package io.severabridge.company;

import io.severabridge.company.SettingsFileException.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with one file, gathered so that people fix it in one go. */
final class Problems {
    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String key, String message) {
        found.add(new Problem(file, line, key, message));
    }

    SettingsFileException with(int line, String message) {
        add(line, "", message);
        return asException();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw asException();
        }
    }

    private SettingsFileException asException() {
        return new SettingsFileException(
                found.stream().sorted(Comparator.comparingInt(Problem::line)).toList());
    }
}
