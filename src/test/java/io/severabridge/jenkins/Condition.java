package io.severabridge.jenkins;

import org.jspecify.annotations.Nullable;

/** When a block of {@code post} runs; in the order in which Jenkins looks at them. */
enum Condition {
    always,
    changed,
    aborted,
    failure,
    success,
    unstable,
    unsuccessful,
    cleanup;

    boolean holds(Result now, @Nullable Result before) {
        return switch (this) {
            case always, cleanup -> true;
            case changed -> now != before;
            case unsuccessful -> now != Result.SUCCESS;
            case aborted -> now == Result.ABORTED;
            case failure -> now == Result.FAILURE;
            case success -> now == Result.SUCCESS;
            case unstable -> now == Result.UNSTABLE;
        };
    }
}
