package io.severabridge.failure;

/** What the program ends with: the same for each command, so that whoever starts it knows whether to try again. */
public final class ExitCode {
    /** Failed, and can be started again: a system is away. */
    public static final int UNAVAILABLE = 3;

    /** Stopped before harm was done. */
    public static final int STOPPED = 4;

    /** A usage or configuration error. */
    public static final int WRONG_SET_UP = 5;

    /** Another run is under way. */
    public static final int ANOTHER_RUN = 6;

    /** Stopped by a signal, and can be started again. */
    public static final int SIGNALLED = 143;

    private ExitCode() {}

    public static int of(Throwable e) {
        if (e instanceof StoppedByFindings) {
            return STOPPED;
        }
        if (e instanceof AnotherRun) {
            return ANOTHER_RUN;
        }
        return e instanceof WrongSetUp ? WRONG_SET_UP : UNAVAILABLE;
    }

    /** Whether a run with this code did not finish: neither its outcomes nor its findings say what it is worth. */
    public static boolean isFailure(int exitCode) {
        return exitCode == UNAVAILABLE || exitCode == WRONG_SET_UP || exitCode == SIGNALLED;
    }
}
