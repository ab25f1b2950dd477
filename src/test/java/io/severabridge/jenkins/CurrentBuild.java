package io.severabridge.jenkins;

import org.jspecify.annotations.Nullable;

/** The variable {@code currentBuild}. */
public final class CurrentBuild {
    private @Nullable Result result;
    private String description = "";

    public @Nullable String getResult() {
        return result == null ? null : result.name();
    }

    public void setResult(String name) {
        worsen(Result.valueOf(name));
    }

    public String getCurrentResult() {
        return current().name();
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String text) {
        description = text;
    }

    void worsen(Result other) {
        result = current().worse(other);
    }

    Result current() {
        return result == null ? Result.SUCCESS : result;
    }
}
