package io.severabridge.entity.address;

import io.severabridge.entity.AddressLines;
import io.severabridge.entity.Entities;
import io.severabridge.entity.NormalForms;
import io.severabridge.entity.Resources;
import io.severabridge.entity.SharedRejects;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.ErpSource;
import io.severabridge.sync.definition.ErpSourceBuilder;
import io.severabridge.sync.definition.ErpTable;
import io.severabridge.sync.definition.MatchKeys;
import io.severabridge.sync.definition.SeveraResource;
import io.severabridge.sync.definition.SeveraSide;
import io.severabridge.sync.definition.Transfer;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.mapping.RecordMapping;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Billing addresses and other addresses of customers. */
public final class AddressTransfers {
    private static final String BILLING_ADDRESS = "billing-address";
    private static final String BILLING = "billing";
    private static final String PATH = "/v1/addresses";

    private static final MatchKeys<ErpAddress, SeveraAddress> BEING_IT =
            MatchKeys.code(row -> BILLING, address -> Boolean.TRUE.equals(address.isBillingAddress()) ? BILLING : null);

    private static final MatchKeys<ErpAddress, SeveraAddress> CONTENT =
            MatchKeys.content((row, context) -> content(row), AddressTransfers::content);

    /** A billing address is identified by being one, any other by its content. */
    private static final SeveraResource<SeveraAddress> ADDRESSES = SeveraResource.of(
                    "addresses",
                    SeveraAddress.class,
                    ListRequest.of(PATH, Paging.OFFSET),
                    SeveraAddress::guid,
                    SeveraAddress::createdDateTime)
            .matchedBy(BEING_IT.and(CONTENT))
            .matchedBelow(SeveraAddress::customerGuid)
            .build();

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

    private static EntityDefinition<ErpAddress, SeveraAddress, Address> billing() {
        return EntityDefinition.of(
                        BILLING_ADDRESS,
                        rows("address/billing", "billing address of customer ")
                                .inRowOf(Entities.CUSTOMER)
                                .guidIn(ErpAddress::guid, "address/billing-guid")
                                .writtenTo(ErpTable.updated("address/billing-update", ErpAddress::key))
                                .build(),
                        severa().build(),
                        mapping(AddressMapping::billingToErp)
                                .onCreate(AddressMapping::billing)
                                .build())
                .master(company -> company.masters().customers())
                .belongs(to -> to.childOf(Entities.CUSTOMER, ErpAddress::customerKey, SharedRejects.UNKNOWN_CUSTOMER)
                        .madeWithParent(Resources.CUSTOMERS, "headquarterAddress", AddressMapping::takes))
                .match(rules -> rules.by(BEING_IT).ambiguousAs(AddressRejects.SEVERAL_BILLING_ADDRESSES))
                .scope(new AddressScope())
                .undo(rules -> rules.notLookedAt("it is columns of its customer"))
                .build();
    }

    private static EntityDefinition<ErpAddress, SeveraAddress, Address> others() {
        return EntityDefinition.of(
                        Entities.ADDRESS,
                        rows("address/others", "address ")
                                .guidIn(ErpAddress::guid, "address/other-guid")
                                .writtenTo(ErpTable.of("address/other-update", "address/other-insert", ErpAddress::key)
                                        .numbered("id", "reference/next-associate"))
                                .build(),
                        severa().called(AddressTransfers::label).build(),
                        mapping(AddressMapping::otherToErp)
                                .onCreate(AddressMapping::other)
                                .onErpCreate(AddressMapping::onErpCreate)
                                .build())
                .master(company -> company.masters().customers())
                .belongs(to -> to.childOf(Entities.CUSTOMER, ErpAddress::customerKey, SharedRejects.UNKNOWN_CUSTOMER))
                .match(rules -> rules.by(CONTENT)
                        .identifiedBy(address -> Arrays.asList(address.lines(), address.postalCode(), address.city())))
                .scope(new AddressScope())
                .undo(rules -> rules.notLookedAt("it goes with its customer, which is looked at"))
                .build();
    }

    private static ErpSourceBuilder<ErpAddress> rows(String statement, String word) {
        return ErpSource.of(statement, ErpAddress.class, ErpAddress::key, row -> word + row.key() + " " + row.name());
    }

    private static SeveraSide.Builder<SeveraAddress> severa() {
        return SeveraSide.of(ADDRESSES)
                .createdAt(customer -> "/v1/customers/" + customer + "/addresses")
                .updatedAt(address -> PATH + "/" + address.guid());
    }

    private static RecordMapping.Builder<ErpAddress, SeveraAddress, Address> mapping(
            RecordMapping.ToErp<ErpAddress, Address> toErp) {
        return RecordMapping.bothWays(
                        Address.class,
                        AddressMapping::fromErp,
                        AddressMapping::fromSevera,
                        AddressMapping::toSevera,
                        toErp)
                .lookedUpIn((address, customer) ->
                        ListRequest.of("/v1/customers/" + customer + "/addresses", Paging.OFFSET));
    }

    private static String label(SeveraAddress address) {
        return "address of customer "
                + (address.customer() == null
                        ? ""
                        : NormalForms.text(address.customer().name()));
    }

    private static @Nullable String content(ErpAddress row) {
        return content(
                AddressLines.join(row.line1(), row.line2(), row.line3(), row.line4()), row.postCode(), row.city());
    }

    private static @Nullable String content(SeveraAddress address) {
        return Boolean.TRUE.equals(address.isBillingAddress())
                ? null
                : content(AddressLines.normal(address.addressline()), address.postalCode(), address.city());
    }

    private static @Nullable String content(@Nullable String lines, @Nullable String postCode, @Nullable String city) {
        String content = String.join(
                "\n", lines == null ? "" : lines, postCode == null ? "" : postCode, city == null ? "" : city);
        return content.isBlank() ? null : content.strip().toLowerCase(Locale.ROOT);
    }
}
