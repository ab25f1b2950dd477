package io.severabridge.entity.paymentstatus;

import io.severabridge.company.Company;
import io.severabridge.company.Company.Master;
import io.severabridge.entity.Entities;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.store.staging.Keys;
import io.severabridge.transfer.Direction;
import io.severabridge.transfer.Mapping;
import io.severabridge.transfer.Part;
import io.severabridge.transfer.Resource;
import io.severabridge.transfer.Source;
import io.severabridge.transfer.Transfer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Payments, from the ERP to Severa. */
public final class PaymentTransfers {
    private static final String PATH = "/v1/invoices";

    private static final Resource<SeveraPayment> INVOICES = new Resource<>(
            "invoices",
            SeveraPayment.class,
            ListRequest.of(PATH, Paging.TOKEN),
            SeveraPayment::guid,
            invoice -> Keys.NONE,
            SeveraPayment::createdDateTime);

    private PaymentTransfers() {}

    public static Transfer toSevera() {
        return new Transfer(
                Entities.PAYMENT_STATUS,
                Direction.TO_SEVERA,
                "Invoices that the ERP says are paid get the status for it.",
                new Part<>(
                                Entities.PAYMENT_STATUS,
                                INVOICES,
                                Source.of("payment-status/rows", ErpPayment.class, ErpPayment::key, ErpPayment::label),
                                new Mapping<>(
                                        Payment.class,
                                        PaymentMapping::fromErp,
                                        PaymentMapping::fromSevera,
                                        PaymentMapping::toSevera,
                                        PaymentMapping::toErp))
                        .enabled(PaymentTransfers::enabled)
                        .facetOfLinked(Entities.INVOICE)
                        .parameters(company -> Map.of("byOpenEntries", openEntries(company) == null ? 0 : 1))
                        .rowsOf(company -> "all " + company.paymentStatus())
                        .allowedTo("invoices:read", "invoices:write")
                        .master(company -> Master.ERP)
                        .checked((company, codes, sources) -> PaymentMapping.missing(company, codes))
                        .updatedAt(invoice -> PATH + "/" + invoice.guid()));
    }

    private static @Nullable String openEntries(Company company) {
        return company.paymentStatus() == null ? null : company.paymentStatus().openEntries();
    }

    private static boolean enabled(Company company) {
        return company.paymentStatus() != null && company.paymentStatus().enabled();
    }
}
