package io.severabridge.check;

import io.severabridge.failure.Finding;
import io.severabridge.job.Rehearsed;
import io.severabridge.job.RunResult;
import io.severabridge.report.Personal;
import io.severabridge.report.ReportPage;
import io.severabridge.report.ReportPage.Mood;
import io.severabridge.report.ReportPage.Table;
import io.severabridge.store.ledger.Changes;
import io.severabridge.store.ledger.Changes.Change;
import io.severabridge.store.ledger.Journal.Action;
import io.severabridge.store.ledger.Journal.Side;
import io.severabridge.store.ledger.Rejects;
import io.severabridge.store.ledger.Remarks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run would do, field by field: the journal of its rehearsal. */
public final class PlanSheet {
    /** What changes nothing but our own notes. */
    private static final Set<Action> NOTED = Set.of(Action.LINK, Action.CONFLICT);

    private final Rehearsed rehearsed;
    private final List<Change> changes;
    private final List<Rejects.Row> rejects;
    private final Values values;

    public PlanSheet(Rehearsed rehearsed) {
        this.rehearsed = rehearsed;
        changes = new Changes(rehearsed.bridge(), rehearsed.company().name())
                .of(rehearsed.result().execution());
        rejects = new Rejects(rehearsed.bridge(), rehearsed.company().name(), Clock.systemUTC())
                .list(rehearsed.result().execution());
        values = new Values(new Named(rehearsed));
    }

    public ReportPage sheet() {
        RunResult result = rehearsed.result();
        List<String> notes = new ArrayList<>();
        if (result.failure() != null) {
            notes.add(result.failure());
        }
        rehearsed.findings().stream().map(PlanSheet::note).forEach(notes::add);
        return new ReportPage(
                "plan",
                "Plan of " + result.job(),
                rehearsed.company().name(),
                result.exitCode() == 0 ? Mood.GOOD : result.exitCode() == 2 ? Mood.WARN : Mood.BAD,
                verdict(),
                notes,
                List.of(
                        outcomes(result),
                        changes("Changes in Severa", Side.SEVERA),
                        changes("Changes in the ERP", Side.ERP),
                        links(),
                        conflicts(),
                        rejects(),
                        remarks(result)));
    }

    /** The same in numbers: no value of a record, and none of its names. */
    public ReportPage counts() {
        ReportPage whole = sheet();
        Map<List<String>, Set<String>> records = new TreeMap<>(Comparator.comparing(String::valueOf));
        for (Change change : changes) {
            String title = change.action() == Action.LINK
                    ? "Linked"
                    : change.action() == Action.CONFLICT
                            ? "Conflicts"
                            : change.side() == Side.SEVERA ? "Changes in Severa" : "Changes in the ERP";
            count(records, title, change.entity(), change.action().name().toLowerCase(Locale.ROOT), change.erpKey());
        }
        rejects.forEach(row -> count(records, "Handed back", row.transfer(), row.code(), String.valueOf(row.id())));
        List<List<String>> rows = new ArrayList<>();
        records.forEach((what, keys) -> rows.add(Stream.concat(what.stream(), Stream.of(String.valueOf(keys.size())))
                .toList()));
        rehearsed
                .result()
                .notices()
                .forEach(notice ->
                        rows.add(List.of("Remarks", notice.transfer(), notice.code(), String.valueOf(notice.count()))));
        return new ReportPage(
                whole.name(),
                whole.title(),
                whole.company(),
                whole.mood(),
                whole.verdict(),
                whole.notes(),
                List.of(
                        outcomes(rehearsed.result()),
                        new Table(
                                "Records by table of the plan", "", List.of("table", "of", "what", "records"), rows)));
    }

    private static void count(
            Map<List<String>, Set<String>> records, String title, String of, String what, @Nullable String key) {
        records.computeIfAbsent(List.of(title, of, what), any -> new HashSet<>())
                .add(String.valueOf(key));
    }

    private static String note(Finding finding) {
        return (finding.isError() ? "a run would stop: " : "") + finding.code() + ": " + finding.what() + "; "
                + finding.fix();
    }

