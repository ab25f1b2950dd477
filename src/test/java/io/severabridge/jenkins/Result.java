package io.severabridge.jenkins;

/** Results of a build, from good to bad, in the order of Jenkins. */
enum Result {
    SUCCESS,
    UNSTABLE,
    FAILURE,
    NOT_BUILT,
    ABORTED;

    /** A result that was set gets no better. */
    Result worse(Result other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
