/** Job files, and what runs them as Spring Batch jobs. */
@NullMarked
package io.severabridge.job;

import org.jspecify.annotations.NullMarked;
