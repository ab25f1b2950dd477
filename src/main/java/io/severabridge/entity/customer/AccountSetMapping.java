package io.severabridge.entity.customer;

import io.severabridge.entity.Codes;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.Pointer;
import io.severabridge.transfer.ErpValues;
import io.severabridge.transfer.MappingContext;
import org.jspecify.annotations.Nullable;

/** Mapping page, AccountSetForCustomer: by the name of text type 18, below the configured main market segment. */
final class AccountSetMapping {
    private static final String ROWS = "customer/rows";

    static final AccountSet NONE = new AccountSet(null);

    private AccountSetMapping() {}

    static AccountSet fromErp(ErpCustomer row, MappingContext facts) {
        if (row.accountSet() == 0) {
            return NONE;
        }
        String name = Codes.known(
                facts.codes().erp().accountSets(),
                row.accountSet(),
                CustomerRejects.UNKNOWN_ACCOUNT_SET,
                facts.column(ROWS, "accountSet"),
                "account set");
        if (facts.codes().severa().accountSets().guid(name) == null) {
            throw new Rejected(
                    CustomerRejects.UNKNOWN_ACCOUNT_SET,
                    facts.column(ROWS, "accountSet"),
                    row.accountSet() + " " + name,
                    "Severa has no market segment " + name + " below "
                            + facts.company().customers().accountSetMarketSegment());
        }
        return new AccountSet(name);
    }

    static AccountSet fromSevera(SeveraMembership membership, MappingContext facts) {
        SeveraMembership.Segment segment = membership.marketSegment();
        return new AccountSet(facts.codes().severa().accountSets().code(segment == null ? null : segment.guid()));
    }

    static SeveraMembership toSevera(AccountSet accountSet, String customer, MappingContext facts) {
        return new SeveraMembership(
                null,
                new Pointer(customer),
                accountSet.name() == null
                        ? null
                        : SeveraMembership.Segment.to(
                                facts.codes().severa().accountSets().guid(accountSet.name())),
                null,
                null);
    }

    static ErpValues toErp(AccountSet accountSet, @Nullable ErpCustomer now, MappingContext facts) {
        return new ErpValues()
                .with(
                        "accountSet",
                        accountSet.name() == null
                                ? 0
                                : Codes.numberOf(
                                        facts.codes().erp().accountSets(),
                                        accountSet.name(),
                                        CustomerRejects.UNKNOWN_ACCOUNT_SET,
                                        "account set"));
    }
}
