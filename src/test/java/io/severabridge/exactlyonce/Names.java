package io.severabridge.exactlyonce;

import io.severabridge.sandbox.Sandbox;
import io.severabridge.store.database.BridgeDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Calls records by what people call them, since GUIDs, keys and times differ from run to run. */
final class Names {
    private static final List<String> RESOURCES = List.of(
            "countries",
            "currencies",
            "languages",
            "communicationtypes",
            "salesstatustypes",
            "marketsegments",
            "worktypes",
            "travelexpensetypes",
            "invoicestatuses",
            "businessunits",
            "users",
            "productcategories",
            "products",
            "customers",
            "addresses",
            "customermarketsegments",
            "contactpersons",
            "contactcommunications",
            "workcontracts",
            "projects",
            "phases",
            "projectfees",
            "workhours",
            "invoices",
            "invoicerows");

    /** What says which record it is, the first that it has. */
    private static final List<String> TOLD_BY = List.of(
            "number", "code2", "code", "email", "value", "title", "description", "name", "lastName", "addressline");

    private static final Set<String> OF_THE_RUN =
            Set.of("guid", "createdDateTime", "lastUpdatedDateTime", "createdBy", "lastUpdatedBy", "rootPhase");

    private static final Map<String, List<String>> TABLES = Map.of(
            "Actor", List.of("ActNo", "LiaAct", "DelToAct", "MainAct"),
            "R1", List.of(),
            "R2", List.of("ActNo1"),
            "Prod", List.of(),
            "ProdCat", List.of(),
            "PrDcMat", List.of("LnNo"),
            "FreeInf1", List.of("PK", "OrdNo"),
            "Ord", List.of("OrdNo", "LiaActNo"),
            "OrdLn", List.of("OrdNo"));

    private static final Set<String> TIMES = Set.of("ChDt", "ChTm", "ChTmms", "CreDt", "CreTm");

    private final Map<String, JsonNode> records = new TreeMap<>();
    private final Map<String, String> byGuid = new HashMap<>();
    private final Map<String, String> associates = new HashMap<>();
    private final Map<String, String> orders = new HashMap<>();
    private final JdbcClient erp;

    Names(Sandbox sandbox, JdbcClient erp) {
        this.erp = erp;
        for (String resource : RESOURCES) {
            JsonNode all = sandbox.records(resource);
            records.put(resource, all);
            all.forEach(record -> byGuid.put(record.path("guid").asString(), resource + ":" + name(record)));
        }
        erp.sql("SELECT ActNo, Nm, CustNo, EmpNo FROM Actor").query(row -> {
            associates.put(row.getString(1), row.getString(2) + "/" + row.getInt(3) + "/" + row.getInt(4));
        });
        erp.sql("SELECT OrdNo, Inf6 FROM Ord").query(row -> {
            orders.put(row.getString(1), byGuid.getOrDefault(row.getString(2), row.getString(2)));
        });
        associates.put("0", "-");
        orders.put("0", "-");
    }

    private static String name(JsonNode record) {
        StringBuilder name = new StringBuilder();
        for (String field : TOLD_BY) {
            if (record.path(field).isValueNode()
                    && !record.path(field).asString("").isEmpty()) {
                name.append(record.path(field).asString()).append(' ');
            }
        }
        return name.toString().strip();
    }

    Map<String, List<String>> severa() {
        Map<String, List<String>> lines = new TreeMap<>();
        records.forEach((resource, all) -> {
            List<String> of = new ArrayList<>();
            all.forEach(record -> of.add(named(record).toString()));
            of.sort(null);
            lines.put("Severa " + resource, of);
        });
        return lines;
    }

    /** The record without what is of the run, and with names for GUIDs. */
    private JsonNode named(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode named = object.objectNode();
            // In the order of their names: that of a map differs from process to process.
            object.properties().stream().sorted(Map.Entry.comparingByKey()).forEach(field -> {
                String guid = field.getKey().equals("guid")
                        ? byGuid.get(field.getValue().asString(""))
                        : null;
                if (guid != null && object.size() <= 8 && !object.has("createdDateTime")) {
                    named.put("is", guid);
                } else if (!OF_THE_RUN.contains(field.getKey())) {
                    named.set(field.getKey(), named(field.getValue()));
                }
            });
            return named;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode named = array.arrayNode();
            array.forEach(element -> named.add(named(element)));
            return named;
        }
        String guid = node.isString() ? byGuid.get(node.asString()) : null;
        return guid == null ? node : StringNode.valueOf(guid);
    }

    Map<String, List<String>> erp() {
        Map<String, List<String>> lines = new TreeMap<>();
        TABLES.forEach((table, keys) -> {
            List<String> of = new ArrayList<>();
            erp.sql("SELECT * FROM " + table).query().listOfRows().forEach(row -> of.add(line(row, keys)));
            of.sort(null);
            lines.put("ERP " + table, of);
        });
        return lines;
    }

    private String line(Map<String, @Nullable Object> row, List<String> keys) {
        Map<String, String> named = new TreeMap<>();
        row.forEach((column, value) -> {
            String text = String.valueOf(value);
            if (column.equals("PK") || (column.equals("LnNo") && keys.contains("LnNo")) || TIMES.contains(column)) {
                return;
            }
            if (column.equals("OrdNo") && keys.contains(column)) {
                named.put(column, orders.getOrDefault(text, text));
            } else if (keys.contains(column)) {
                named.put(column, associates.getOrDefault(text, text));
            } else if (!text.equals("0") && !text.isEmpty() && !text.equals("0.000000")) {
                named.put(column, byGuid.getOrDefault(text, text));
            }
        });
        return named.toString();
    }

    List<String> links(BridgeDatabase bridge) {
        return lines(bridge, "SELECT ENTITY, GUID, '' FROM BRIDGE_LINK");
    }

    /** What was made or linked, on which side: a record that was made just before a kill may be noted as linked. */
    List<String> journal(BridgeDatabase bridge) {
        return lines(bridge, "SELECT DISTINCT ENTITY, GUID, '' FROM BRIDGE_JOURNAL WHERE ACTION IN ('CREATE', 'LINK')");
    }

    /** What is still in doubt: nothing should be. */
    List<String> intents(BridgeDatabase bridge) {
        return lines(bridge, "SELECT ENTITY, ERP_KEY, '' FROM BRIDGE_INTENT");
    }

    private List<String> lines(BridgeDatabase bridge, String sql) {
        List<String> lines = new ArrayList<>(bridge.jdbc()
                .sql(sql)
                .query((row, number) ->
                        row.getString(1) + " " + byGuid.getOrDefault(row.getString(2), row.getString(2)))
                .list());
        lines.sort(null);
        return lines;
    }
}
