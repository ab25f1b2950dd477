package io.severabridge.job;

import io.severabridge.failure.WrongSetUp;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.ledger.Rejects;
import io.severabridge.store.ledger.Remarks;
import io.severabridge.store.ledger.StepCounts;
import io.severabridge.store.ledger.StepCounts.Counts;
import io.severabridge.sync.definition.StepName;
import io.severabridge.sync.run.RejectThresholds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/** Starts a job with Spring Batch, or goes on with the unfinished execution of the same job, company and transfers. */
final class JobLauncher {
    private static final Logger LOG = LoggerFactory.getLogger(JobLauncher.class);

    /** How far back an unfinished execution is looked for. */
    private static final int INSTANCES = 200;

    private final BridgeDatabase bridge;
    private final JobFile job;
    private final JobRunner.Request request;
    private final RejectThresholds limits;
    private final String transfers;
    private final JobRepository repository;
    private final JobOperator operator;
    private final Signals signals;
    private final Clock clock;
    private volatile @Nullable JobExecution live;
    private volatile boolean signalled;

    JobLauncher(
            BridgeDatabase bridge,
            JobOrder order,
            JobRepository repository,
            JobOperator operator,
            Signals signals,
            Clock clock) {
        this.bridge = bridge;
        job = order.job();
        request = order.request();
        limits = order.limits();
        transfers = String.join(",", order.chosen());
        this.repository = repository;
        this.operator = operator;
        this.signals = signals;
        this.clock = clock;
    }

