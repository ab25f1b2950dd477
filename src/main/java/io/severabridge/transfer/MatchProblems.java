package io.severabridge.transfer;

import io.severabridge.failure.Reason;
import io.severabridge.failure.Rejected;
import io.severabridge.store.staging.ErpRecords.Match;
import io.severabridge.store.staging.Matching;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words for what the match found wrong. */
final class MatchProblems {
    /** The field of a reject by which a linked row and its record are not the same. */
    static final String GUID = "GUID";

    private final Part<?, ?, ?> part;
    private final Workplace work;

    MatchProblems(Part<?, ?, ?> part, Workplace work) {
        this.part = part;
        this.work = work;
    }

    Rejected rejected(String code, String key, Match match) {
        Reason reason = reason(code);
        return switch (reason) {
            case AMBIGUOUS_MATCH -> ambiguous(key, match);
            case NUMBER_USED_TWICE ->
                new Rejected(reason, "number", match.keys().number(), "another row of the ERP has the same number");
            case EMAIL_USED_TWICE ->
                new Rejected(reason, "e-mail", match.keys().email(), "another employee has the same e-mail address");
            case CYCLE -> new Rejected(reason, "above", key, "it is below itself: going upwards from it leads back");
            case LINK_MISMATCH ->
                match.guid() == null
                        ? ofDeletedRow(key, match)
                        : new Rejected(
                                reason,
                                GUID,
                                match.erpGuid(),
                                "the ERP's field holds another GUID than the link, " + match.guid());
            case LINKED_RECORD_GONE ->
                new Rejected(
                        reason,
                        "GUID",
                        match.guid() == null ? match.erpGuid() : match.guid(),
                        "Severa has no such record any more");
            case GUID_USED_TWICE ->
                new Rejected(reason, "GUID", match.erpGuid(), "another row of the ERP has the same GUID");
            case GUID_NOT_VALID -> new Rejected(reason, "GUID", match.erpGuid(), "what stands there is no GUID");
            default -> throw new IllegalStateException("the match does not find " + code);
        };
    }

    private Rejected ofDeletedRow(String key, Match match) {
        List<String> guids =
                new Matching(work.bridge, work.company.name(), part.entity, part.resource.name).ofDeletedRows(key);
        Map<String, String> bodies = work.stage.bodies(part.resource.name, guids);
        return new Rejected(
                Reason.LINK_MISMATCH,
                "number",
                match.keys().number(),
                "in Severa "
                        + guids.stream()
                                .map(guid -> part.inSevera(bodies.get(guid), guid) + ", linked to the row "
                                        + String.join(
                                                ", ",
                                                work.links
                                                        .ofGuids(part.entity, List.of(guid))
                                                        .keySet()))
                                .collect(Collectors.joining("; "))
                        + ", which the ERP no longer has, carries that number");
    }

    /** A linked row that is another record than the one that was linked. */
    Rejected another(String label, String guid) {
        String body = work.stage.bodies(part.resource.name, List.of(guid)).get(guid);
        return new Rejected(
                Reason.LINK_MISMATCH,
                GUID,
                guid,
                "the ERP's field is empty, and " + label + " has nothing in common with the linked record of Severa, "
                        + part.inSevera(body, guid) + ": its number was used again");
    }

    /** What the ERP calls a record of Severa. */
    String label(String entity, String guid) {
        return work.links.ofGuids(entity, List.of(guid)).keySet().stream()
                .flatMap(key -> work.erpRecords.byKey(entity, key).stream())
                .map(named -> named.label() + " (" + guid + ")")
                .findFirst()
                .orElse(entity + " " + guid);
    }

    private static Reason reason(String code) {
        for (Reason reason : Reason.values()) {
            if (reason.code().equals(code)) {
                return reason;
            }
        }
        throw new IllegalStateException("unknown reason " + code);
    }

    private Rejected ambiguous(String key, Match match) {
        List<String> guids = new Matching(work.bridge, work.company.name(), part.entity, part.resource.name)
                .candidates(key, part.several);
        Map<String, String> bodies = work.stage.bodies(part.resource.name, guids);
        String candidates = guids.stream()
                .map(guid -> part.inSevera(bodies.get(guid), guid))
                .collect(Collectors.joining(", "));
        String name = match.keys().name();
        return new Rejected(
                part.ambiguous,
                name == null ? "number" : "name",
                withoutParent(name == null ? match.keys().number() : name),
                "Severa has records that may be the same: " + candidates);
    }

    private @Nullable String withoutParent(@Nullable String key) {
        return key == null || part.parent == null ? key : key.substring(key.indexOf(' ') + 1);
    }
}
