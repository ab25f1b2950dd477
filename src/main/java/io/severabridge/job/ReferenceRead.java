package io.severabridge.job;

import java.time.Duration;

/** What reading the code tables took. */
record ReferenceRead(long calls, Duration time) {}
