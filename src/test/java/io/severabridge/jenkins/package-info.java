/**
 * The Jenkinsfile, run for real by Groovy; in the place of Jenkins stands a recorder that knows the directives and steps that
 * Jenkins knows, and refuses all others.
 */
@NullMarked
package io.severabridge.jenkins;

import org.jspecify.annotations.NullMarked;
