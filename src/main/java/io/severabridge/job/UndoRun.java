package io.severabridge.job;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.reference.CodeTables;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.CompanyLock;
import io.severabridge.store.ledger.Watermarks;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.run.RunContext;
import io.severabridge.sync.undo.Undo;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes back what a run has done, or says what that would be. */
public final class UndoRun {
    private static final Logger LOG = LoggerFactory.getLogger(UndoRun.class);

    private final Company company;
    private final Program program;

    public UndoRun(Company company, Program program) {
        this.company = company;
        this.program = program;
    }

    /**
     * What was taken back.
     *
     * @param executions those of the run, that were taken back together
     * @param lines one for each thing, the last that was done first
     */
    public record Result(List<Long> executions, List<Undo.Line> lines) {}

    /**
     * Takes back what an execution has done, and the others of the same run.
     *
     * @param act false to be told only
     * @throws WrongSetUp if the company has no such execution, or its client credentials lack a scope; nothing is changed then
     */
    public Result run(long execution, boolean act) {
        UndoBeans.Order order = new UndoBeans.Order(execution);
        try (CompanyContext context = new CompanyContext(
                program, company, Map.of("order", order), OpenedBeans.AfterRun.class, UndoBeans.class)) {
            CompanyLock lock = context.get(CompanyLock.class);
            ErpDatabase erp = context.get(ErpDatabase.class);
            LOG.info("execution {} of {} is {}", execution, lock.company(), act ? "taken back" : "looked at");
            UndoneRun run = context.get(UndoneRun.class);
            RunRequirements needs = context.get(RunRequirements.class);
            List<EntityDefinition<?, ?, ?>> definitions = parts(needs, context.get(CodeTables.class));
            needs.check(erp, uses(definitions));
            List<Undo.Line> lines = new Undo(context.get(RunContext.class), act)
                    .run(definitions, run.changes(), run.later(), run.instance());
            if (act && lines.stream().noneMatch(Undo.Line::isLeft)) {
                Watermarks marks = new Watermarks(context.get(BridgeDatabase.class), company.name());
                run.executions()
                        .forEach(each -> marks.put(
                                "undone " + each, program.clock().instant().toString()));
            }
            return new Result(run.executions(), lines);
        }
    }

    private static List<EntityDefinition<?, ?, ?>> parts(RunRequirements needs, CodeTables codes) {
        return needs.transfers(codes)
                .flatMap(needs::parts)
                .<EntityDefinition<?, ?, ?>>mapMulti((part, to) -> {
                    if (part instanceof EntityDefinition<?, ?, ?> definition) {
                        to.accept(definition);
                    }
                })
                .toList();
    }

    private static List<String> uses(List<EntityDefinition<?, ?, ?>> definitions) {
        return definitions.stream()
                .flatMap(definition -> definition.usedStatements().stream())
                .distinct()
                .toList();
    }
}
