package io.severabridge.report;

/**
 * An exit code in words.
 *
 * @param means what has happened
 * @param next what people do now
 */
record Verdict(String means, String next) {
    static Verdict of(int exitCode) {
        return switch (exitCode) {
            case 0 -> new Verdict("all fine", "Nothing.");
            case 2 ->
                new Verdict(
                        "finished, some records rejected",
                        "Fix the rejects below. The next run tries each again, and closes it when it goes well.");
            case 4 ->
                new Verdict(
                        "stopped by a threshold of the job",
                        "Look at the rejects below, it is mostly one cause. Fix it, then start the same command"
                                + " again: it goes on from here.");
            case 5 -> new Verdict("usage or configuration error", "Fix what the message names, then start it again.");
            case 6 ->
                new Verdict(
                        "another run of the company is under way",
                        "Start the same command again when the other run has ended. This one has changed nothing.");
            case 143 -> new Verdict("stopped by a signal", "Start the same command again: it goes on from here.");
            default ->
                new Verdict(
                        "failed",
                        "Start the same command again when what the message names is there: it goes on where it ended."
                                + " See the log file.");
        };
    }
}
