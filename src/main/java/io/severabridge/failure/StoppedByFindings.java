package io.severabridge.failure;

import java.util.List;
import java.util.stream.Collectors;

/** A run would do harm: it has not begun. */
public final class StoppedByFindings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoppedByFindings(List<Finding> errors) {
        super(errors.stream()
                .map(finding -> finding.code() + ": " + finding.what() + "; " + finding.fix()
                        + ", or run with --accept " + finding.code())
                .collect(Collectors.joining("\n  ")));
    }
}
