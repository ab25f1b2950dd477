package io.severabridge.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Records as the API answers them: references carry the name and more of what they point to. */
final class Output {
    private final Store store;

    Output(Store store) {
        this.store = store;
    }

    ObjectNode answer(ResourceSpec kind, ObjectNode record) {
        ObjectNode answer = Store.JSON.createObjectNode();
        record.properties().forEach(entry -> {
            Field field = kind.fields.get(entry.getKey());
            JsonNode value = entry.getValue();
            if (field != null && field.type() == Field.Type.REFERENCE && value.isObject()) {
                answer.set(entry.getKey(), expanded(field, value));
            } else if (!(field != null && field.name().equals("notificationSettings") && value.isNull())) {
                answer.set(entry.getKey(), value);
            }
        });
        complete(kind, answer);
        return answer;
    }

    private JsonNode expanded(Field field, JsonNode pointer) {
        String guid = pointer.path("guid").asString();
        ObjectNode shown = Store.JSON.createObjectNode().put("guid", guid);
        ObjectNode target = field.target() == null ? null : store.find(field.target(), guid);
        if (target != null) {
            for (String name : field.shown()) {
                JsonNode value = name.equals("name") ? name(target) : target.get(name);
                if (value != null) {
                    shown.set(name, value);
                }
            }
        }
        return shown;
    }

    /** People have no name of their own: it is made of first and last name. */
    private static @Nullable JsonNode name(ObjectNode target) {
        if (target.has("firstName")) {
            return Store.JSON
                    .getNodeFactory()
                    .stringNode(target.path("firstName").asString() + " "
                            + target.path("lastName").asString());
        }
        return target.get("name");
    }

    private void complete(ResourceSpec kind, ObjectNode answer) {
        switch (kind.name) {
            case "users" -> user(answer);
            case "contactpersons" -> {
                answer.set("name", name(answer));
                answer.put("isDeleted", false);
            }
            case "customermarketsegments" -> segment(answer);
            case "projects" -> project(answer);
            case "workhours" -> workHour(answer);
            case "projectfees", "projecttravelexpenses" -> customerOf(answer);
            case "invoices" -> invoice(answer);
            case "invoicesettings" -> answer.remove("invoice");
            case "businessunits" ->
                store.all("currencies").stream()
                        .map(Store.Stored::record)
                        .filter(currency ->
                                currency.path("isOrganizationCurrency").asBoolean(false))
                        .findFirst()
                        .ifPresent(currency -> answer.set("companyCurrencyGuid", currency.get("guid")));
            default -> {
                // as stored
            }
        }
    }

    private void user(ObjectNode answer) {
        answer.remove("socialSecurityNumber");
        store.having("workcontracts", "user", answer.path("guid").asString()).stream()
                .map(Store.Stored::record)
                .reduce((first, second) -> second)
                .ifPresent(contract -> {
                    ObjectNode shown = Store.JSON.createObjectNode();
                    contract.properties().forEach(field -> {
                        if (!field.getKey().equals("user") && !field.getKey().endsWith("DateTime")) {
                            shown.set(field.getKey(), field.getValue());
                        }
                    });
                    answer.set("workContract", shown);
                    answer.set("title", contract.get("title"));
                });
    }

    private void segment(ObjectNode answer) {
        ObjectNode segment = store.find(
                "marketsegments", answer.path("marketSegment").path("guid").asString(""));
        String parent = segment == null
                ? ""
                : segment.path("parentMarketSegment").path("guid").asString("");
        ObjectNode main = store.find("marketsegments", parent);
        if (main != null) {
            answer.putObject("parentMarketSegment")
                    .put("guid", parent)
                    .put("name", main.path("name").asString())
                    .put("isActive", main.path("isActive").asBoolean(true));
        }
    }

