package io.severabridge.check;

import io.severabridge.bridge.Changes;
import io.severabridge.bridge.Changes.Change;
import io.severabridge.bridge.Journal.Action;
import io.severabridge.bridge.Journal.Side;
import io.severabridge.bridge.Rejects;
import io.severabridge.job.Rehearsed;
import io.severabridge.job.RunResult;
import io.severabridge.report.Sheet;
import io.severabridge.report.Sheet.Mood;
import io.severabridge.report.Sheet.Table;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a run would do, field by field: the journal of its rehearsal. */
public final class PlanSheet {
    /** What changes nothing but our own notes. */
    private static final Set<Action> NOTED = Set.of(Action.LINK, Action.CONFLICT);

    private PlanSheet() {}

    public static Sheet of(Rehearsed rehearsed) {
        RunResult result = rehearsed.result();
        List<Change> changes =
                new Changes(rehearsed.bridge(), rehearsed.company().name()).of(result.execution());
        List<Rejects.Row> rejects =
                new Rejects(rehearsed.bridge(), rehearsed.company().name(), Clock.systemUTC()).list(result.execution());
        return new Sheet(
                "plan",
                "Plan of " + result.job(),
                rehearsed.company().name(),
                result.exitCode() == 0 ? Mood.GOOD : result.exitCode() == 2 ? Mood.WARN : Mood.BAD,
                verdict(changes, rejects.size()),
                result.failure() == null ? List.of() : List.of(result.failure()),
                List.of(
                        outcomes(result),
                        table("Changes in Severa", changes, Side.SEVERA),
                        table("Changes in the ERP", changes, Side.ERP),
                        links(changes),
                        conflicts(changes),
                        rejects(rejects)));
    }

    private static String verdict(List<Change> changes, int rejects) {
        return records(changes, Side.SEVERA) + " records of Severa and " + records(changes, Side.ERP)
                + " of the ERP would be made, changed or removed, "
                + count(changes, Action.LINK) + " pairs linked, " + rejects
                + " records handed back; nothing was written";
    }

    private static long records(List<Change> changes, Side side) {
        return changes.stream()
                .filter(change -> change.side() == side && !NOTED.contains(change.action()))
                .map(change -> change.entity() + " " + change.erpKey())
                .distinct()
                .count();
    }

    private static long count(List<Change> changes, Action action) {
        return changes.stream().filter(change -> change.action() == action).count();
    }

    private static Table outcomes(RunResult result) {
        return new Table(
                "Records by transfer",
                "",
                List.of("transfer", "created", "updated", "linked", "unchanged", "skipped", "rejected", "calls"),
                result.steps().stream()
                        .filter(step -> step.counts().records() > 0)
                        .map(step -> Stream.concat(
                                        Stream.of(step.name()),
                                        Stream.of(
                                                        step.counts().created(),
                                                        step.counts().updated(),
                                                        step.counts().linked(),
                                                        step.counts().unchanged(),
                                                        step.counts().skipped(),
                                                        step.counts().rejected(),
                                                        step.counts().calls())
                                                .map(String::valueOf))
                                .toList())
                        .toList());
    }

    private static Table table(String title, List<Change> changes, Side side) {
        List<List<String>> rows = new ArrayList<>();
        changes.stream()
                .filter(change -> change.side() == side && !NOTED.contains(change.action()))
                .forEach(change -> Values.rows(change)
                        .forEach(field -> rows.add(List.of(
                                change.label(),
                                change.entity(),
                                change.action().name().toLowerCase(Locale.ROOT),
                                field.name(),
                                field.old(),
                                field.now()))));
        return new Table(title, "", List.of("record", "entity", "what", "field", "old", "new"), rows);
    }

    private static Table links(List<Change> changes) {
        return new Table(
                "Linked",
                "both systems have them; the GUID is written into the ERP's field",
                List.of("record", "entity", "GUID"),
                changes.stream()
                        .filter(change -> change.action() == Action.LINK)
                        .map(change -> List.of(change.label(), change.entity(), String.valueOf(change.guid())))
                        .toList());
    }

    private static Table conflicts(List<Change> changes) {
        return new Table(
                "Conflicts",
                "both systems have a value of their own; the one that gives way is kept in the journal",
                List.of("record", "entity", "field", "gives way", "wins"),
                changes.stream()
                        .filter(change -> change.action() == Action.CONFLICT)
                        .map(change -> List.of(
                                change.label(),
                                change.entity(),
                                String.valueOf(change.field()),
                                Values.text(change.oldValue()),
                                Values.text(change.newValue())))
                        .toList());
    }

    static Table rejects(List<Rejects.Row> rejects) {
        return new Table(
                "Handed back",
                "the others go on",
                List.of("record", "transfer", "code", "field", "value", "why", "how to mend"),
                rejects.stream()
                        .map(row -> List.of(
                                row.label(),
                                row.transfer(),
                                row.code(),
                                row.field(),
                                row.value() == null ? "" : row.value(),
                                row.message(),
                                row.mend()))
                        .toList());
    }
}
