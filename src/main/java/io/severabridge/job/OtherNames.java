package io.severabridge.job;

import io.severabridge.company.Company;
import io.severabridge.erp.statement.Statements;
import io.severabridge.erp.statement.Use;
import io.severabridge.failure.Similar;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.reference.CodeTablesReader;
import io.severabridge.reference.NumberSeries;
import io.severabridge.sync.definition.StepDefinition;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The names of {@code erp.columns}: one that no statement uses would change nothing, and hide a slip of the pen. */
final class OtherNames {
    private OtherNames() {}

    /** What is wrong with them, a sentence each. */
    static List<String> problems(Company company, Statements statements) {
        SortedSet<String> known = known(company, statements);
        return company.erp().columns().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> "erp.columns: no statement uses " + name + Similar.to(name, known))
                .toList();
    }

    static void check(Company company, Statements statements) {
        List<String> problems = problems(company, statements);
        if (!problems.isEmpty()) {
            throw new WrongSetUp(String.join("\n  ", problems));
        }
    }

    /** Tables and columns of all transfers, also of those that the company has not switched on. */
    private static SortedSet<String> known(Company company, Statements statements) {
        List<StepDefinition> parts = Transfers.all("").values().stream()
                .flatMap(transfer -> transfer.parts().stream())
                .toList();
        Stream<Use> read = Stream.of(
                        CodeTablesReader.statements(company).stream(),
                        NumberSeries.statements(company).stream(),
                        ErpSystems.of(company).checkStatements(company, true).stream(),
                        parts.stream().flatMap(part -> part.statements().stream()))
                .flatMap(names -> names)
                .distinct()
                .filter(statements::has)
                .map(name -> statements.get(name).uses())
                .flatMap(Collection::stream);
        Stream<Use> written = parts.stream()
                .flatMap(part -> Stream.concat(part.writes().stream(), part.guidWrites().stream()))
                .distinct()
                .filter(statements::has)
                .map(name -> statements.write(name).uses())
                .flatMap(Collection::stream);
        SortedSet<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Stream.concat(read, written).forEach(use -> {
            known.add(use.table());
            known.add(use.table() + "." + use.column());
        });
        return known;
    }
}
