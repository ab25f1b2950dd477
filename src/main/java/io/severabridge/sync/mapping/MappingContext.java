package io.severabridge.sync.mapping;

import io.severabridge.company.Company;
import io.severabridge.failure.Reason;
import io.severabridge.failure.Rejected;
import io.severabridge.reference.CodeTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping may know beside the record: settings, code tables, what other records are in Severa. One for each
 * record: it also takes the record's warnings.
 */
public final class MappingContext {
    /** A remark that does not keep the record back. */
    public record Warning(String code, String message) {}

    private final Company company;
    private final CodeTables codes;
    private final References references;
    private final List<Warning> warnings = new ArrayList<>();
    private final Set<String> open = new TreeSet<>();
    private final Set<String> unspoken = new TreeSet<>();
    private final Set<String> implied = new TreeSet<>();

    public MappingContext(Company company, CodeTables codes, References references) {
        this.company = company;
        this.codes = codes;
        this.references = references;
    }

    /** The same for another look at the record, whose warnings are not kept. */
    public MappingContext aside() {
        return new MappingContext(company, codes, references);
    }

    public Company company() {
        return company;
    }

    public CodeTables codes() {
        return codes;
    }

    /**
     * What people call a column of the ERP, so that they find it.
     *
     * @param component of a row of the statement
     */
    public String column(String statement, String component) {
        return codes.erp().names().of(statement, component);
    }

    /** GUIDs of the records of a resource that are below no other. */
    public List<String> withoutParent(String resource) {
        return references.withoutParent(resource);
    }

    public void warn(String code, String message) {
        warnings.add(new Warning(code, message));
    }

    public List<Warning> warnings() {
        return List.copyOf(warnings);
    }

    /** The field stays to be decided again: what it refers to may come. */
    public void leaveOpen(String field) {
        open.add(field);
    }

    public Set<String> openFields() {
        return Set.copyOf(open);
    }

    /** The field is empty, or another's value, only because Severa has no record for what the ERP refers to. */
    public void unspoken(String field) {
        unspoken.add(field);
    }

    public Set<String> unspokenFields() {
        return Set.copyOf(unspoken);
    }

    /**
     * The row does not hold the value of the field, it only implies it, such as the home country of an address that is not
     * there, or a default. It is what a new record gets, but where both sides have the record it counts as empty as long as it
     * was never agreed.
     */
    public void implied(String field) {
        implied.add(field);
    }

    public Set<String> impliedFields() {
        return Set.copyOf(implied);
    }

    /** The ERP's key of a record of Severa; null where it is not linked. */
    public @Nullable String erpKey(String entity, @Nullable String guid) {
        return guid == null ? null : references.erpKey(entity, guid);
    }

    /** The number that a record of Severa has in the ERP; null where it is not linked. */
    public @Nullable String erpNumber(String entity, @Nullable String guid) {
        return guid == null ? null : references.erpNumber(entity, guid);
    }

    /**
     * A reference back to the ERP that it can do without: what stands there stays where the record is not linked, with a
     * warning, and it is tried again.
     *
     * @param field of the agreed record
     * @param found key or number; null where the record is not linked
     * @param now what stands there; none for a new row
     * @param none what stands for no reference
     */
    public String erpReference(
            String field, @Nullable String guid, @Nullable String found, @Nullable String now, String none) {
        if (guid == null) {
            return none;
        }
        if (found != null) {
            return found;
        }
        leaveOpen(field);
        warn(
                "reference-not-transferred",
                field + " is left as it is in the ERP: the record of Severa " + guid + " is not there");
        return now == null ? none : now;
    }

    /**
     * A record of Severa that should be in the ERP and was handed back to people keeps those back that refer to it.
     *
     * @throws Rejected if it was
     */
    public void refuseRejected(String field, String entity, @Nullable String guid) {
        if (guid != null && references.isRejected(entity, guid)) {
            throw new Rejected(
                            EngineRejects.DEPENDS_ON_REJECTED,
                            field,
                            guid,
                            "the record of Severa to which it refers was rejected")
                    .awaiting(entity, guid);
        }
    }

    /** A record of Severa as last read, as far as {@code type} shows it; null where it is not known. */
    public <T extends Record> @Nullable T staged(String resource, @Nullable String guid, Class<T> type) {
        return guid == null ? null : references.staged(resource, guid, type);
    }

    /** Whether a record of Severa has others that make it one which goes to the ERP. */
    public boolean eligible(String resource, String guid) {
        return references.eligible(resource, guid);
    }

    /** The reference to a record by its key in the ERP. */
    public Reference byKey(String entity, String erpKey) {
        return references.byKey(entity, erpKey);
    }

    /** The reference to a record by the number that people use. */
    public Reference byNumber(String entity, String number) {
        return references.byNumber(entity, number);
    }

    /**
     * The GUID of a record that Severa can do without: null, with a warning, where it is not transferred by rule.
     *
     * @param agreed field of the agreed record
     * @param field of the ERP
     * @throws Rejected if the ERP has no such record, or it was rejected
     */
    public @Nullable String optional(String agreed, Reference reference, String field, String value, Reason unknown) {
        if (reference instanceof Reference.NotTransferred skipped) {
            unspoken(agreed);
            warn(
                    "reference-not-transferred",
                    field + " " + value + " is left empty: " + skipped.label() + " is not transferred (" + skipped.why()
                            + ")");
            return null;
        }
        return required(reference, field, value, unknown, unknown);
    }

    /**
     * The GUID of a record that Severa cannot do without.
     *
     * @throws Rejected if it is not in Severa, whatever the reason
     */
    public String required(Reference reference, String field, String value, Reason unknown, Reason notTransferred) {
        if (reference instanceof Reference.Linked linked) {
            return linked.guid();
        }
        if (reference instanceof Reference.Refused refused) {
            throw new Rejected(
                            EngineRejects.DEPENDS_ON_REJECTED,
                            field,
                            value,
                            refused.label() + ", to which it refers, was rejected")
                    .awaiting(refused.entity(), refused.erpKey());
        }
        if (reference instanceof Reference.NotTransferred skipped) {
            throw new Rejected(
                    notTransferred, field, value, skipped.label() + " is not transferred (" + skipped.why() + ")");
        }
        if (reference instanceof Reference.Several several) {
            throw new Rejected(
                    EngineRejects.NUMBER_USED_TWICE,
                    field,
                    value,
                    "the ERP has several of that number: " + several.labels());
        }
        throw new Rejected(unknown, field, value, "the ERP has no record of that number");
    }
}
