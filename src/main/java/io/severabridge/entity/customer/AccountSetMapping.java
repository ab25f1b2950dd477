package io.severabridge.entity.customer;

import io.severabridge.entity.Codes;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.GuidRef;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.mapping.MappingContext;
import org.jspecify.annotations.Nullable;

/** Mapping page, AccountSetForCustomer: by the name of text type 18, below the configured main market segment. */
final class AccountSetMapping {
    private static final String ROWS = "customer/rows";

    static final AccountSet NONE = new AccountSet(null);

    private AccountSetMapping() {}

    static AccountSet fromErp(ErpCustomer row, MappingContext context) {
        if (row.accountSet() == 0) {
            return NONE;
        }
        String name = Codes.known(
                context.codes().erp().accountSets(),
                row.accountSet(),
                CustomerRejects.UNKNOWN_ACCOUNT_SET,
                context.column(ROWS, "accountSet"),
                "account set");
        if (context.codes().severa().accountSets().guid(name) == null) {
            throw new Rejected(
                    CustomerRejects.UNKNOWN_ACCOUNT_SET,
                    context.column(ROWS, "accountSet"),
                    row.accountSet() + " " + name,
                    "Severa has no market segment " + name + " below "
                            + context.company().customers().accountSetMarketSegment());
        }
        return new AccountSet(name);
    }

    static AccountSet fromSevera(SeveraMembership membership, MappingContext context) {
        SeveraMembership.Segment segment = membership.marketSegment();
        return new AccountSet(context.codes().severa().accountSets().code(segment == null ? null : segment.guid()));
    }

    static SeveraMembership toSevera(AccountSet accountSet, String customer, MappingContext context) {
        return new SeveraMembership(
                null,
                new GuidRef(customer),
                accountSet.name() == null
                        ? null
                        : SeveraMembership.Segment.to(
                                context.codes().severa().accountSets().guid(accountSet.name())),
                null,
                null);
    }

    static ErpValues toErp(AccountSet accountSet, @Nullable ErpCustomer now, MappingContext context) {
        return new ErpValues()
                .with(
                        "accountSet",
                        accountSet.name() == null
                                ? 0
                                : Codes.numberOf(
                                        context.codes().erp().accountSets(),
                                        accountSet.name(),
                                        CustomerRejects.UNKNOWN_ACCOUNT_SET,
                                        "account set"));
    }
}