    private String verdict() {
        return records(Side.SEVERA) + " records of Severa and " + records(Side.ERP)
                + " of the ERP would be made, changed or removed, "
                + changes.stream()
                        .filter(change -> change.action() == Action.LINK)
                        .count()
                + " pairs linked, " + rejects.size() + " records handed back; nothing was written";
    }

    private long records(Side side) {
        return changes.stream()
                .filter(change -> change.side() == side && !NOTED.contains(change.action()))
                .map(change -> change.entity() + " " + change.erpKey())
                .distinct()
                .count();
    }

    private static Table outcomes(RunResult result) {
        return new Table(
                "Records by transfer",
                "",
                List.of("transfer", "created", "updated", "linked", "unchanged", "skipped", "rejected", "calls"),
                result.steps().stream()
                        .filter(step -> step.counts().records() > 0)
                        .map(PlanSheet::outcome)
                        .toList());
    }

    private static List<String> outcome(RunResult.StepResult step) {
        var counts = step.counts();
        return Stream.concat(
                        Stream.of(step.name()),
                        Stream.of(
                                        counts.created(),
                                        counts.updated(),
                                        counts.linked(),
                                        counts.unchanged(),
                                        counts.skipped(),
                                        counts.rejected(),
                                        counts.calls())
                                .map(String::valueOf))
                .toList();
    }

    /** What changes on a side. */
    Table changes(String title, Side side) {
        List<List<String>> rows = new ArrayList<>();
        changes.stream()
                .filter(change -> change.side() == side && !NOTED.contains(change.action()))
                .forEach(change -> values.rows(change)
                        .forEach(field -> rows.add(List.of(
                                change.label(),
                                change.entity(),
                                change.action().name().toLowerCase(Locale.ROOT),
                                field.name(),
                                field.old(),
                                field.now()))));
        return new Table(title, "", List.of("record", "entity", "what", "field", "old", "new"), rows, true);
    }

    Table links() {
        return new Table(
                "Linked",
                "both systems have them; the GUID is written into the ERP's field",
                List.of("record", "entity", "by", "GUID"),
                changes.stream()
                        .filter(change -> change.action() == Action.LINK)
                        .map(change -> List.of(
                                change.label(),
                                change.entity(),
                                values.text(change.newValue()),
                                String.valueOf(change.guid())))
                        .toList());
    }

    private Table conflicts() {
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
                                values.text(change.oldValue()),
                                values.text(change.newValue())))
                        .toList());
    }

    Table rejects() {
        return rejects(UnaryOperator.identity());
    }

    /** Without e-mail addresses, phone numbers, postal addresses and titles: for what is published. */
    Table rejectsWithoutPersons() {
        return rejects(Personal::without);
    }

    private Table rejects(UnaryOperator<Rejects.Row> shown) {
        return new Table(
                "Handed back",
                "the others go on",
                List.of("record", "transfer", "code", "field", "value", "why", "how to fix"),
                rejects.stream()
                        .map(shown)
                        .map(row -> List.of(
                                row.label(),
                                row.transfer(),
                                row.code(),
                                row.field(),
                                row.value() == null ? "" : values.named().name(row.value()),
                                row.message(),
                                row.fix()))
                        .toList());
    }

    static Table remarks(RunResult result) {
        return remarks(result, Remarks.Summary::example);
    }

    /** Likewise. */
    static Table remarksWithoutPersons(RunResult result) {
        return remarks(result, notice -> Personal.example(notice.code(), notice.example()));
    }

    private static Table remarks(RunResult result, Function<Remarks.Summary, String> example) {
        return new Table(
                "Skipped by rule, and warnings",
                "",
                List.of("transfer", "code", "records", "such as"),
                result.notices().stream()
                        .map(notice -> List.of(
                                notice.transfer(),
                                notice.code(),
                                String.valueOf(notice.count()),
                                example.apply(notice)))
                        .toList());
    }

    List<Change> changes() {
        return changes;
    }

    List<Rejects.Row> rejected() {
        return rejects;
    }

    Values values() {
        return values;
    }
}
