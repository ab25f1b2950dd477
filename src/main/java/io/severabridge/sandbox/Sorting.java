package io.severabridge.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** A field that a list is sorted by: {@code sortings[0].key=name&sortings[0].value=Desc}. */
record Sorting(String field, boolean descending, boolean nullsFirst) {
    private static final List<String> ORDERS =
            List.of("asc", "desc", "ascnullsfirst", "ascnullslast", "descnullsfirst", "descnullslast");

    static boolean isOne(String parameter) {
        return parameter.matches("sortings\\[\\d+]\\.(key|value)");
    }

    /** In the order of their numbers. */
    static List<Sorting> of(ResourceSpec kind, Call call) {
        List<Sorting> sortings = new ArrayList<>();
        for (int number = 0; call.parameter("sortings[" + number + "].key") != null; number++) {
            String key = Objects.requireNonNull(call.parameter("sortings[" + number + "].key"));
            String value = call.parameter("sortings[" + number + "].value");
            String order = value == null ? "asc" : value.toLowerCase(Locale.ROOT);
            Field field = kind.fields.values().stream()
                    .filter(each -> each.name().equalsIgnoreCase(key))
                    .findFirst()
                    .orElseThrow(() -> Problem.parameter("sortings", "There is no field " + key + " to sort by."));
            if (field.type() == Field.Type.REFERENCE || field.type() == Field.Type.OBJECT || !ORDERS.contains(order)) {
                throw Problem.parameter("sortings", "The list cannot be sorted by " + key + ", " + value + ".");
            }
            sortings.add(new Sorting(
                    field.name(), order.startsWith("desc"), order.endsWith("nullsfirst") || order.equals("asc")));
        }
        return sortings;
    }

    static Collection<Store.Stored> sorted(Collection<Store.Stored> records, List<Sorting> sortings) {
        return sortings.stream()
                .<Comparator<Store.Stored>>map(sorting -> sorting::compare)
                .reduce(Comparator::thenComparing)
                .<Collection<Store.Stored>>map(
                        order -> records.stream().sorted(order).toList())
                .orElse(records);
    }

    private int compare(Store.Stored left, Store.Stored right) {
        JsonNode one = left.record().path(field);
        JsonNode other = right.record().path(field);
        boolean oneEmpty = one.isNull() || one.isMissingNode();
        boolean otherEmpty = other.isNull() || other.isMissingNode();
        if (oneEmpty || otherEmpty) {
            return Boolean.compare(otherEmpty, oneEmpty) * (nullsFirst ? 1 : -1);
        }
        int compared = one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.asString().compareToIgnoreCase(other.asString());
        return descending ? -compared : compared;
    }
}
