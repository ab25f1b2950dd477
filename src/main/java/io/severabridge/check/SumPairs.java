package io.severabridge.check;

import io.severabridge.report.ReportPage.Table;
import io.severabridge.sync.record.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Sums of both sides, by what they are of. */
final class SumPairs {
    /** Both sides of one sum. */
    static final class Pair {
        private long erpRecords;
        private long severaRecords;
        private BigDecimal erp = BigDecimal.ZERO;
        private BigDecimal severa = BigDecimal.ZERO;
        private boolean named;

        void addErp(long records, BigDecimal amount) {
            erpRecords += records;
            erp = erp.add(amount);
        }

        void addSevera(BigDecimal amount) {
            severaRecords++;
            severa = severa.add(amount);
        }

        /** A record among the differences says why they differ. */
        void setNamed() {
            named = true;
        }

        boolean agrees() {
            return erpRecords == severaRecords && !Amounts.differ(erp, severa);
        }
    }

    private final Map<String, Map<String, Pair>> sums = new TreeMap<>();

    Pair pair(String what, String of) {
        return sums.computeIfAbsent(what, any -> new TreeMap<>()).computeIfAbsent(of, any -> new Pair());
    }

    /** Something else says why they differ. */
    void named(String what) {
        sums.getOrDefault(what, Map.of()).values().forEach(Pair::setNamed);
    }

    /** The sums that do not agree, or all. */
    Table table(boolean all) {
        List<List<String>> rows = new ArrayList<>();
        sums.forEach((what, pairs) -> pairs.forEach((of, pair) -> {
            if (all || !pair.agrees()) {
                rows.add(List.of(
                        what,
                        of,
                        String.valueOf(pair.erpRecords),
                        String.valueOf(pair.severaRecords),
                        plain(pair.erp),
                        plain(pair.severa),
                        pair.agrees() ? "" : "error"));
            }
        }));
        long agreed = pairs().filter(Pair::agrees).count();
        return new Table(
                "Sums",
                "hours by project, costs by project and currency, invoices by currency"
                        + (all || agreed == 0 ? "" : "; " + agreed + " that agree are not shown"),
                List.of("what", "of", "records in the ERP", "records in Severa", "ERP", "Severa", "differs"),
                rows);
    }

    private Stream<Pair> pairs() {
        return sums.values().stream().flatMap(pairs -> pairs.values().stream());
    }

    /** Sums that differ, and no record among the differences that says why. */
    long differences() {
        return pairs().filter(pair -> !pair.agrees() && !pair.named).count();
    }

    static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