    private void project(ObjectNode answer) {
        String type = answer.path("salesStatus").path("salesStatusTypeGuid").asString("");
        ObjectNode status = store.find("salesstatustypes", type);
        if (status != null) {
            ObjectNode shown = answer.putObject("salesStatus");
            shown.put("name", status.path("name").asString());
            shown.put("salesStatusTypeGuid", type);
        }
        store.having("phases", "project", answer.path("guid").asString()).stream()
                .findFirst()
                .ifPresent(phase -> {
                    ObjectNode root = answer.putObject("rootPhase");
                    root.set("guid", phase.record().get("guid"));
                    root.set("name", phase.record().get("name"));
                });
    }

    /** Project and customer are those of the phase. */
    private void workHour(ObjectNode answer) {
        ObjectNode phase =
                store.find("phases", answer.path("phase").path("guid").asString(""));
        ObjectNode project = phase == null
                ? null
                : store.find("projects", phase.path("project").path("guid").asString(""));
        if (project != null) {
            ObjectNode shown = answer.putObject("project");
            shown.put("guid", project.path("guid").asString());
            shown.set("name", project.get("name"));
            shown.set("number", project.get("number"));
            shown.put("isClosed", project.path("isClosed").asBoolean(false));
            customer(answer, project);
        }
        answer.put("billableStatus", answer.path("isBillable").asBoolean(true) ? "Billable" : "NotBillable");
        answer.put("isProductive", true);
        answer.put("isModifiable", !answer.hasNonNull("invoice"));
    }

    private void customerOf(ObjectNode answer) {
        ObjectNode project =
                store.find("projects", answer.path("project").path("guid").asString(""));
        if (project != null) {
            customer(answer, project);
        }
    }

    private void customer(ObjectNode answer, ObjectNode project) {
        ObjectNode customer =
                store.find("customers", project.path("customer").path("guid").asString(""));
        if (customer != null) {
            ObjectNode shown = answer.putObject("customer");
            shown.put("guid", customer.path("guid").asString());
            shown.set("name", customer.get("name"));
            if (!answer.has("travelExpense")) {
                shown.set("number", customer.get("number"));
            }
        }
    }

    /** Totals are those of the rows, each rounded to the cent; an invoice may say otherwise without tax. */
    private void invoice(ObjectNode answer) {
        String currency = answer.path("currency").path("code").asString("NOK");
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        for (Store.Stored stored :
                store.having("invoicerows", "invoiceGuid", answer.path("guid").asString())) {
            BigDecimal amount = decimal(stored.record().path("quantity"))
                    .multiply(decimal(stored.record().path("unitPrice").path("amount")))
                    .setScale(2, RoundingMode.HALF_UP);
            net = net.add(amount);
            tax = tax.add(
                    amount.multiply(decimal(stored.record().path("vatRate"))).movePointLeft(2));
        }
        tax = tax.setScale(2, RoundingMode.HALF_UP);
        if (answer.hasNonNull("totalExcludingTax")) {
            net = decimal(answer.path("totalExcludingTax").path("amount"));
        }
        answer.set("totalExcludingTax", money(net, currency));
        answer.set("totalTax", money(tax, currency));
        answer.set("totalIncludingTax", money(net.add(tax), currency));
        JsonNode stated = answer.path("projects").deepCopy();
        ArrayNode projects = answer.putArray("projects");
        for (JsonNode pointer : stated) {
            ObjectNode project = store.find("projects", pointer.path("guid").asString(""));
            if (project != null) {
                ObjectNode shown =
                        projects.addObject().put("guid", pointer.path("guid").asString());
                shown.set("name", project.get("name"));
                shown.set("number", project.get("number"));
            }
        }
    }

    private static BigDecimal decimal(JsonNode number) {
        return number.isNumber() ? number.decimalValue() : BigDecimal.ZERO;
    }

    private static ObjectNode money(BigDecimal amount, String currency) {
        return Store.JSON.createObjectNode().put("amount", amount).put("currencyCode", currency);
    }

    /** When a record was last changed, or made. */
    static OffsetDateTime changed(ObjectNode record) {
        JsonNode updated = record.get("lastUpdatedDateTime");
        JsonNode at = updated == null ? record.get("createdDateTime") : updated;
        return at == null ? OffsetDateTime.MIN : OffsetDateTime.parse(at.asString());
    }
}
