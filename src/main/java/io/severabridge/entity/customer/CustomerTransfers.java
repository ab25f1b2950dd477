package io.severabridge.entity.customer;

import io.severabridge.entity.Entities;
import io.severabridge.entity.Groups;
import io.severabridge.entity.Resources;
import io.severabridge.entity.SharedRejects;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.severa.Pointer;
import io.severabridge.store.staging.Keys;
import io.severabridge.transfer.Direction;
import io.severabridge.transfer.ErpTable;
import io.severabridge.transfer.Mapping;
import io.severabridge.transfer.Part;
import io.severabridge.transfer.Resource;
import io.severabridge.transfer.Skip;
import io.severabridge.transfer.Source;
import io.severabridge.transfer.Texts;
import io.severabridge.transfer.Transfer;
import java.util.Arrays;
import java.util.Map;

/** Customers, with the account set as market segment. */
public final class CustomerTransfers {
    private static final String MARKET_SEGMENT = "market-segment";
    private static final String PATH = "/v1/customers";
    private static final ListRequest LIST = ListRequest.of(PATH, Paging.TOKEN);
    private static final String MEMBERSHIPS = "/v1/customermarketsegments";

    private static final Resource<SeveraCustomer> CUSTOMERS = new Resource<>(
                    Resources.CUSTOMERS,
                    SeveraCustomer.class,
                    LIST,
                    SeveraCustomer::guid,
                    customer -> new Keys(
                            customer.number() == null ? null : Texts.number(String.valueOf(customer.number())),
                            null,
                            Texts.folded(customer.name())),
                    SeveraCustomer::createdDateTime)
            .only(customer -> !Boolean.TRUE.equals(customer.isInternal()));

    private static final Source<ErpCustomer> ROWS =
            Source.of("customer/rows", ErpCustomer.class, ErpCustomer::key, ErpCustomer::label);

    private CustomerTransfers() {}

    public static Transfer toSevera(String accountSetMain) {
        return new Transfer(
                Entities.CUSTOMER,
                Direction.TO_SEVERA,
                "Customers, and their account set as market segment.",
                customer(),
                accountSet(accountSetMain));
    }

    /** {@code projects} is the resource whose records make a customer one that goes to the ERP. */
    public static Transfer toErp(String accountSetMain, Resource<?> projects) {
        return new Transfer(
                Entities.CUSTOMER,
                Direction.TO_ERP,
                "Customers with a won project, and their market segment as account set.",
                customer().eligibleBy(projects),
                accountSet(accountSetMain));
    }

    private static Part<ErpCustomer, SeveraCustomer, Customer> customer() {
        return new Part<>(
                        Entities.CUSTOMER,
                        CUSTOMERS,
                        ROWS,
                        new Mapping<>(
                                Customer.class,
                                CustomerMapping::fromErp,
                                CustomerMapping::fromSevera,
                                CustomerMapping::toSevera,
                                CustomerMapping::toErp))
                .master(company -> company.masters().customers())
                .matchedBy((row, facts) ->
                        new Keys(Texts.number(String.valueOf(row.number())), null, Texts.folded(row.name())))
                .guidIn(ErpCustomer::guid, "customer/guid")
                .identifiedBy(customer -> Arrays.asList(customer.name(), customer.vatNumber()))
                .excluded((row, company) -> Groups.in(company.customers().exclude(), row.excludeGroup()))
                .excludedUnlessLinked(company -> company.customers().exclude() != null
                        && company.customers()
                                .exclude()
                                .equals(company.customers().inactive()))
                .notCreated((row, company) ->
                        Groups.in(company.customers().inactive(), row.inactiveGroup()) ? Skip.INACTIVE : null)
                .createdAt(PATH)
                .updatedAt(customer -> PATH + "/" + customer.guid())
                .lookedUpIn((customer, parent) -> LIST.with("numbers", String.valueOf(customer.number())))
                .writtenTo(ErpTable.of("customer/update", "customer/insert", ErpCustomer::key)
                        .numbered("id", "reference/next-associate")
                        .numberedBySeries("number", "customer/next-number"))
                .numberedByErp("number")
                .usedIn("orders", "customer/used-in-orders")
                .usedIn("projects", "customer/used-in-projects", Entities.PROJECT)
                .usedIn("associates", "customer/used-in-associates", Entities.CONTACT, Entities.ADDRESS)
                .usedInSevera(ListRequest.of("/v1/projects", Paging.TOKEN), "customer")
                .notInErp(CustomerMapping::notInErp)
                .like(company -> company.customers().template())
                .calledInSevera(customer ->
                        "customer " + (customer.number() == null ? "" : customer.number() + " ") + customer.name());
    }

    /** Memberships of other main segments are not ours. */
    private static Part<ErpCustomer, SeveraMembership, AccountSet> accountSet(String main) {
        Resource<SeveraMembership> memberships = new Resource<>(
                        "customermarketsegments",
                        SeveraMembership.class,
                        ListRequest.of(MEMBERSHIPS, Paging.OFFSET),
                        SeveraMembership::guid,
                        membership -> new Keys(null, null, "account set").below(Pointer.guidOf(membership.customer())),
                        SeveraMembership::createdDateTime)
                .only(membership -> main.equals(Pointer.guidOf(membership.parentMarketSegment())))
                .below(membership -> Pointer.guidOf(membership.customer()))
                .readPerParent(CustomerTransfers::membershipsOf);
        return new Part<>(
                        MARKET_SEGMENT,
                        memberships,
                        ROWS,
                        new Mapping<>(
                                AccountSet.class,
                                AccountSetMapping::fromErp,
                                AccountSetMapping::fromSevera,
                                AccountSetMapping::toSevera,
                                AccountSetMapping::toErp))
                .enabled(company -> company.customers().accountSetMarketSegment() != null)
                .master(company -> company.masters().customers())
                .childOf(Entities.CUSTOMER, ErpCustomer::key, SharedRejects.UNKNOWN_CUSTOMER)
                .inRowOf(Entities.CUSTOMER)
                .onlyOne(CustomerRejects.SEVERAL_ACCOUNT_SETS)
                .matchedBy((row, facts) -> new Keys(null, null, "account set"))
                .absent(row -> row.accountSet() == 0)
                .mayBeMissing(row -> AccountSetMapping.NONE)
                .parentIn(Resources.CUSTOMERS)
                .addedBySevera(accountSet -> Map.of("parentMarketSegment", Map.of("guid", main)))
                .writtenTo(ErpTable.updated("customer/account-set-update", ErpCustomer::key))
                .replacedWhenChanged()
                .createdAt(MEMBERSHIPS)
                .updatedAt(membership -> MEMBERSHIPS + "/" + membership.guid())
                .lookedUpIn((accountSet, customer) -> membershipsOf(customer))
                .calledInSevera(SeveraMembership::label);
    }

    private static ListRequest membershipsOf(String customer) {
        return ListRequest.of(PATH + "/" + customer + "/customermarketsegments", Paging.OFFSET);
    }
}
