package io.severabridge.sandbox;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists: filtered, and cut into pages by token or offset. */
final class Lists {
    private static final int DEFAULT_ROWS = 20;
    private static final int MOST_ROWS = 100;

    /** What pages are cut by; the number of rows that may be asked for is in no documented answer. */
    private static final Set<String> PAGING = Set.of("pageToken", "rowCount", "firstRow", "calculateRowCount");

    private final Store store;
    private final Output output;

    Lists(Store store, Output output) {
        this.store = store;
        this.output = output;
    }

    Reply list(ResourceSpec kind, ResourceSpec.Paging paging, Collection<Store.Stored> records, Call call) {
        List<Sorting> sortings = Sorting.of(kind, call);
        for (String parameter : call.query().keySet()) {
            if (!isKnown(kind, parameter) && !(paging != ResourceSpec.Paging.TOKEN && Sorting.isOne(parameter))) {
                throw Problem.parameter(parameter, "This stand-in has no parameter " + parameter + " for this list.");
            }
        }
        return switch (paging) {
            case TOKEN -> byToken(kind, records, call);
            case OFFSET ->
                page(kind, Sorting.sorted(records, sortings), call, number(call, "firstRow", 0), rows(kind, call));
            case NONE -> page(kind, Sorting.sorted(records, sortings), call, 0, Integer.MAX_VALUE);
        };
    }

    private static boolean isKnown(ResourceSpec kind, String parameter) {
        return PAGING.contains(parameter)
                || kind.filters.containsKey(parameter)
                || kind.changedFields.containsKey(parameter)
                || (kind.changedSince && parameter.equals("changedSince"));
    }

    /** The token is the place of the last record that was answered: records that come meanwhile do not shift it. */
    private Reply byToken(ResourceSpec kind, Collection<Store.Stored> records, Call call) {
        String token = call.parameter("pageToken");
        long after = token == null ? 0 : place(token);
        int rows = rows(kind, call);
        ArrayNode page = Store.JSON.createArrayNode();
        long last = 0;
        boolean more = false;
        for (Store.Stored stored : records) {
            if (stored.place() <= after || !fits(kind, stored.record(), call)) {
                continue;
            }
            if (page.size() == rows) {
                more = true;
                break;
            }
            page.add(output.answer(kind, stored.record()));
            last = stored.place();
        }
        Reply reply = Reply.json(200, page);
        if (more) {
            reply.headers().put("NextPageToken", Long.toString(last * 7 + 3, 36));
        }
        return reply;
    }

    private static long place(String token) {
        try {
            return (Long.parseLong(token, 36) - 3) / 7;
        } catch (NumberFormatException e) {
            throw Problem.parameter("pageToken", "The page token is not valid.");
        }
    }

    private Reply page(ResourceSpec kind, Collection<Store.Stored> records, Call call, int first, int rows) {
        ArrayNode page = Store.JSON.createArrayNode();
        int at = 0;
        for (Store.Stored stored : records) {
            if (!fits(kind, stored.record(), call)) {
                continue;
            }
            if (at++ >= first) {
                page.add(output.answer(kind, stored.record()));
            }
            if (page.size() >= rows) {
                break;
            }
        }
        return Reply.json(200, page);
    }

    private static int rows(ResourceSpec kind, Call call) {
        int byDefault = kind.listAll ? Integer.MAX_VALUE : DEFAULT_ROWS;
        int rows = number(call, "rowCount", byDefault);
        if (call.parameter("rowCount") != null && rows > MOST_ROWS) {
            throw Problem.parameter("rowCount", "rowCount must be at most " + MOST_ROWS + ".");
        }
        return rows;
    }

    private static int number(Call call, String parameter, int byDefault) {
        String value = call.parameter(parameter);
        try {
            return value == null ? byDefault : Math.max(0, Integer.parseInt(value));
        } catch (NumberFormatException e) {
            throw Problem.parameter(parameter, parameter + " must be a whole number.");
        }
    }

    private boolean fits(ResourceSpec kind, ObjectNode record, Call call) {
        String since = kind.changedSince ? call.parameter("changedSince") : null;
        if (since != null && Output.changed(record).isBefore(time(since))) {
            return false;
        }
        for (Map.Entry<String, String> field : kind.changedFields.entrySet()) {
            String from = call.parameter(field.getKey());
            OffsetDateTime at = store.fieldChanged(record, field.getValue());
            if (from != null && (at == null || at.isBefore(time(from)))) {
                return false;
            }
        }
        for (Map.Entry<String, ResourceSpec.Filter> filter : kind.filters.entrySet()) {
            List<String> wanted = call.query().get(filter.getKey());
            if (wanted != null && wanted.stream().noneMatch(value -> fits(record, filter.getValue(), value))) {
                return false;
            }
        }
        return true;
    }

    /** The document writes some of its days as times. */
    private static String day(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            throw Problem.parameter("date", text + " must be a date.");
        }
        return text.substring(0, 10);
    }

    private static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.parameter("changedSince", "changedSince must be a date and time with an offset.");
        }
    }

    private static boolean fits(ObjectNode record, ResourceSpec.Filter filter, String wanted) {
        String value = value(record.get(filter.field()));
        if (value == null) {
            return false;
        }
        return switch (filter.match()) {
            case EQUAL -> value.equals(wanted);
            case IGNORING_CASE -> value.equalsIgnoreCase(wanted);
            case CONTAINS -> value.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
            case FROM -> value.compareTo(day(wanted)) >= 0;
            case UNTIL -> value.compareTo(day(wanted)) <= 0;
            case SINCE -> !OffsetDateTime.parse(value).isBefore(time(wanted));
        };
    }

    private static @Nullable String value(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        return node.isObject() ? node.path("guid").asString("") : node.asString();
    }
}
