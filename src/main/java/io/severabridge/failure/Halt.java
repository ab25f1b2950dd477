package io.severabridge.failure;

/** The end of a process whose work cannot end by itself. The next run goes on, as after a kill. */
public final class Halt {
    private Halt() {}

    /** Says why in one line, and ends the process at once. */
    public static void because(Unavailable why) {
        System.err.println("error: " + why.getMessage());
        System.err.flush();
        Runtime.getRuntime().halt(ExitCode.UNAVAILABLE);
    }
}
