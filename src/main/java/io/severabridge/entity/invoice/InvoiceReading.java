package io.severabridge.entity.invoice;

import io.severabridge.entity.invoice.InvoiceDetails.Entry;
import io.severabridge.entity.invoice.InvoiceDetails.Kind;
import io.severabridge.entity.invoice.InvoiceDetails.Listed;
import io.severabridge.entity.invoice.InvoiceDetails.Row;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.transfer.Sources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an invoice with a number of calls that does not grow with its rows: rows and settings, and a list for each category
 * that a row has; of a credit note, also the lists of what it gives back.
 */
final class InvoiceReading {
    /** InvoiceSettingsOutputModel of the API document, as far as it is used. */
    record Settings(@Nullable Boolean isReverseCharged) {}

    private InvoiceReading() {}

    static InvoiceDetails details(SeveraInvoice invoice, Sources sources) {
        String path = "/v1/invoices/" + invoice.guid();
        List<Row> rows = new ArrayList<>(sources.list(ListRequest.of(path + "/invoicerows", Paging.TOKEN), Row.class));
        rows.sort(Comparator.comparingInt(Row::place));
        Map<String, List<Entry>> entries = new HashMap<>();
        if (has(rows, "Hours")) {
            read(path, "workhours", Kind.HOUR, false, Paging.TOKEN, sources, entries);
        }
        if (has(rows, "ProjectFees")) {
            read(path, "projectfees", Kind.FEE, false, Paging.TOKEN, sources, entries);
        }
        if (has(rows, "Travels")) {
            read(path, "projecttravelexpenses", Kind.TRAVEL, false, Paging.TOKEN, sources, entries);
        }
        if (invoice.creditNote()) {
            given(path, rows, sources, entries);
        }
        Settings settings = sources.get(path + "/invoicesettings", Settings.class);
        return new InvoiceDetails(Boolean.TRUE.equals(settings.isReverseCharged()), List.copyOf(rows), entries);
    }

    private static void given(String path, List<Row> rows, Sources sources, Map<String, List<Entry>> entries) {
        if (has(rows, "Hours")) {
            read(path, "reimbursedworkhours", Kind.HOUR, true, Paging.OFFSET, sources, entries);
        }
        if (has(rows, "ProjectFees")) {
            read(path, "reimbursedprojectfees", Kind.FEE, true, Paging.TOKEN, sources, entries);
        }
        if (has(rows, "Travels")) {
            read(path, "reimbursedprojecttravelexpenses", Kind.TRAVEL, true, Paging.OFFSET, sources, entries);
        }
    }

    private static boolean has(List<Row> rows, String category) {
        return rows.stream().anyMatch(row -> category.equals(row.category()));
    }

    private static void read(
            String path,
            String list,
            Kind kind,
            boolean given,
            Paging paging,
            Sources sources,
            Map<String, List<Entry>> entries) {
        for (Listed listed : sources.list(ListRequest.of(path + "/" + list, paging), Listed.class)) {
            if (listed.invoiceRowGuid() != null) {
                entries.computeIfAbsent(listed.invoiceRowGuid(), any -> new ArrayList<>())
                        .add(listed.entry(kind, given));
            }
        }
    }
}
