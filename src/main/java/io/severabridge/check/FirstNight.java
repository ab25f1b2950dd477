package io.severabridge.check;

import io.severabridge.company.Company;
import io.severabridge.entity.Entities;
import io.severabridge.entity.Resources;
import io.severabridge.failure.Finding;
import io.severabridge.job.Rehearsed;
import io.severabridge.severa.Json;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.store.ledger.Changes.Change;
import io.severabridge.store.ledger.Journal.Action;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Hours, costs and invoices that are switched on without a first day: the first night takes all there ever were. */
final class FirstNight {
    private final Rehearsed rehearsed;
    private final List<Change> changes;

    FirstNight(Rehearsed rehearsed, List<Change> changes) {
        this.rehearsed = rehearsed;
        this.changes = changes;
    }

    List<Finding> findings() {
        Company company = rehearsed.company();
        List<Finding> findings = new ArrayList<>();
        if (company.workHours() != null && company.workHours().from() == null) {
            look(Entities.WORK_HOUR, "work-hours", "hours", findings);
        }
        if (company.costs() != null && company.costs().from() == null) {
            look(Entities.COST, "costs", "costs", findings);
        }
        if (company.invoices() != null && company.invoices().from() == null) {
            look(Entities.INVOICE, "invoices", "invoices", findings);
        }
        return findings;
    }

    /** Later nights take what has come since. */
    private void look(String entity, String section, String called, List<Finding> findings) {
        List<Change> made = changes.stream()
                .filter(change -> change.entity().equals(entity) && change.action() == Action.CREATE)
                .toList();
        // Links that the rehearsal has made are among them.
        if (made.isEmpty() || rehearsed.links().count(entity) > made.size()) {
            return;
        }
        LocalDate first = days(entity, made).min(LocalDate::compareTo).orElse(null);
        findings.add(Finding.warning(
                "no-first-day",
                section + ".from",
                "the first night would take " + made.size() + " " + called
                        + (first == null ? "" : ", the oldest of " + first) + ": " + section + ".from is not set",
                "set " + section + ".from to the first day that is to be taken, or leave it if all of them are meant"));
    }

    private Stream<LocalDate> days(String entity, List<Change> made) {
        Stream<@Nullable String> days =
                switch (entity) {
                    case Entities.COST -> made.stream().map(Change::newValue).map(FirstNight::eventDate);
                    case Entities.WORK_HOUR -> {
                        Map<String, String> dates = hours();
                        yield made.stream().map(change -> dates.get(guid(change)));
                    }
                    default -> {
                        Map<String, String> dates = invoices();
                        yield made.stream().map(change -> dates.get(guid(change)));
                    }
                };
        return days.filter(day -> day != null && day.length() >= 10).map(day -> LocalDate.parse(day.substring(0, 10)));
    }

    private static String guid(Change change) {
        return Objects.requireNonNullElse(change.guid(), "").toLowerCase(Locale.ROOT);
    }

    private static @Nullable String eventDate(@Nullable String body) {
        return body == null
                ? null
                : Json.MAPPER.readTree(body).path("eventDate").asString(null);
    }

    /** Days alone: there may be a million hours. */
    private Map<String, String> hours() {
        Map<String, String> dates = new HashMap<>();
        rehearsed
                .stage()
                .each(
                        Resources.WORK_HOURS,
                        (guid, body) -> dates.put(
                                guid.toLowerCase(Locale.ROOT), Objects.requireNonNullElse(eventDate(body), "")));
        return dates;
    }

    private Map<String, String> invoices() {
        Map<String, String> dates = new HashMap<>();
        String status = rehearsed
                .codes()
                .severa()
                .invoiceStatuses()
                .get(Objects.requireNonNull(rehearsed.company().invoices())
                        .status()
                        .transfer());
        rehearsed
                .severa()
                .list(
                        ListRequest.of("/v1/invoices", Paging.TOKEN)
                                .with("invoiceStatusGuids", Objects.requireNonNullElse(status, "")),
                        JsonNode.class,
                        invoice -> dates.put(
                                invoice.path("guid").asString("").toLowerCase(Locale.ROOT),
                                invoice.path("date").asString("")));
        return dates;
    }
}
