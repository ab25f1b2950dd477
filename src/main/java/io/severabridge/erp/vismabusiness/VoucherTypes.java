package io.severabridge.erp.vismabusiness;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.statement.Statements;
import io.severabridge.failure.Finding;
import java.util.List;
import java.util.Map;

/** The types of posted vouchers that the company file calls costs. */
final class VoucherTypes {
    private static final String STATEMENT = "check/customer-vouchers";

    /** A row of the statement. */
    private record Used(int type, int lines) {}

    private VoucherTypes() {}

    /** The statements that it needs for a company. */
    static List<String> statements(Company company) {
        return company.costs() == null ? List.of() : List.of(STATEMENT);
    }

    /** A type of outgoing invoices among the costs: each invoice would come back as a cost, and be invoiced again. */
    static List<Finding> findings(Company company, ErpDatabase erp, Statements statements) {
        Company.Costs costs = company.costs();
        if (costs == null) {
            return List.of();
        }
        return erp.rows(statements.get(STATEMENT), Used.class, Map.of("types", costs.voucherTypes())).stream()
                .map(used -> Finding.error(
                        "costs-are-invoices",
                        "costs.voucher-types",
                        "voucher type " + used.type() + " has " + used.lines()
                                + " lines that debit a customer: these are outgoing invoices, and no costs",
                        "take it out of costs.voucher-types"))
                .toList();
    }
}
