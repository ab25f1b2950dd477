package io.severabridge.severa;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How each kind of value is sent in a patch. The API document types a value as text or null; clients are known that send JSON
 * values, so both forms are here, and a setting says which one Severa takes.
 *
 * <table>
 * <caption>What is sent</caption>
 * <tr><th>kind</th><th>{@link #JSON}</th><th>{@link #TEXT}</th></tr>
 * <tr><td>text, date, GUID of a reference ({@code /owner/guid})</td><td>text</td><td>text</td></tr>
 * <tr><td>number</td><td>number</td><td>its digits as text, never with an exponent</td></tr>
 * <tr><td>truth value</td><td>true, false</td><td>"true", "false"</td></tr>
 * <tr><td>money and other objects</td><td>the object</td><td>one operation for each of its fields</td></tr>
 * <tr><td>emptied</td><td>null</td><td>null</td></tr>
 * <tr><td>emptied reference</td><td colspan="2">null for its GUID; null for the whole reference where the document requires a
 * GUID within it</td></tr>
 * </table>
 */
public enum PatchForm {
    JSON,
    TEXT;

    /** References that the document declares with a GUID that may not be null (SimpleInputRequiredModel and the like). */
    private static final Set<String> EMPTIED_WHOLE = Set.of(
            "businessUnit",
            "communicationType",
            "contact",
            "currency",
            "customer",
            "project",
            "superiorUser",
            "user",
            "workType");

    private static final String GUID = "/guid";

    /** As words of their own: a dispatch address is no patch. */
    private static final Pattern OF_TYPES =
            Pattern.compile("\\b(convert\\w*|deserializ\\w*|json|patch|must be text|must be a string)\\b");

    /** The operations as they are sent. */
    ArrayNode body(List<PatchOperation> operations) {
        ArrayNode body = Json.MAPPER.createArrayNode();
        operations.forEach(operation -> {
            JsonNode value = Json.MAPPER.valueToTree(operation.value());
            add(body, operation.op(), path(operation.path(), value), value);
        });
        return body;
    }

    private static String path(String path, JsonNode value) {
        boolean reference = value.isNull() && path.endsWith(GUID) && path.length() > GUID.length();
        String whole = path.substring(0, Math.max(0, path.length() - GUID.length()));
        return reference && EMPTIED_WHOLE.contains(whole.substring(1)) ? whole : path;
    }

    private void add(ArrayNode body, String op, String path, JsonNode value) {
        if (this == TEXT && value instanceof ObjectNode object) {
            object.properties().forEach(field -> add(body, op, path + "/" + field.getKey(), field.getValue()));
            return;
        }
        ObjectNode operation = body.addObject().put("op", op).put("path", path);
        if (this == JSON || value.isNull() || value.isString()) {
            operation.set("value", value);
        } else {
            operation.put("value", value.isNumber() ? value.decimalValue().toPlainString() : value.toString());
        }
    }

    /**
     * Whether a refusal speaks of how the patch was written and not of what it says: it names no field of the record, or what it
     * says is about types or about the patch.
     */
    static boolean refuses(int status, String type, @Nullable String field, String message) {
        if (status == 415) {
            return true;
        }
        if (status != 400 && status != 422) {
            return false;
        }
        String said = message.toLowerCase(Locale.ROOT);
        boolean ofTypes = OF_TYPES.matcher(said).find();
        boolean ofPatch = field != null && (field.endsWith("value") || field.equals("operations"));
        return ofTypes || ofPatch || (field == null && (type.isEmpty() || type.equals("InvalidRequest")));
    }

    /** As the company file spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
