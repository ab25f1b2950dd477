package io.severabridge.sandbox;

import java.time.LocalDate;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Severa does beside storing: numbers, defaults, and what belongs together. */
final class Rules {
    private final Store store;
    private long nextCustomer = 1;
    private long nextProject = 1;

    Rules(Store store) {
        this.store = store;
    }

    void beforeInsert(ResourceSpec kind, ObjectNode record) {
        switch (kind.name) {
            case "businessunits" -> {
                if (!record.hasNonNull("parentGuid")
                        && !store.all("businessunits").isEmpty()) {
                    record.set("parentGuid", first("businessunits").get("guid"));
                }
            }
            case "customers" -> customer(record);
            case "projects" -> project(record);
            case "invoices" -> {
                defaultTo(record, "currency", "currencies", "isOrganizationCurrency");
                if (!record.hasNonNull("currencyRate")) {
                    record.put("currencyRate", 1);
                }
            }
            default -> {
                // nothing to add
            }
        }
    }

    private void customer(ObjectNode record) {
        if (!record.hasNonNull("number")) {
            while (store.findUnique("customers", "number", String.valueOf(nextCustomer)) != null) {
                nextCustomer++;
            }
            record.put("number", nextCustomer);
        }
        record.put("isInternal", false);
        defaultTo(record, "owner", "users", null);
        defaultTo(record, "currency", "currencies", "isOrganizationCurrency");
    }

    private void project(ObjectNode record) {
        if (!record.hasNonNull("number")) {
            while (store.findUnique("projects", "number", String.valueOf(nextProject)) != null) {
                nextProject++;
            }
            record.put("number", nextProject);
        }
        defaultTo(record, "projectOwner", "users", null);
        defaultTo(record, "currency", "currencies", "isOrganizationCurrency");
    }

    /** The first record of a resource, or the first that has a flag. */
    private void defaultTo(
            ObjectNode record, String field, String target, @org.jspecify.annotations.Nullable String flag) {
        if (record.hasNonNull(field)) {
            return;
        }
        store.all(target).stream()
                .map(Store.Stored::record)
                .filter(candidate -> flag == null || candidate.path(flag).asBoolean(false))
                .findFirst()
                .ifPresent(found ->
                        record.putObject(field).put("guid", found.path("guid").asString()));
    }

    private ObjectNode first(String kind) {
        return store.all(kind).iterator().next().record();
    }

    /** A user gets a work contract unless the create says otherwise; a project a first phase; an invoice settings. */
    void afterInsert(ResourceSpec kind, ObjectNode record, JsonNode body) {
        if (kind.name.equals("projects")) {
            ObjectNode phase = Store.JSON.createObjectNode();
            phase.set("name", record.get("name"));
            phase.putObject("project").put("guid", record.path("guid").asString());
            store.insert(store.kind("phases"), phase.put("isCompleted", false).put("isLocked", false));
        }
        if (kind.name.equals("invoices")) {
            ObjectNode settings = Store.JSON.createObjectNode();
            settings.putObject("invoice").put("guid", record.path("guid").asString());
            settings.put("isReverseCharged", body.path("isReverseCharged").asBoolean(false));
            store.insert(store.kind("invoicesettings"), settings);
        }
        if (kind.name.equals("users") && body.path("createDefaultWorkContract").asBoolean(true)) {
            ObjectNode contract = Store.JSON.createObjectNode();
            contract.put("title", "Employee");
            contract.put("startDate", LocalDate.EPOCH.toString());
            contract.putObject("user").put("guid", record.path("guid").asString());
            store.insert(store.kind("workcontracts"), contract);
        }
    }

    void beforeUpdate(ResourceSpec kind, ObjectNode record, ObjectNode changed) {
        if (kind.name.equals("businessunits") && changed.hasNonNull("parentGuid")) {
            String own = record.path("guid").asString();
            String at = changed.path("parentGuid").asString();
            while (!at.isEmpty()) {
                if (at.equals(own)) {
                    throw Problem.parameter("parentGuid", "A business unit cannot be below itself.");
                }
                at = Objects.requireNonNull(store.find("businessunits", at))
                        .path("parentGuid")
                        .asString("");
            }
        }
        if (kind.name.equals("businessunits") && !record.hasNonNull("parentGuid") && changed.has("parentGuid")) {
            throw Problem.operation("The root unit stays where it is.");
        }
    }

    /** A changed work contract changes its user. */
    void afterUpdate(ResourceSpec kind, ObjectNode record) {
        if (kind.name.equals("workcontracts")) {
            ObjectNode user =
                    store.find("users", record.path("user").path("guid").asString());
            if (user != null) {
                store.touch(store.kind("users"), user);
            }
        }
    }

    void beforeDelete(ResourceSpec kind, ObjectNode record) {
        if (kind.name.equals("businessunits") && !record.hasNonNull("parentGuid")) {
            throw Problem.operation("The root unit cannot be deleted.");
        }
    }
}