    /** {@code steps} are made once it is known which steps an unfinished execution has completed that goes on. */
    RunResult start(ReferenceData reference, Function<Set<String>, List<Step>> steps) {
        Instant start = clock.instant();
        try (Signals.Taken taken = signals.on(this::stop)) {
            LOG.debug("signals are taken by {}", taken);
            JobExecution unfinished = unfinished();
            JobParameters parameters = unfinished == null ? parameters() : unfinished.getJobParameters();
            JobExecution execution = operator.start(batchJob(steps.apply(completed(unfinished))), parameters);
            return result(execution, reference, unfinished != null, start);
        } catch (JobExecutionException e) {
            throw new WrongSetUp("job " + job.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    private Set<String> completed(@Nullable JobExecution unfinished) {
        if (unfinished == null) {
            return Set.of();
        }
        return repository.getJobExecutions(unfinished.getJobInstance()).stream()
                .flatMap(execution -> execution.getStepExecutions().stream())
                .filter(step -> step.getStatus() == BatchStatus.COMPLETED)
                .map(StepExecution::getStepName)
                .collect(Collectors.toSet());
    }

    private Job batchJob(List<Step> steps) {
        JobBuilder builder = new JobBuilder(job.name(), repository).listener(new JobExecutionListener() {
            @Override
            public void beforeJob(JobExecution execution) {
                live = execution;
            }
        });
        SimpleJobBuilder chain = builder.start(steps.get(0));
        for (Step step : steps.subList(1, steps.size())) {
            chain = chain.next(step);
        }
        return chain.build();
    }

    /**
     * A signal ends the run after the chunk that is under way; the same command goes on from there. Not by the operator's
     * stop: within one process that loses the reader's position.
     */
    private void stop() {
        signalled = true;
        limits.stop();
        JobExecution execution = live;
        if (execution == null) {
            return;
        }
        LOG.info("stopping after the chunk that is under way");
        execution.getStepExecutions().forEach(StepExecution::setTerminateOnly);
    }

    private JobParameters parameters() {
        return new JobParametersBuilder()
                .addString("company", request.company().name())
                .addString("transfers", transfers)
                .addString("started", clock.instant().toString())
                .toJobParameters();
    }

    /** We hold the company's lock: what its executions left as running is dead. */
    private @Nullable JobExecution unfinished() throws JobExecutionException {
        for (JobInstance instance : repository.getJobInstances(job.name(), 0, INSTANCES)) {
            JobExecution last = repository.getLastJobExecution(instance);
            if (last == null
                    || !request.company().name().equals(last.getJobParameters().getString("company"))) {
                continue;
            }
            if (last.isRunning()) {
                recover(last);
                last = java.util.Objects.requireNonNull(repository.getLastJobExecution(instance));
            }
            known(last);
            if (last.getStatus() == BatchStatus.COMPLETED || last.getStatus() == BatchStatus.ABANDONED) {
                return null;
            }
            if (request.fresh() || !transfers.equals(last.getJobParameters().getString("transfers"))) {
                LOG.info("execution {} is abandoned", last.getId());
                last.setStatus(BatchStatus.ABANDONED);
                repository.update(last);
                return null;
            }
            LOG.info("goes on with execution {}, which ended {}", last.getId(), last.getStatus());
            return last;
        }
        return null;
    }

    /**
     * The bridge database went away when Spring Batch was to store how a step had ended: it is left UNKNOWN, and would never be
     * started again. Each record has its own notes, so that the step goes on like one that failed.
     */
    private void known(JobExecution execution) {
        ExitStatus lost = ExitStatus.FAILED.addExitDescription("how it ended could not be stored; recovered");
        LocalDateTime now = LocalDateTime.now(clock);
        for (StepExecution step : execution.getStepExecutions()) {
            if (step.getStatus() == BatchStatus.UNKNOWN) {
                step.setStatus(BatchStatus.FAILED);
                step.setExitStatus(lost);
                step.setEndTime(step.getEndTime() == null ? now : step.getEndTime());
                repository.update(step);
            }
        }
        if (execution.getStatus() == BatchStatus.UNKNOWN) {
            execution.setStatus(BatchStatus.FAILED);
            execution.setExitStatus(lost);
            execution.setEndTime(execution.getEndTime() == null ? now : execution.getEndTime());
            repository.update(execution);
            LOG.warn("how execution {} ended could not be stored; it goes on", execution.getId());
        }
    }

    private void recover(JobExecution dead) {
        ExitStatus gone = ExitStatus.FAILED.addExitDescription("the process was gone; recovered");
        dead.getStepExecutions().stream()
                .filter(step -> step.getStatus().isRunning())
                .forEach(step -> step.setExitStatus(gone));
        dead.setExitStatus(gone);
        operator.recover(dead);
        LOG.warn("execution {} was left by a process that is gone; recovered", dead.getId());
    }

    private RunResult result(JobExecution execution, ReferenceData reference, boolean restarted, Instant start) {
        Map<String, RunResult.StepResult> steps = steps(execution);
        List<Long> executions = repository.getJobExecutions(execution.getJobInstance()).stream()
                .map(JobExecution::getId)
                .toList();
        Failures failures = Failures.of(execution, signalled);
        List<RunResult.RejectSummary> rejected =
                RejectSummaries.of(new Rejects(bridge, request.company().name(), clock), executions);
        long rejects = steps.values().stream()
                .mapToLong(step -> step.counts().rejected())
                .sum();
        return new RunResult(
                job.name(),
                execution.getId(),
                restarted,
                failures.exitCode(rejects),
                failures.sentence(),
                reference.calls(),
                reference.time(),
                List.copyOf(steps.values()),
                new Remarks(bridge, request.company().name()).summary(executions),
                rejected,
                Duration.between(start, clock.instant())
                        .plus(reference.time())
                        .plus(before(repository.getJobExecutions(execution.getJobInstance()), execution)));
    }

    /** The steps of a run that may have been started again, by name: the last counts of each, and the time of all. */
    private Map<String, RunResult.StepResult> steps(JobExecution execution) {
        StepCounts counts = new StepCounts(bridge, request.company().name());
        Map<String, RunResult.StepResult> steps = new LinkedHashMap<>();
        repository.getJobExecutions(execution.getJobInstance()).stream()
                .sorted(Comparator.comparing(JobExecution::getId))
                .flatMap(each -> each.getStepExecutions().stream().sorted(Comparator.comparing(StepExecution::getId)))
                .forEach(step -> {
                    if (StepName.isPreparation(step.getStepName()) && step.getStatus() == BatchStatus.COMPLETED) {
                        // Its calls are counted by the step that it is for.
                        steps.remove(step.getStepName());
                    } else {
                        steps.merge(step.getStepName(), result(step, counts), JobLauncher::again);
                    }
                });
        return steps;
    }

    private static RunResult.StepResult result(StepExecution step, StepCounts counts) {
        Counts of = counts.of(step.getId());
        return new RunResult.StepResult(
                step.getStepName(), step.getStatus().toString(), of == null ? Counts.NONE : of, time(step));
    }

    /** A step that was started again. */
    private static RunResult.StepResult again(RunResult.StepResult before, RunResult.StepResult now) {
        return new RunResult.StepResult(
                now.name(), now.status(), now.counts(), before.time().plus(now.time()));
    }

    /** How long the executions took that this one went on with: counts and times of its steps include theirs. */
    private static Duration before(List<JobExecution> executions, JobExecution last) {
        return executions.stream()
                .filter(each -> each.getId() != last.getId())
                .map(each -> time(each.getStartTime(), each.getEndTime()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration time(StepExecution step) {
        return time(step.getStartTime(), step.getEndTime());
    }

    private static Duration time(@Nullable LocalDateTime from, @Nullable LocalDateTime to) {
        return from == null || to == null ? Duration.ZERO : Duration.between(from, to);
    }
}
