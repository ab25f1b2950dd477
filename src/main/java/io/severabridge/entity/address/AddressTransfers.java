package io.severabridge.entity.address;

import io.severabridge.entity.AddressLines;
import io.severabridge.entity.Entities;
import io.severabridge.entity.NormalForms;
import io.severabridge.entity.Resources;
import io.severabridge.entity.SharedRejects;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.store.staging.Keys;
import io.severabridge.transfer.Direction;
import io.severabridge.transfer.ErpTable;
import io.severabridge.transfer.Mapping;
import io.severabridge.transfer.Part;
import io.severabridge.transfer.Resource;
import io.severabridge.transfer.Source;
import io.severabridge.transfer.Transfer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Billing addresses and other addresses of customers. */
public final class AddressTransfers {
    private static final String BILLING_ADDRESS = "billing-address";
    private static final String PATH = "/v1/addresses";

    /** A billing address is identified by being one, any other by its content. */
    private static final Resource<SeveraAddress> ADDRESSES = new Resource<>(
                    "addresses",
                    SeveraAddress.class,
                    ListRequest.of(PATH, Paging.OFFSET),
                    SeveraAddress::guid,
                    address -> new Keys(
                                    Boolean.TRUE.equals(address.isBillingAddress()) ? "billing" : null,
                                    null,
                                    Boolean.TRUE.equals(address.isBillingAddress())
                                            ? null
                                            : content(
                                                    AddressLines.normal(address.addressline()),
                                                    address.postalCode(),
                                                    address.city()))
                            .below(address.customerGuid()),
                    SeveraAddress::createdDateTime)
            .below(SeveraAddress::customerGuid);

    private AddressTransfers() {}

    public static Transfer toSevera() {
        return new Transfer(
                Entities.ADDRESS,
                Direction.TO_SEVERA,
                "Billing and other addresses of customers.",
                billing(),
                others());
    }

    public static Transfer toErp() {
        return new Transfer(
                Entities.ADDRESS, Direction.TO_ERP, "Billing and other addresses of customers.", billing(), others());
    }

    private static Part<ErpAddress, SeveraAddress, Address> billing() {
        return address(BILLING_ADDRESS, "address/billing", "billing address of customer ", AddressMapping::billingToErp)
                .inRowOf(Entities.CUSTOMER)
                .matchedBy((row, facts) -> new Keys("billing", null, null))
                .ambiguousAs(AddressRejects.SEVERAL_BILLING_ADDRESSES)
                .madeWithParent(Resources.CUSTOMERS, "headquarterAddress", AddressMapping::takes)
                .guidIn(ErpAddress::guid, "address/billing-guid")
                .onCreate(AddressMapping::billing)
                .writtenTo(ErpTable.updated("address/billing-update", ErpAddress::key));
    }

    private static Part<ErpAddress, SeveraAddress, Address> others() {
        return address(Entities.ADDRESS, "address/others", "address ", AddressMapping::otherToErp)
                .matchedBy((row, facts) -> new Keys(
                        null,
                        null,
                        content(
                                AddressLines.join(row.line1(), row.line2(), row.line3(), row.line4()),
                                row.postCode(),
                                row.city())))
                .guidIn(ErpAddress::guid, "address/other-guid")
                .identifiedBy(address -> Arrays.asList(address.lines(), address.postalCode(), address.city()))
                .onCreate(AddressMapping::other)
                .writtenTo(ErpTable.of("address/other-update", "address/other-insert", ErpAddress::key)
                        .numbered("id", "reference/next-associate"))
                .notInErp(AddressMapping::notInErp)
                .onErpCreate(AddressMapping::onErpCreate)
                .calledInSevera(address -> "address of customer "
                        + (address.customer() == null
                                ? ""
                                : NormalForms.text(address.customer().name())));
    }

    private static Part<ErpAddress, SeveraAddress, Address> address(
            String entity, String rows, String word, Mapping.ErpTarget<ErpAddress, Address> toErp) {
        return new Part<>(
                        entity,
                        ADDRESSES,
                        Source.of(rows, ErpAddress.class, ErpAddress::key, row -> word + row.key() + " " + row.name()),
                        new Mapping<>(
                                Address.class,
                                AddressMapping::fromErp,
                                AddressMapping::fromSevera,
                                AddressMapping::toSevera,
                                toErp))
                .master(company -> company.masters().customers())
                .childOf(Entities.CUSTOMER, ErpAddress::customerKey, SharedRejects.UNKNOWN_CUSTOMER)
                .absent(ErpAddress::empty)
                .createdAt(customer -> "/v1/customers/" + customer + "/addresses")
                .updatedAt(address -> PATH + "/" + address.guid())
                .lookedUpIn((address, customer) ->
                        ListRequest.of("/v1/customers/" + customer + "/addresses", Paging.OFFSET));
    }

    private static @Nullable String content(@Nullable String lines, @Nullable String postCode, @Nullable String city) {
        String content = String.join(
                "\n", lines == null ? "" : lines, postCode == null ? "" : postCode, city == null ? "" : city);
        return content.isBlank() ? null : content.strip().toLowerCase(Locale.ROOT);
    }
}
