package io.severabridge.entity.paymentstatus;

import io.severabridge.company.Company;
import io.severabridge.company.Company.Master;
import io.severabridge.entity.Entities;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.ErpSource;
import io.severabridge.sync.definition.SeveraResource;
import io.severabridge.sync.definition.SeveraSide;
import io.severabridge.sync.definition.Transfer;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.mapping.RecordMapping;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Payments, from the ERP to Severa. */
public final class PaymentTransfers {
    private static final String PATH = "/v1/invoices";

    private static final SeveraResource<SeveraPayment> INVOICES = SeveraResource.of(
                    "invoices",
                    SeveraPayment.class,
                    ListRequest.of(PATH, Paging.TOKEN),
                    SeveraPayment::guid,
                    SeveraPayment::createdDateTime)
            .build();

    private PaymentTransfers() {}

    public static Transfer toSevera() {
        return new Transfer(
                Entities.PAYMENT_STATUS,
                Direction.TO_SEVERA,
                "Invoices that the ERP says are paid get the status for it.",
                EntityDefinition.of(Entities.PAYMENT_STATUS, erp(), severa(), mapping())
                        .enabled(PaymentTransfers::enabled)
                        .master(company -> Master.ERP)
                        .belongs(to -> to.facetOfLinked(Entities.INVOICE))
                        .checked((company, codes, sources) -> PaymentMapping.missing(company, codes))
                        .build());
    }

    private static ErpSource<ErpPayment> erp() {
        return ErpSource.of("payment-status/rows", ErpPayment.class, ErpPayment::key, ErpPayment::label)
                .parameters(company -> Map.of("byOpenEntries", openEntries(company) == null ? 0 : 1))
                .rowsOf(company -> "all " + company.paymentStatus())
                .build();
    }

    private static SeveraSide<SeveraPayment> severa() {
        return SeveraSide.of(INVOICES)
                .allowedTo("invoices:read", "invoices:write")
                .updatedAt(invoice -> PATH + "/" + invoice.guid())
                .build();
    }

    private static RecordMapping<ErpPayment, SeveraPayment, Payment> mapping() {
        return RecordMapping.onlyToSevera(
                        Payment.class, PaymentMapping::fromErp, PaymentMapping::fromSevera, PaymentMapping::toSevera)
                .build();
    }

    private static @Nullable String openEntries(Company company) {
        return company.paymentStatus() == null ? null : company.paymentStatus().openEntries();
    }

    private static boolean enabled(Company company) {
        return company.paymentStatus() != null && company.paymentStatus().enabled();
    }
}
