package io.severabridge.sync.mapping;

import io.severabridge.failure.Reason;
import java.util.List;

/** What the engine itself hands records back for, whatever their entity. */
public final class EngineRejects {
    public static final Reason AMBIGUOUS_MATCH = new Reason(
            "ambiguous-match",
            "give the record in Severa the number of the one in the ERP if they are the same, or rename one of them");
    public static final Reason CYCLE =
            new Reason("cycle", "give one of the records of the circle another superior, or none");
    public static final Reason DEPENDS_ON_REJECTED =
            new Reason("depends-on-rejected", "fix the record that it depends on; this one follows in the next run");
    public static final Reason EMAIL_USED_TWICE =
            new Reason("email-used-twice", "give each employee a separate e-mail address; Severa uses it as login");
    public static final Reason GUID_NOT_VALID = new Reason(
            "guid-not-valid", "empty the field in the ERP, or choose another field for the GUID in the company file");
    public static final Reason GUID_USED_TWICE =
            new Reason("guid-used-twice", "empty the GUID field of the row that was copied");
    public static final Reason LINKED_RECORD_GONE = new Reason(
            "linked-record-gone", "restore the record in Severa, or remove the link if the record is to be made again");
    public static final Reason LINK_MISMATCH = new Reason(
            "link-mismatch",
            "decide whether the two are the same: if so, set the ERP's GUID field to the GUID of the record in Severa, and"
                    + " give it the same customer in both; if not, remove the link and give one of them another number or name");
    public static final Reason NUMBER_CHANGED = new Reason(
            "number-changed",
            "give the record its old number again in Severa; or renumber it in the ERP, with the ERP's own function");
    public static final Reason NUMBER_USED_TWICE = new Reason(
            "number-used-twice", "give each of the records a number of its own, or exclude one by its group");
    public static final Reason REFUSED_BY_ERP = new Reason(
            "refused-by-erp",
            "read the database's message: a rule, a trigger or a missing permission of the ERP forbids it");
    public static final Reason REFUSED_BY_SEVERA =
            new Reason("refused-by-severa", "change the value that Severa names, or ask Severa's administrator");

    /** All of them, for the catalogue. */
    public static final List<Reason> ALL = List.of(
            AMBIGUOUS_MATCH,
            CYCLE,
            DEPENDS_ON_REJECTED,
            EMAIL_USED_TWICE,
            GUID_NOT_VALID,
            GUID_USED_TWICE,
            LINKED_RECORD_GONE,
            LINK_MISMATCH,
            NUMBER_CHANGED,
            NUMBER_USED_TWICE,
            REFUSED_BY_ERP,
            REFUSED_BY_SEVERA);

    private EngineRejects() {}
}
