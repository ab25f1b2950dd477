package io.severabridge.transfer;

import io.severabridge.bridge.Links.Link;
import io.severabridge.bridge.Links.MadeBy;
import io.severabridge.bridge.Notices.Kind;
import io.severabridge.bridge.Notices.Notice;
import io.severabridge.failure.Reason;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.Refused;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Takes a chunk of ERP rows to Severa. Never throws for one record: each ends in an outcome, and what Severa answered is
 * stored at once, so that a chunk which is repeated finds it. Only what stops the run leaves this class.
 */
final class PartWriter<E extends Record, S extends Record, A extends Record> implements ItemWriter<E> {
    private final Part<E, S, A> part;
    private final Workplace work;
    private final StoredReferences references;
    private final Planner<E, S, A> planner;
    private final Sender<E, S, A> sender;
    private final Recorder<E, S, A> recorder;
    private final Tally tally;
    private final long jobInstance;

    PartWriter(
            Part<E, S, A> part,
            Workplace work,
            StoredReferences references,
            Planner<E, S, A> planner,
            Sender<E, S, A> sender,
            Recorder<E, S, A> recorder,
            Tally tally,
            long jobInstance) {
        this.part = part;
        this.work = work;
        this.references = references;
        this.planner = planner;
        this.sender = sender;
        this.recorder = recorder;
        this.tally = tally;
        this.jobInstance = jobInstance;
    }

    /** What became of the rows so far. */
    private record Ends(
            Map<String, Outcome> outcomes, Map<String, Rejected> rejected, Map<String, String> guids, long conflicts) {}

    @Override
    public void write(Chunk<? extends E> chunk) {
        if (!part.topDown) {
            writeTogether(chunk.getItems());
            return;
        }
        for (E row : chunk) {
            writeTogether(List.of(row));
            references.forget();
        }
    }

    private void writeTogether(List<? extends E> rows) {
        List<Planned<E, S, A>> plans = planner.plan(rows);
        Ends ends = new Ends(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                plans.stream().mapToLong(PartWriter::conflicts).sum());
        List<Planned<E, S, A>> toSend = new ArrayList<>();
        plans.forEach(plan -> {
            if (!settle(plan, ends)) {
                toSend.add(plan);
            }
        });
        recorder.kept(plans);
        recorder.before(toSend);
        try {
            sender.send(toSend, answers -> {
                recorder.answered(answers);
                answers.forEach(answer -> end(answer, ends));
            });
        } finally {
            fillErpFields(plans, ends);
        }
        finish(plans, ends);
    }

    private static long conflicts(Planned<?, ?, ?> plan) {
        return plan.decision() instanceof Decision.Keep<?, ?> keep
                ? keep.merge().conflicts().size()
                : 0;
    }

    /** What needs no call; answers whether that was all. */
    private boolean settle(Planned<E, S, A> plan, Ends ends) {
        Decision<S, A> decision = plan.decision();
        if (decision instanceof Decision.Absent) {
            ends.outcomes.put(plan.key(), Outcome.ABSENT);
        } else if (decision instanceof Decision.Skipped) {
            ends.outcomes.put(plan.key(), Outcome.SKIPPED);
        } else if (decision instanceof Decision.Refused<S, A> refused) {
            ends.outcomes.put(plan.key(), Outcome.REJECTED);
            ends.rejected.put(plan.key(), refused.rejected());
        } else if (decision instanceof Decision.Elsewhere<S, A> elsewhere) {
            boolean fresh = recorder.elsewhere(plan.key(), elsewhere.guids());
            ends.outcomes.put(plan.key(), fresh ? Outcome.LINKED : Outcome.UNCHANGED);
        } else if (decision instanceof Decision.Keep<S, A> keep
                && keep.operations().isEmpty()) {
            ends.guids.put(plan.key(), keep.guid());
            ends.outcomes.put(plan.key(), keep.ownCreate() ? Outcome.CREATED : kept(keep.link()));
        } else {
            return false;
        }
        return true;
    }

    /** A chunk that is repeated after a crash reports what its first try has done. */
    private Outcome kept(@Nullable Link link) {
        if (part.facetOf != null) {
            return Outcome.UNCHANGED;
        }
        if (link == null) {
            return Outcome.LINKED;
        }
        if (link.madeIn() != jobInstance) {
            return Outcome.UNCHANGED;
        }
        return link.madeBy() == MadeBy.CREATED ? Outcome.CREATED : Outcome.LINKED;
    }

