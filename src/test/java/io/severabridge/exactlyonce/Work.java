package io.severabridge.exactlyonce;

import io.severabridge.sandbox.Sandbox;

/**
 * What a job took, with all its tries.
 *
 * @param looked records that its steps have looked at and accounted for
 */
record Work(int calls, int writes, long looked) {
    Work(Sandbox.Counts counts, long looked) {
        this((int) counts.total(), (int) counts.writes(), looked);
    }
}
