package io.severabridge.entity.invoice;

import io.severabridge.company.Company;
import io.severabridge.entity.Entities;
import io.severabridge.reference.CodeTables;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.severa.PatchOperation;
import io.severabridge.sync.definition.DocumentDefinition;
import io.severabridge.sync.definition.DocumentSource;
import io.severabridge.sync.definition.DocumentTarget;
import io.severabridge.sync.definition.SeveraResource;
import io.severabridge.sync.definition.Transfer;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.mapping.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Invoices, from Severa to the ERP. */
public final class InvoiceTransfers {
    /** A row of {@code invoice/products.sql}. */
    record Product(String number) {}

    private InvoiceTransfers() {}

    /** Users and projects are those of Severa: the invoices refer to them. */
    public static Transfer toErp(SeveraResource<?> users, SeveraResource<?> projects) {
        return new Transfer(
                Entities.INVOICE,
                Direction.TO_ERP,
                "Invoices with the status that asks for it become orders, each once.",
                DocumentDefinition.of(Entities.INVOICE, invoices(users, projects), orders())
                        .enabled(company -> company.invoices() != null)
                        .triedAgain(company -> "the invoice is \""
                                + settings(company).status().failed() + "\" now: set it to \""
                                + settings(company).status().transfer() + "\" again when it is fixed")
                        .checked(InvoiceTransfers::missing)
                        .build());
    }

    private static DocumentSource<SeveraInvoice, InvoiceDetails> invoices(
            SeveraResource<?> users, SeveraResource<?> projects) {
        return DocumentSource.of(
                        SeveraInvoice.class,
                        SeveraInvoice::guid,
                        withStatus(Company.InvoiceStatuses::transfer),
                        InvoiceReading::details)
                .called(SeveraInvoice::label)
                .allowedTo("invoices:read", "invoices:write")
                .reads(users, projects)
                .inOrder(Comparator.comparing(SeveraInvoice::number, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(SeveraInvoice::guid))
                .leftAlone(InvoiceTransfers::tooEarly)
                .total(SeveraInvoice::total)
                .told(
                        invoice -> "/v1/invoices/" + invoice.guid(),
                        status(Company.InvoiceStatuses::transferred),
                        status(Company.InvoiceStatuses::failed))
                .leftIn(withStatus(Company.InvoiceStatuses::failed))
                .build();
    }

    private static DocumentTarget<SeveraInvoice, InvoiceDetails, ErpSurroundings> orders() {
        return new DocumentTarget<>(
                new DocumentTarget.Erp(
                        "invoice/existing",
                        "invoice/linked",
                        "invoice/lines",
                        "invoice/next-number",
                        "invoice/insert",
                        "invoice/line-insert",
                        "invoice/hour-update"),
                ErpSurroundings::read,
                InvoiceMapping::order,
                List.of("invoice/customer", "invoice/employees", "invoice/products", "reference/currency-rates"));
    }

    private static boolean tooEarly(SeveraInvoice invoice, Company company) {
        LocalDate from = settings(company).from();
        return from != null && invoice.date() != null && invoice.date().isBefore(from);
    }

    private static BiFunction<Company, CodeTables, ListRequest> withStatus(
            Function<Company.InvoiceStatuses, String> which) {
        return (company, codes) ->
                ListRequest.of("/v1/invoices", Paging.TOKEN).with("invoiceStatusGuids", guid(company, codes, which));
    }

    private static DocumentSource.Told status(Function<Company.InvoiceStatuses, String> which) {
        return (company, codes) -> List.of(PatchOperation.replace("/status/guid", guid(company, codes, which)));
    }

    private static String guid(Company company, CodeTables codes, Function<Company.InvoiceStatuses, String> which) {
        String name = which.apply(settings(company).status());
        return Objects.requireNonNull(codes.severa().invoiceStatuses().get(name), name);
    }

    private static Company.Invoices settings(Company company) {
        return Objects.requireNonNull(company.invoices());
    }

    /** Statuses that Severa must have, and products that the ERP must have, before the first invoice. */
    private static List<String> missing(Company company, CodeTables codes, Sources sources) {
        List<String> missing = new ArrayList<>();
        Company.InvoiceStatuses status = settings(company).status();
        Map<String, String> named = new TreeMap<>(
                Map.of("transfer", status.transfer(), "transferred", status.transferred(), "failed", status.failed()));
        Map<String, String> known = codes.severa().invoiceStatuses();
        named.forEach((key, name) -> {
            if (!known.containsKey(name)) {
                missing.add("invoices.status." + key + ": Severa has no active invoice status " + name + ", only "
                        + String.join(", ", new TreeSet<>(known.keySet())));
            }
        });
        Company.Invoices settings = settings(company);
        missing.addAll(ChosenColumns.unfit(settings, sources));
        Map<String, String> products = new TreeMap<>();
        products.put("default-product", settings.defaultProduct());
        products.put("hour-product", settings.hourProduct());
        products.put("travel-expense-product", settings.travelExpenseProduct());
        if (settings.notesProduct() != null) {
            products.put("notes-product", settings.notesProduct());
        }
        Set<String> there = sources
                .rows(
                        "invoice/products",
                        Product.class,
                        Map.of("products", List.copyOf(new TreeSet<>(products.values()))))
                .stream()
                .map(Product::number)
                .collect(Collectors.toSet());
        products.forEach((key, number) -> {
            if (!there.contains(number)) {
                missing.add("invoices." + key + ": the ERP has no product " + number);
            }
        });
        return missing;
    }
}
