package io.severabridge.entity.customer;

import io.severabridge.entity.Entities;
import io.severabridge.entity.Resources;
import io.severabridge.entity.SharedRejects;
import io.severabridge.severa.GuidRef;
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
import java.util.Map;

/** Customers, with the account set as market segment. */
public final class CustomerTransfers {
    private static final String MARKET_SEGMENT = "market-segment";
    private static final String PATH = "/v1/customers";
    private static final ListRequest LIST = ListRequest.of(PATH, Paging.TOKEN);
    private static final String MEMBERSHIPS = "/v1/customermarketsegments";

    private static final MatchKeys<ErpCustomer, SeveraCustomer> KEYS = MatchKeys.number(
                    ErpCustomer::number, SeveraCustomer::number)
            .and(MatchKeys.name(ErpCustomer::name, SeveraCustomer::name));

    private static final MatchKeys<ErpCustomer, SeveraMembership> ONE_OF_A_CUSTOMER =
            MatchKeys.content((row, context) -> "account set", membership -> "account set");

    private static final SeveraResource<SeveraCustomer> CUSTOMERS = SeveraResource.of(
                    Resources.CUSTOMERS,
                    SeveraCustomer.class,
                    LIST,
                    SeveraCustomer::guid,
                    SeveraCustomer::createdDateTime)
            .matchedBy(KEYS)
            .only(customer -> !Boolean.TRUE.equals(customer.isInternal()))
            .build();

    private CustomerTransfers() {}

    public static Transfer toSevera(String accountSetMain) {
        return new Transfer(
                Entities.CUSTOMER,
                Direction.TO_SEVERA,
                "Customers, and their account set as market segment.",
                customer(severa().build()),
                accountSet(accountSetMain));
    }

    /** {@code projects} is the resource whose records make a customer one that goes to the ERP. */
    public static Transfer toErp(String accountSetMain, SeveraResource<?> projects) {
        return new Transfer(
                Entities.CUSTOMER,
                Direction.TO_ERP,
                "Customers with a won project, and their market segment as account set.",
                customer(severa().eligibleBy(projects).build()),
                accountSet(accountSetMain));
    }

    private static EntityDefinition<ErpCustomer, SeveraCustomer, Customer> customer(SeveraSide<SeveraCustomer> severa) {
        return EntityDefinition.of(Entities.CUSTOMER, erp(), severa, mapping())
                .master(company -> company.masters().customers())
                .match(rules ->
                        rules.by(KEYS).identifiedBy(customer -> Arrays.asList(customer.name(), customer.vatNumber())))
                .scope(new CustomerScope())
                .undo(rules -> rules.usedIn("orders", "customer/used-in-orders")
                        .usedIn("projects", "customer/used-in-projects", Entities.PROJECT)
                        .usedIn("associates", "customer/used-in-associates", Entities.CONTACT, Entities.ADDRESS)
                        .usedInSevera(ListRequest.of("/v1/projects", Paging.TOKEN), "customer"))
                .build();
    }

    private static ErpSource<ErpCustomer> erp() {
        return rows().guidIn(ErpCustomer::guid, "customer/guid")
                .writtenTo(ErpTable.of("customer/update", "customer/insert", ErpCustomer::key)
                        .numbered("id", "reference/next-associate")
                        .numberedBySeries("number", "customer/next-number"))
                .numberedByErp("number")
                .like(company -> company.customers().template())
                .build();
    }

    private static ErpSourceBuilder<ErpCustomer> rows() {
        return ErpSource.of("customer/rows", ErpCustomer.class, ErpCustomer::key, ErpCustomer::label);
    }

    private static SeveraSide.Builder<SeveraCustomer> severa() {
        return SeveraSide.of(CUSTOMERS)
                .createdAt(PATH)
                .updatedAt(customer -> PATH + "/" + customer.guid())
                .called(customer ->
                        "customer " + (customer.number() == null ? "" : customer.number() + " ") + customer.name());
    }

    private static RecordMapping<ErpCustomer, SeveraCustomer, Customer> mapping() {
        return RecordMapping.bothWays(
                        Customer.class,
                        CustomerMapping::fromErp,
                        CustomerMapping::fromSevera,
                        CustomerMapping::toSevera,
                        CustomerMapping::toErp)
                .lookedUpIn((customer, parent) -> LIST.with("numbers", String.valueOf(customer.number())))
                .build();
    }

    private static EntityDefinition<ErpCustomer, SeveraMembership, AccountSet> accountSet(String main) {
        return EntityDefinition.of(
                        MARKET_SEGMENT,
                        rows().inRowOf(Entities.CUSTOMER)
                                .writtenTo(ErpTable.updated("customer/account-set-update", ErpCustomer::key))
                                .build(),
                        SeveraSide.of(memberships(main))
                                .replacedWhenChanged()
                                .createdAt(MEMBERSHIPS)
                                .updatedAt(membership -> MEMBERSHIPS + "/" + membership.guid())
                                .called(SeveraMembership::label)
                                .build(),
                        accountSetMapping(main))
                .enabled(company -> company.customers().accountSetMarketSegment() != null)
                .master(company -> company.masters().customers())
                .belongs(to -> to.childOf(Entities.CUSTOMER, ErpCustomer::key, SharedRejects.UNKNOWN_CUSTOMER)
                        .parentIn(Resources.CUSTOMERS))
                .match(rules -> rules.by(ONE_OF_A_CUSTOMER).onlyOne(CustomerRejects.SEVERAL_ACCOUNT_SETS))
                .scope(new AccountSetScope())
                .undo(rules -> rules.notLookedAt("it is columns of its customer"))
                .build();
    }

    /** Memberships of other main segments are not ours. */
    private static SeveraResource<SeveraMembership> memberships(String main) {
        return SeveraResource.of(
                        "customermarketsegments",
                        SeveraMembership.class,
                        ListRequest.of(MEMBERSHIPS, Paging.OFFSET),
                        SeveraMembership::guid,
                        SeveraMembership::createdDateTime)
                .matchedBy(ONE_OF_A_CUSTOMER)
                .only(membership -> main.equals(GuidRef.guidOf(membership.parentMarketSegment())))
                .matchedBelow(membership -> GuidRef.guidOf(membership.customer()))
                .readPerParent(CustomerTransfers::membershipsOf)
                .build();
    }

    private static RecordMapping<ErpCustomer, SeveraMembership, AccountSet> accountSetMapping(String main) {
        return RecordMapping.bothWays(
                        AccountSet.class,
                        AccountSetMapping::fromErp,
                        AccountSetMapping::fromSevera,
                        AccountSetMapping::toSevera,
                        AccountSetMapping::toErp)
                .mayBeMissing(row -> AccountSetMapping.NONE)
                .addedBySevera(accountSet -> Map.of("parentMarketSegment", Map.of("guid", main)))
                .lookedUpIn((accountSet, customer) -> membershipsOf(customer))
                .build();
    }

    private static ListRequest membershipsOf(String customer) {
        return ListRequest.of(PATH + "/" + customer + "/customermarketsegments", Paging.OFFSET);
    }
}
