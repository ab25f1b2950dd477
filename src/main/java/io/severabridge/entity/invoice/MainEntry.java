package io.severabridge.entity.invoice;

import io.severabridge.entity.invoice.InvoiceDetails.Entry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What most of a row is about: the user or project with most quantity among its entries. */
final class MainEntry {
    private MainEntry() {}

    static @Nullable String user(List<Entry> entries) {
        return of(entries, Entry::user);
    }

    static @Nullable String project(List<Entry> entries) {
        return of(entries, Entry::project);
    }

    /** Of equal ones that with the earliest entry, then the first by GUID. */
    private static @Nullable String of(List<Entry> entries, Function<Entry, @Nullable String> what) {
        Map<String, BigDecimal> quantities = new HashMap<>();
        Map<String, LocalDate> earliest = new HashMap<>();
        for (Entry entry : entries) {
            String guid = what.apply(entry);
            if (guid != null) {
                quantities.merge(guid, entry.quantity().abs(), BigDecimal::add);
                LocalDate date = entry.date() == null ? LocalDate.MAX : entry.date();
                earliest.merge(guid, date, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return quantities.keySet().stream()
                .min(Comparator.comparing((String guid) -> Objects.requireNonNull(quantities.get(guid)))
                        .reversed()
                        .thenComparing(guid -> Objects.requireNonNull(earliest.get(guid)))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }
}
