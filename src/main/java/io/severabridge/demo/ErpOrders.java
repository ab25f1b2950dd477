package io.severabridge.demo;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.statement.Statements;
import io.severabridge.job.ErpSystems;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows the orders that the ERP has got. */
public final class ErpOrders {
    /** A row of {@code demo/order-lines.sql}. */
    record Line(
            int orderNo,
            int lineNumber,
            String customer,
            String product,
            String description,
            BigDecimal quantity,
            BigDecimal price,
            int employee) {}

    private ErpOrders() {}

    public static void show(Company company, PrintWriter out) {
        try (ErpDatabase erp = ErpDatabase.existing(company.erp())) {
            Statements statements = ErpSystems.of(company).statements(company);
            List<Line> lines = erp.rows(statements.get("demo/order-lines"), Line.class, Map.of());
            int order = 0;
            for (Line line : lines) {
                if (line.orderNo() != order) {
                    order = line.orderNo();
                    out.println("  order " + order + " of " + line.customer());
                }
                out.println(text(line));
            }
        }
    }

    private static String text(Line line) {
        boolean counts = line.quantity().signum() != 0;
        String amount = counts
                ? String.format(
                        Locale.ROOT,
                        "%9s x %9s = %11s",
                        line.quantity().toPlainString(),
                        line.price().setScale(2, RoundingMode.HALF_UP),
                        line.quantity().multiply(line.price()).setScale(2, RoundingMode.HALF_UP))
                : "";
        return String.format(
                        Locale.ROOT,
                        "    %2d  %-5s %-80s %s",
                        line.lineNumber(),
                        line.product(),
                        line.description(),
                        amount)
                .stripTrailing();
    }
}