    private void end(Sender.Answer<E, S, A> answer, Ends ends) {
        Planned<E, S, A> plan = answer.planned();
        if (answer.result() instanceof Sender.Result.Refusal<S> refusal) {
            ends.outcomes.put(plan.key(), Outcome.REJECTED);
            ends.rejected.put(plan.key(), rejected(plan, refusal.refused()));
        } else if (answer.result() instanceof Sender.Result.Done<S> done) {
            Decision<S, A> decision = plan.decision();
            boolean created = decision instanceof Decision.Create
                    || (decision instanceof Decision.Keep<S, A> own && own.ownCreate());
            boolean linked =
                    decision instanceof Decision.Keep<S, A> keep && keep.link() == null && part.facetOf == null;
            ends.outcomes.put(plan.key(), created ? Outcome.CREATED : linked ? Outcome.LINKED : Outcome.UPDATED);
            if (decision instanceof Decision.Keep<S, A> keep) {
                ends.guids.put(plan.key(), keep.guid());
            } else if (done.answered() != null) {
                ends.guids.put(
                        plan.key(), Objects.requireNonNull(part.resource.guid().apply(done.answered())));
            }
        }
    }

    private Rejected rejected(Planned<E, S, A> plan, Refused refused) {
        if (refused.notFound() && plan.decision() instanceof Decision.Keep<S, A> keep) {
            return new Rejected(Reason.LINKED_RECORD_GONE, "GUID", keep.guid(), "Severa has no such record any more");
        }
        String field = refused.field() == null ? "record" : refused.field();
        String value = plan.decision() instanceof Decision.Create<S, A> create
                        && create.body().has(field)
                ? create.body().get(field).toString()
                : null;
        return new Rejected(
                Reason.REFUSED_BY_SEVERA,
                field,
                value,
                "Severa answered " + refused.status() + " " + refused.type() + ": " + refused.getMessage());
    }

    /** In one transaction of the ERP: the GUID into the field of each row that has not got it yet. */
    private void fillErpFields(List<Planned<E, S, A>> plans, Ends ends) {
        if (part.erpGuid == null || part.guidStatement == null) {
            return;
        }
        LocalDateTime now = LocalDateTime.now(work.clock);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Planned<E, S, A> plan : plans) {
            String guid = ends.guids.get(plan.key());
            if (guid != null && !guid.equalsIgnoreCase(part.erpGuid.apply(plan.row()))) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("guid", guid);
                row.put("key", part.textKey.test(work.company) ? plan.key() : (Object) Long.valueOf(plan.key()));
                row.put("changeDate", ErpToday.of(work.clock));
                row.put("changeTime", now.getHour() * 100 + now.getMinute());
                row.put("changeUser", work.company.erp().changeUser());
                rows.add(row);
            }
        }
        if (!rows.isEmpty()) {
            work.erp.write(work.statements.get(part.guidStatement), rows);
        }
    }

    /** With the chunk's own transaction: what people see. */
    private void finish(List<Planned<E, S, A>> plans, Ends ends) {
        List<String> keys = plans.stream().map(Planned::key).toList();
        work.rejects.resolve(
                part.entity,
                keys.stream().filter(key -> !ends.rejected.containsKey(key)).toList());
        List<Notice> notices = new ArrayList<>();
        for (Planned<E, S, A> plan : plans) {
            Rejected rejected = ends.rejected.get(plan.key());
            if (rejected != null) {
                work.rejects.put(
                        tally.transfer(), part.entity, plan.key(), plan.label(), rejected, tally.jobExecution());
            }
            if (plan.decision() instanceof Decision.Skipped<S, A> skipped) {
                notices.add(notice(
                        plan, Kind.SKIPPED, skipped.why().code(), skipped.why().message()));
            }
            plan.facts()
                    .warnings()
                    .forEach(warning -> notices.add(notice(plan, Kind.WARNING, warning.code(), warning.message())));
        }
        work.notices.replace(tally.transfer(), part.entity, keys, notices, tally.jobExecution());
        tally.add(ends.outcomes.values(), ends.conflicts);
    }

    private Notice notice(Planned<E, S, A> plan, Kind kind, String code, String message) {
        return new Notice(plan.key(), plan.label(), kind, code, message);
    }
}
