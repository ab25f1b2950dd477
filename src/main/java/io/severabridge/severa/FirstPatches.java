package io.severabridge.severa;

import io.severabridge.failure.WrongSetUp;

/**
 * Watches the first patches of a run. When all of them are refused for their form, so would be the thousands that follow: the run
 * stops with the setting to change, instead of a reject for each record.
 */
final class FirstPatches {
    private static final int ENOUGH = 3;

    private final PatchForm form;
    private boolean taken;
    private int refused;

    FirstPatches(PatchForm form) {
        this.form = form;
    }

    /** Any number may be refused. */
    static FirstPatches unwatched(PatchForm form) {
        FirstPatches first = new FirstPatches(form);
        first.taken();
        return first;
    }

    synchronized void taken() {
        taken = true;
    }

    /**
     * One was refused.
     *
     * @throws WrongSetUp if it is the last of the first ones, all refused for their form
     */
    synchronized void refused(String call, Refused refusal) {
        if (!PatchForm.refuses(
                refusal.status(), refusal.type(), refusal.field(), String.valueOf(refusal.getMessage()))) {
            // What is refused for its content was understood.
            taken = true;
        }
        if (!taken && ++refused >= ENOUGH) {
            PatchForm other = form == PatchForm.JSON ? PatchForm.TEXT : PatchForm.JSON;
            throw new WrongSetUp(
                    "Severa refused the first " + refused + " changes for their form, the last one, " + call
                            + ", with HTTP " + refusal.status() + " (" + refusal.getMessage()
                            + "). severa.patch-values is " + form
                            + ": try " + other + "; preflight --try-writes GUID tries both on a scratch record");
        }
    }
}
