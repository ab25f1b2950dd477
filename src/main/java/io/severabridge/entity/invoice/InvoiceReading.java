package io.severabridge.entity.invoice;

import io.severabridge.entity.invoice.InvoiceDetails.Entry;
import io.severabridge.entity.invoice.InvoiceDetails.Kind;
import io.severabridge.entity.invoice.InvoiceDetails.Listed;
import io.severabridge.entity.invoice.InvoiceDetails.ListedRow;
import io.severabridge.entity.invoice.InvoiceDetails.Row;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.sync.mapping.Sources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an invoice with a number of calls that does not grow with its rows: rows and settings, and a list for each kind of
 * entry that a row may refer to; of a credit note, also the lists of what it gives back.
 */
final class InvoiceReading {
    /** InvoiceSettingsOutputModel of the API document, as far as it is used. */
    record Settings(@Nullable Boolean isReverseCharged) {}

    /** Where the entries of a kind are listed; {@code given} is the paging of those that a credit note gives back. */
    private record Of(Kind kind, String list, Paging given) {}

    private static final List<Of> LISTS = List.of(
            new Of(Kind.HOUR, "workhours", Paging.OFFSET),
            new Of(Kind.FEE, "projectfees", Paging.TOKEN),
            new Of(Kind.TRAVEL, "projecttravelexpenses", Paging.OFFSET));

    private InvoiceReading() {}

    static InvoiceDetails details(SeveraInvoice invoice, Sources sources) {
        String path = "/v1/invoices/" + invoice.guid();
        Set<String> seen = new HashSet<>();
        List<ListedRow> listed =
                sources.list(ListRequest.of(path + "/invoicerows", Paging.TOKEN), ListedRow.class).stream()
                        .filter(row -> seen.add(row.guid().toLowerCase(Locale.ROOT)))
                        .toList();
        Map<String, List<Entry>> entries = new HashMap<>();
        for (Of of : LISTS) {
            if (listed.stream().anyMatch(row -> row.mayHold(of.kind))) {
                read(path + "/" + of.list, of.kind, false, Paging.TOKEN, sources, entries);
                if (invoice.creditNote()) {
                    read(path + "/reimbursed" + of.list, of.kind, true, of.given, sources, entries);
                }
            }
        }
        Settings settings = sources.get(path + "/invoicesettings", Settings.class);
        List<Row> rows = listed.stream()
                .map(row -> row.row(invoice.currencyCode()))
                .sorted(Comparator.comparingInt(Row::place))
                .toList();
        return new InvoiceDetails(Boolean.TRUE.equals(settings.isReverseCharged()), rows, entries);
    }

    private static void read(
            String path, Kind kind, boolean given, Paging paging, Sources sources, Map<String, List<Entry>> entries) {
        // A list that shifts while it is paged may have a record twice.
        Set<String> seen = new HashSet<>();
        for (Listed listed : sources.list(ListRequest.of(path, paging), Listed.class)) {
            if (listed.invoiceRowGuid() != null && seen.add(listed.guid().toLowerCase(Locale.ROOT))) {
                entries.computeIfAbsent(listed.invoiceRowGuid().toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                        .add(listed.entry(kind, given));
            }
        }
    }
}
