package io.severabridge.failure;

import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which findings people may accept by their code. */
public final class FindingCodes {
    /** Errors that a run stops at: each may be accepted. */
    public static final SortedSet<String> ACCEPTABLE = new TreeSet<>(Set.of(
            "costs-are-invoices",
            "customer-series-overlap",
            "erp-shared",
            "invoice-series-overlap",
            "permission-missing",
            "too-many-rejects"));

    /** Warnings stop nothing, so that accepting one does nothing and harms nothing. */
    public static final SortedSet<String> WARNINGS = new TreeSet<>(Set.of(
            "approval-not-in-use",
            "bridge-on-this-machine",
            "bridge-shared",
            "customer-number-ahead",
            "customer-number-in-series",
            "customer-series-near",
            "defaults-not-visible",
            "employees-without-email",
            "invoice-series-near",
            "invoice-series-unknown",
            "no-first-day",
            "organisation-shared",
            "same-number-other-name"));

    /** Whoever starts a run cannot wish these away. */
    public static final SortedSet<String> FAILURES = new TreeSet<>(Set.of("set-up", "unreachable", "would-fail"));

    private FindingCodes() {}

    /**
     * Refuses what is no code: nothing would be accepted, and nobody would notice.
     *
     * @param rejectCodes those of the records that are handed back, which are findings too
     * @throws WrongSetUp with the codes that there are
     */
    public static Set<String> accepted(Collection<String> codes, Set<String> rejectCodes) {
        for (String code : codes) {
            if (FAILURES.contains(code)) {
                throw new WrongSetUp("--accept: " + code + " cannot be accepted: a run would fail");
            }
            if (!ACCEPTABLE.contains(code) && !WARNINGS.contains(code) && !rejectCodes.contains(code)) {
                throw new WrongSetUp("--accept: there is no finding " + code + Similar.to(code, ACCEPTABLE)
                        + "; those that stop a run are " + String.join(", ", ACCEPTABLE));
            }
        }
        return Set.copyOf(codes);
    }
}
