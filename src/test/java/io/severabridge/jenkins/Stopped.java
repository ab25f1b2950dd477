package io.severabridge.jenkins;

/** A step failed, and the stage with it. Everything else that is thrown is a mistake in the Jenkinsfile. */
final class Stopped extends RuntimeException {
    Stopped(String message) {
        super(message);
    }
}
