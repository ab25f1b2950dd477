package io.severabridge.command;

/** Where the log file is. */
final class Logs {
    private Logs() {}

    /** As logback.xml has it. */
    static String file() {
        String file = System.getenv("BRIDGE_LOG");
        return file == null || file.isBlank() ? "logs/severa-bridge.log" : file;
    }
}
