package io.severabridge.transfer;

/**
 * The format of step names, as the tables of executions keep them: the name of a transfer for its first piece, with the
 * entity behind a slash for the others.
 */
public final class StepName {
    private static final char SLASH = '/';

    private StepName() {}

    static String of(Transfer transfer, StepDefinition piece) {
        return piece == transfer.pieces().get(0) ? transfer.name() : transfer.name() + SLASH + piece.entity();
    }

    /** Name of the transfer that a step belongs to. */
    public static String transfer(String step) {
        int slash = step.indexOf(SLASH);
        return slash < 0 ? step : step.substring(0, slash);
    }
}
