package io.severabridge.jenkins;

import java.util.Map;

/** The settings that may stand in the sections of a pipeline. */
final class Settings {
    static final Map<String, Signature> PARAMETERS = Map.of(
            "choice", Signature.of("name", "choices", "description"),
            "string", Signature.of("name", "defaultValue", "description", "trim"),
            "booleanParam", Signature.of("name", "defaultValue", "description"));

    static final Map<String, Signature> OPTIONS = Map.of(
            "timestamps", Signature.of(),
            "disableConcurrentBuilds", Signature.of("abortPrevious"),
            "timeout", Signature.of("time", "unit", "activity"),
            "buildDiscarder", Signature.of("strategy"),
            "logRotator",
                    Signature.of("numToKeepStr", "daysToKeepStr", "artifactNumToKeepStr", "artifactDaysToKeepStr"),
            "skipDefaultCheckout", Signature.of("value"),
            "lock", Signature.of("resource", "label", "quantity", "inversePrecedence", "skipIfLocked", "variable"));

    static final Map<String, Signature> STAGE_OPTIONS = Map.of(
            "timestamps", OPTIONS.get("timestamps"),
            "timeout", OPTIONS.get("timeout"),
            "skipDefaultCheckout", OPTIONS.get("skipDefaultCheckout"),
            "lock", OPTIONS.get("lock"));

    static final Map<String, Signature> TRIGGERS = Map.of("cron", Signature.of("spec"));

    static final Map<String, Signature> AGENT = Map.of("label", Signature.of("label"));

    private Settings() {}
}
